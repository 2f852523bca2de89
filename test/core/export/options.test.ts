import { expect, test } from 'vitest'
import { formats } from '../../../core/export/registry.ts'
import { optionsOf } from '../../../core/export/options.ts'
import { interfaceLanguages } from '../../../core/i18n/languages.ts'
import type { FormatOption } from '../../../core/api/files.ts'

const options: FormatOption[] = [
  { id: 'columns', kind: 'flag', label: '72 columns', labelKey: 'x', default: false },
  {
    id: 'pictures',
    kind: 'choice',
    label: 'pictures',
    labelKey: 'x',
    default: 'inside',
    choices: [
      { value: 'inside', labelKey: 'x' },
      { value: 'beside', labelKey: 'x' },
    ],
  },
]
const format = { id: 'planted', options }

test('every option has a value: the one asked for, or the usual one', () => {
  expect(optionsOf(format)).toEqual({ columns: false, pictures: 'inside' })
  expect(optionsOf(format, { columns: true })).toEqual({ columns: true, pictures: 'inside' })
  expect(optionsOf({ id: 'plain' })).toEqual({})
})

test.each([
  ['an option that the format does not have', { colour: 'red' }],
  ['a word for a switch', { columns: 'yes' }],
  ['a value that is no choice', { pictures: 'above' }],
  ['what every object has', { constructor: true }],
])('%s is refused', (_what, asked) => {
  expect(() => optionsOf(format, asked)).toThrow(expect.objectContaining({ code: 'bad-request' }))
})

test('every option of every format has a word in every language, and no two of a format have one id', () => {
  for (const { options: own = [] } of formats) {
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length)
    const keys = own.flatMap((option) => [
      option.labelKey,
      ...(option.kind === 'choice' && option.choices !== 'themes'
        ? option.choices.map(({ labelKey }) => labelKey)
        : []),
    ])
    for (const { catalogue } of interfaceLanguages)
      expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(keys))
  }
})
