import { expect, test } from 'vitest'
import { readTypingPlan, type TypingPlan } from '../../bench/typing-options.ts'
import { turnsOf } from '../../bench/turns.ts'

function planOf(...args: string[]): TypingPlan {
  const plan = readTypingPlan(args)
  if (!plan) throw new Error('these words ask for help')
  return plan
}
const told = (plan: TypingPlan): string[] =>
  turnsOf(plan).map(({ row, words, round, work }) => `${words} ${round} ${row.id} ${work}`)

test('the rows of a round are measured there, and those of the next back', () => {
  expect(told(planOf('--words', '600', '--rounds', '2', '--rows', 'contenteditable,midad'))).toEqual([
    '600 0 contenteditable typing',
    '600 0 midad typing',
    '600 1 midad typing',
    '600 1 contenteditable typing',
  ])
})

test('with --edits each row is also made bold, and pasted into at 600 words', () => {
  expect(told(planOf('--words', '600,50000', '--rounds', '1', '--rows', 'midad', '--edits'))).toEqual([
    '600 0 midad typing',
    '600 0 midad bold',
    '600 0 midad paste',
    '50000 0 midad typing',
    '50000 0 midad bold',
  ])
})

test('the slow peers are measured at 50,000 words only where they are named, content-visibility only where it does something', () => {
  const rowsAt = (words: number, plan: TypingPlan): string[] => [
    ...new Set(turnsOf(plan).flatMap((turn) => (turn.words === words ? turn.row.id : []))),
  ]
  const usual = planOf()
  for (const id of ['ckeditor', 'quill', 'slate']) {
    expect(rowsAt(5000, usual)).toContain(id)
    expect(rowsAt(50_000, usual)).not.toContain(id)
  }
  expect(rowsAt(50_000, usual)).toEqual(
    expect.arrayContaining(['contenteditable-cv', 'lexical', 'prosemirror']),
  )
  expect(rowsAt(600, usual)).not.toContain('contenteditable-cv')
  expect(rowsAt(50_000, planOf('--rows', 'quill'))).toEqual(['quill'])
})

test.each([
  [['--words', 'many'], 'whole numbers'],
  [['--rounds', '0'], 'whole numbers'],
  [['--rows', 'midad,vim'], 'there is no row vim'],
  [['--wrods', '600'], 'wrods'],
])('%j is refused in words', (args, why) => {
  expect(() => readTypingPlan(args)).toThrow(TypeError)
  expect(() => readTypingPlan(args)).toThrow(why)
})

test('asked for help, nothing is planned', () => {
  expect(readTypingPlan(['--help'])).toBeUndefined()
})
