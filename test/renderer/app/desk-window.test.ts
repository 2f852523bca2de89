import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { DeskState, Draft, OpenArticle } from '../../../core/api/contract.ts'
import { DeskError } from '../../../core/api/errors.ts'
import { emptyFields } from '../../../core/model/fields.ts'
import { defaultSettings, type Settings } from '../../../core/model/settings.ts'
import { DeskWindow } from '../../../renderer/app/desk-window.ts'
import type { Told } from '../../../renderer/app/window-state.ts'
import type { DeskClient } from '../../../renderer/desk/client.ts'
import type { ArticleSession } from '../../../renderer/features/article/session.ts'
import { story } from '../../support/temp-library.ts'

const opened = (id: string, revision: number, text = ''): OpenArticle => ({
  readOnly: null,
  article: {
    schemaVersion: 1,
    id,
    revision,
    language: 'ar',
    status: 'draft',
    createdAt: '2026-11-23T10:00:00Z',
    updatedAt: '2026-11-23T10:00:00Z',
    fields: emptyFields(),
    body: story(text),
  },
})
type Answer = (input: Record<string, unknown>) => unknown

/** A window over a desk that answers so, with the article `mine` open. */
function windowOver(answers: Record<string, Answer>) {
  const asked: [string, Record<string, unknown>][] = []
  let hear: (event: unknown) => void = () => undefined
  const desk = {
    call: async (method: string, input: Record<string, unknown>) => {
      asked.push([method, structuredClone(input)])
      return answers[method]?.(input)
    },
    listen(listener: typeof hear) {
      hear = listener
      return () => undefined
    },
  } as unknown as DeskClient
  const state = { settings: { storyLanguage: 'ar' }, notices: [], library: '' } as unknown as DeskState
  const window = new DeskWindow(desk, state, opened('mine', 7, 'أول'))
  const told: Told[] = []
  window.tellTo((each) => told.push(each))
  const session = window.state().session as ArticleSession
  return {
    window,
    session,
    told,
    asked,
    count: (method: string) => asked.filter(([each]) => each === method).length,
    hear: (event: unknown) => hear(event),
  }
}
const stale = () => {
  throw new DeskError('stale-revision', 'changed elsewhere')
}
async function inConflict(session: ArticleSession, text: string): Promise<void> {
  session.setField('headline', text)
  await session.flush().catch(() => undefined)
  expect(session.saveState().kind).toBe('conflict')
}
const headlines = (asked: [string, Record<string, unknown>][]) =>
  asked.flatMap(([method, input]) =>
    method === 'article.save' ? [(input as unknown as Draft).fields.headline] : [],
  )

test('what is typed while the desk keeps my text apart is kept apart too', async () => {
  let typed: string[] = []
  const { window, session, asked } = windowOver({
    'article.save': () => {
      const next = typed.shift()
      if (next) session.setField('headline', next)
      return stale()
    },
    'article.open': ({ id }) => opened(String(id), 9, 'ثان'),
  })
  await inConflict(session, 'لي')
  typed = ['لي أنا', 'لي أنا وحدي']
  await window.conflict.showTheirs()
  expect(headlines(asked).at(-1)).toBe('لي أنا وحدي')
  expect(window.state().session?.revision()).toBe(9)
})

test('a second press while one choice is carried out makes no second article, and closes nothing', async () => {
  let made = 0
  const { window, session, count } = windowOver({
    'article.save': ({ id, revision }) =>
      id === 'mine' ? stale() : { revision: Number(revision) + 1, updatedAt: '', row: {} },
    'article.create': () => opened(`new ${(made += 1)}`, 0),
    'article.open': ({ id }) => opened(String(id), 1),
  })
  await inConflict(session, 'لي')
  await Promise.all([
    window.conflict.keepMineAsNew(),
    window.conflict.keepMineAsNew(),
    window.conflict.showTheirs(),
  ])
  expect(count('article.create')).toBe(1)
  expect(window.state().session?.id).toBe('new 1')
})

test('an article that goes somewhere else does not leave the screen without a word', () => {
  const { window, told, hear } = windowOver({})
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', new EventTarget())
  onTestFinished(() => void vi.unstubAllGlobals())
  window.start()
  hear({ name: 'article.removed', data: { id: 'mine' } })
  expect(window.state().session).toBeNull()
  expect(told).toEqual([{ kind: 'removed' }])
})

describe('of two settings that are changed at once', () => {
  const answered: Settings = { ...defaultSettings(), storyLanguage: 'ar' }
  function changing() {
    const answers: { resolve: (settings: Settings) => void; reject: (error: unknown) => void }[] = []
    const { window, told } = windowOver({
      'settings.change': () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
    })
    const changes = [
      window.changeSettings({ storyLanguage: 'ckb' }),
      window.changeSettings({ previewWidth: 'desktop' }),
    ]
    const { storyLanguage, previewWidth } = window.state().settings
    expect([storyLanguage, previewWidth]).toEqual(['ckb', 'desktop'])
    return { window, told, answers, changes }
  }

  test('the one that the desk cannot keep goes back alone, whichever is answered first', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { window, told, answers, changes } = changing()
      for (const at of order) {
        if (at === 0) answers[0]?.reject(new DeskError('disk-full', 'full'))
        else answers[1]?.resolve({ ...answered, previewWidth: 'desktop' })
        await changes[at]
      }
      expect(window.state().settings).toMatchObject({ storyLanguage: 'ar', previewWidth: 'desktop' })
      expect(told).toMatchObject([{ kind: 'error' }])
    }
  })
  test('the answer to the older one takes nothing back of the newer', async () => {
    const { window, answers, changes } = changing()
    answers[1]?.resolve({ ...answered, storyLanguage: 'ckb', previewWidth: 'desktop' })
    await changes[1]
    answers[0]?.resolve({ ...answered, storyLanguage: 'ckb' })
    await changes[0]
    expect(window.state().settings).toMatchObject({ storyLanguage: 'ckb', previewWidth: 'desktop' })
  })
})
