import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DeskState, OpenArticle, Parsed } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { autosavePace } from '../../../core/autosave/autosave.ts'
import type { Article } from '../../../core/model/article.ts'
import type { StoryBody } from '../../../core/model/body.ts'
import type { Disk } from '../../../electron/node/disk.ts'
import { DeskWindow } from '../../../renderer/app/desk-window.ts'
import type { DeskClient } from '../../../renderer/desk/client.ts'
import { openedArticle } from '../../support/opened-article.ts'
import { quickDisk, quickPlace } from '../../support/quick-disk.ts'
import { idOf, story, tempDesk, tempFolder } from '../../support/temp-library.ts'
import { diceOf, type Dice } from '../../support/torture/chance.ts'

/** Words that say whose they are. */
const wordsOf = (id: string, n: number): string => `كلام ${id} رقم ${n}.`
const owners = (text: unknown): Set<string> =>
  new Set([...JSON.stringify(text).matchAll(/كلام (\w{26})/g)].map(([, id]) => id ?? ''))

/** A person who goes from article to article, and writes into whichever stands in the window at that moment. */
function restlessPerson(
  window: DeskWindow,
  dice: Dice,
  ids: readonly string[],
  storyOf: (words: string, id: string) => StoryBody = story,
) {
  const bodies = new WeakMap<object, StoryBody>()
  const last = new Map<string, string>()
  let written = 0
  return {
    /** What was written last, by article. */
    last,
    open: (): Promise<void> => window.open(dice.one(ids)),
    type(): void {
      const { session } = window.state()
      if (!session || session.saveState().kind === 'conflict') return
      const words = wordsOf(session.id, (written += 1))
      if (dice.happens(0.3)) session.setField('headline', words)
      else {
        if (!bodies.has(session)) session.readStoryFrom(() => bodies.get(session) ?? session.openedBody)
        bodies.set(session, storyOf(words, session.id))
        session.storyEdited()
        last.set(session.id, words)
      }
    },
  }
}

/** Until so many timers were due, and all that waited for them has gone on. (That is a hundred times as quick as vitest's own.) */
async function letTimeGoBy(timers: number): Promise<void> {
  for (let timer = 0; timer < timers; timer += 1) {
    vi.advanceTimersToNextTimer()
    for (let turn = 0; turn < 24; turn += 1) await Promise.resolve()
  }
}

const windowOver = (call: (method: string, input: unknown) => Promise<unknown>): DeskWindow => {
  const state = { settings: { storyLanguage: 'ar' }, notices: [], library: '' } as unknown as DeskState
  return new DeskWindow({ call, listen: () => () => undefined } as unknown as DeskClient, state, null)
}

describe('a person who switches between 200 articles faster than the disk saves', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('writes no word into the wrong article in 100,000 switches', { timeout: 300_000 }, async () => {
    const dice = diceOf(200)
    const stored = new Map<string, Article>()
    const ids = Array.from({ length: 200 }, (_, n) => idOf(n))
    for (const id of ids)
      stored.set(id, openedArticle(null, { id, revision: 0, body: story(wordsOf(id, 0)) }).article)
    const crossed: unknown[] = []
    const answered = { saves: 0, opens: 0, journals: 0, refused: 0 }
    const wait = () => new Promise((resolve) => setTimeout(resolve, dice.between(0, 40)))
    const found = (id: string): Article => stored.get(id) as Article

    const answers: Record<string, (input: never) => unknown> = {
      'article.open': ({ id }: { id: string }): OpenArticle => {
        answered.opens += 1
        return { readOnly: null, article: found(id) }
      },
      'article.save': ({ revision, window: _window, ...draft }: Parsed<'article.save'>) => {
        if (dice.happens(0.05)) {
          answered.refused += 1
          throw new DeskError('disk-full', 'no space')
        }
        const before = found(draft.id)
        if (before.revision !== revision) throw new DeskError('stale-revision', `it is ${before.revision}`)
        const { id, language, status, fields, body } = draft
        if ([...owners([fields, body])].some((owner) => owner !== id)) crossed.push(draft)
        stored.set(id, { ...before, language, status, fields, body, revision: revision + 1 })
        answered.saves += 1
        return { revision: revision + 1, updatedAt: '2026-11-23T11:00:00Z', row: {} }
      },
      'article.journal': ({ id, on }: Parsed<'article.journal'>) => {
        if ([...owners(on)].some((owner) => owner !== id)) crossed.push(on)
        answered.journals += 1
        return { keptIn: 'library' }
      },
    }
    const window = windowOver(async (method, input) => {
      const asked = structuredClone(input)
      await wait()
      const answer = answers[method]?.(asked as never)
      await wait()
      return answer
    })
    const person = restlessPerson(window, dice, ids)

    const went = { switches: 0 }
    let shown = window.state().session
    window.subscribe(() => {
      if (window.state().session !== shown) went.switches += 1
      shown = window.state().session
    })
    while (went.switches < 100_000) {
      const way = { isOver: false }
      void person.open().finally(() => (way.isOver = true))
      for (let key = dice.below(3); key > 0; key -= 1) {
        await letTimeGoBy(dice.below(4))
        person.type()
      }
      // Now and then the next one is asked for while this one is still on its way.
      while (!way.isOver && dice.happens(0.95)) await letTimeGoBy(1)
    }
    while (vi.getTimerCount() > 0) await letTimeGoBy(1)
    expect(crossed).toEqual([])
    for (const [id, words] of person.last) expect(JSON.stringify(found(id).body)).toContain(words)
    expect(person.last.size).toBe(ids.length)
    console.log(`${went.switches} switches: ${JSON.stringify(answered)}`)
  })
})

/** A disk of which every writing takes a while, another one each time. */
const slow = (dice: Dice): Disk => ({
  ...quickDisk,
  open: async (path, flags, mode) => {
    const file = await quickDisk.open(path, flags, mode)
    const takesLong = dice.happens(0.2)
    return { ...file, sync: () => (takesLong ? pause(dice.between(0, 8)) : file.sync()) }
  },
  rename: async (from, to) => {
    await pause(dice.between(0, 3))
    await quickDisk.rename(from, to)
  },
})

test(
  'over a real library on a slow disk every article has its own last words after 500 switches',
  { timeout: 120_000 },
  async () => {
    const dice = diceOf(2000)
    const folder = join(await tempFolder(quickPlace()), 'library')
    const { desk, close } = await tempDesk({ folder, disk: slow(dice) })
    const ids: string[] = []
    for (let n = 0; n < 20; n += 1) ids.push((await desk['article.create']({})).article.id)
    const call = async (method: string, input: unknown) =>
      (desk as unknown as Record<string, (input: unknown) => Promise<unknown>>)[method]?.(
        structuredClone(input),
      )
    const taken = { changes: 0 }
    const window = windowOver(async (method, input) => {
      const answer = await call(method, input)
      if (method === 'article.saveChanges') taken.changes += 1
      return answer
    })
    // Every second story is so long that it is saved as what changed.
    const before = Array.from({ length: 120 }, (_, at) => story(`سطر ${at}`).content).flat()
    const storyOf = (words: string, id: string): StoryBody =>
      ids.indexOf(id) % 2 === 0
        ? story(words)
        : { type: 'doc', content: [...before, ...story(words).content] }
    const person = restlessPerson(window, dice, ids, storyOf)
    for (let count = 0; count < 500; count += 1) {
      const opening = person.open()
      for (let key = dice.below(3); key > 0; key -= 1) {
        person.type()
        await pause(0)
      }
      if (dice.happens(0.8)) await opening
      person.type()
      // Now and then long enough for a save by itself: that is the one that may say changes alone.
      const isLong = ids.indexOf(window.state().session?.id ?? '') % 2 === 1
      if (isLong && dice.happens(0.06)) await pause(autosavePace.idleMs + 20)
    }
    expect(await window.close()).toBe(true)
    await close()
    const again = await tempDesk({ folder })
    for (const [id, words] of person.last) {
      const { article } = await again.desk['article.open']({ id })
      expect([...owners([article.fields, article.body])]).toEqual([id])
      expect(JSON.stringify(article.body)).toContain(words)
    }
    expect(person.last.size).toBe(ids.length)
    expect(taken.changes).toBeGreaterThan(0)
    expect((await again.desk['library.verify']({})).problems).toEqual([])
  },
)
