import { describe, expect, test } from 'vitest'
import { DeskError } from '../../../../core/api/errors.ts'
import { Speller, type SpellingWorker } from '../../../../renderer/editor/spelling/speller.ts'
import type {
  DictionarySource,
  SpellingAnswer,
  SpellingQuestion,
} from '../../../../renderer/editor/spelling/spelling-messages.ts'

type Answer = (question: SpellingQuestion) => Omit<SpellingAnswer, 'number'>

/** A worker in this thread that notes what it is asked; words with x are wrong. */
function worker(answer: Answer = usual) {
  const asked: SpellingQuestion[] = []
  let tell: (event: MessageEvent<SpellingAnswer>) => void = () => undefined
  let fail: (event: ErrorEvent) => void = () => undefined
  const made: SpellingWorker = {
    postMessage(question) {
      asked.push(question)
      queueMicrotask(() =>
        tell({ data: { number: question.number, ...answer(question) } } as MessageEvent<SpellingAnswer>),
      )
    },
    addEventListener: (type: string, listener: never) =>
      void (type === 'error' ? (fail = listener) : (tell = listener)),
    terminate: () => undefined,
  }
  return { made, asked, fail: () => fail({ message: 'blocked' } as ErrorEvent) }
}
const usual: Answer = (question) => {
  if (question.kind === 'check') return { right: question.plain.map((word) => !word.includes('x')) }
  return question.kind === 'suggest' ? { suggestions: [question.plain.replace('x', '')] } : {}
}
const texts: DictionarySource = { kind: 'texts', affixes: '', words: '' }

function speller(answer?: Answer, sourceOf = () => Promise.resolve<DictionarySource | null>(texts)) {
  const { made, asked, fail } = worker(answer)
  let started = 0
  const speller = new Speller({
    startWorker: () => {
      started += 1
      return made
    },
    sourceOf,
  })
  const checked = () => asked.flatMap((question) => (question.kind === 'check' ? question.plain : []))
  return { speller, asked, checked, fail, started: () => started }
}
const answered = (speller: Speller) =>
  new Promise<void>((resolve) => {
    const stop = speller.onAnswers(() => {
      stop()
      resolve()
    })
  })

describe('a dictionary', () => {
  test('is loaded when the first word of its language is asked about, and no word twice', async () => {
    const { speller: one, asked, checked, started } = speller()
    expect(started()).toBe(0)
    expect(one.isRight('ar', 'a')).toBeUndefined()
    expect(one.isRight('ar', 'xb')).toBeUndefined()
    // Asked again while the answer is on its way.
    await new Promise((resolve) => setTimeout(resolve))
    const isPending = one.isRight('ar', 'a') === undefined
    if (isPending) await answered(one)
    expect([one.isRight('ar', 'a'), one.isRight('ar', 'xb')]).toEqual([true, false])
    one.isRight('ar', 'a')
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(checked()).toEqual(['a', 'xb'])
    expect(asked.filter(({ kind }) => kind === 'load')).toHaveLength(1)
  })

  test('that was exchanged is asked anew', async () => {
    const { speller: one, asked } = speller()
    one.isRight('ckb', 'x')
    await answered(one)
    one.forget('ckb')
    expect(one.isRight('ckb', 'x')).toBeUndefined()
    await answered(one)
    expect(asked.map(({ kind }) => kind)).toEqual(['load', 'check', 'drop', 'load', 'check'])
  })

  test('that there is none of holds nothing against a word', async () => {
    const { speller: one, started } = speller(usual, () => Promise.resolve(null))
    one.isRight('ckb', 'x')
    await answered(one)
    expect(one.isRight('ckb', 'x')).toBe(true)
    expect(await one.suggestions('ckb', 'x')).toEqual([])
    expect([started(), one.takeFaults()]).toEqual([0, []])
  })

  test.each<[string, Answer, () => Promise<DictionarySource | null>]>([
    ['is missing', () => ({ fault: '404' }), () => Promise.resolve(texts)],
    ['the desk refuses', usual, () => Promise.reject(new DeskError('not-a-dictionary', 'x'))],
  ])('that %s is told of once, and holds nothing against a word', async (_, answer, sourceOf) => {
    const { speller: one } = speller(answer, sourceOf)
    one.isRight('ar', 'x')
    await answered(one)
    expect(one.isRight('ar', 'x')).toBe(true)
    expect(one.takeFaults()).toMatchObject([{ language: 'ar' }])
    expect(one.takeFaults()).toEqual([])
  })

  test('whose worker is stopped by the browser is told of', async () => {
    const { made } = worker()
    let fail: (event: ErrorEvent) => void = () => undefined
    const one = new Speller({
      startWorker: () => ({
        ...made,
        postMessage: () => queueMicrotask(() => fail({ message: 'blocked' } as ErrorEvent)),
        addEventListener: (type: string, listener: never) => void (type === 'error' && (fail = listener)),
      }),
      sourceOf: () => Promise.resolve(texts),
    })
    one.isRight('ar', 'x')
    await answered(one)
    expect(one.takeFaults()).toEqual([{ language: 'ar', thrown: 'blocked' }])
  })
})

test('many words go in small lots, so that a suggestion never waits long', async () => {
  const { speller: one, asked } = speller()
  for (let n = 0; n < 1000; n += 1) one.isRight('ar', `w${n}`)
  await answered(one)
  const lots = asked.flatMap((question) => (question.kind === 'check' ? [question.plain.length] : []))
  expect(lots).toEqual([400, 400, 200])
})

test('the house’s words are learnt once they are others, and only by a dictionary in use', async () => {
  const { speller: one, asked } = speller()
  const house = ['Erbil']
  one.learn('en', house)
  one.isRight('en', 'x')
  await answered(one)
  one.learn('en', house)
  one.learn('en', house)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(asked.filter(({ kind }) => kind === 'learn')).toHaveLength(1)
})
