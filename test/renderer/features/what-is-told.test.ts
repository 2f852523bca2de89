import { describe, expect, test } from 'vitest'
import { interfaceLanguage, interfaceLanguages } from '../../../core/i18n/languages.ts'
import { createTranslate } from '../../../core/i18n/translate.ts'
import {
  editorCommands,
  tableCommandNames,
  type TableCommand,
  type ToolbarState,
} from '../../../renderer/editor/story-editor-types.ts'
import { toldAfter } from '../../../renderer/features/article/told/what-is-told.ts'

const inTable: ToolbarState = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  subscript: false,
  superscript: false,
  isolate: false,
  link: null,
  linkTitle: '',
  block: 'paragraph',
  list: null,
  box: null,
  part: null,
  row: 1,
  column: 1,
  chosen: null,
  quote: null,
  direction: 'rtl',
  turned: null,
  inTable: true,
  headerRow: true,
  headerColumn: false,
  hasFolded: false,
  canUndo: true,
  canRedo: false,
  readOnly: false,
}
const [english] = interfaceLanguages.map((language) => createTranslate(language))
const told = (command: TableCommand, isDone: boolean, now = inTable): string | null =>
  english ? toldAfter(command, isDone, now, english) : null

describe('what is said of tables', () => {
  test.each(interfaceLanguages)(
    'each command says what it did, and another thing than the others, in $code',
    (language) => {
      const sentences = tableCommandNames.map((command) =>
        toldAfter(command, true, inTable, createTranslate(language)),
      )
      expect(sentences.filter((sentence) => !sentence)).toEqual([])
      expect(new Set(sentences).size).toBe(sentences.length)
    },
  )
  test('a header says whether it is on now', () => {
    expect(told('table-header-row', true)).toBe('Header row: on')
    expect(told('table-header-column', true)).toBe('Header column: off')
  })
  test('what does not apply says why', () => {
    expect(told('table-split', false)).toBe('This cell is not merged.')
    expect(told('table-delete-row', false)).toBe('A table has at least one row.')
    const outside = tableCommandNames.map((command) => told(command, false, { ...inTable, inTable: false }))
    expect(new Set(outside)).toEqual(new Set(['The caret is not in a table.']))
  })
})
const characters = editorCommands.filter((command) => command.startsWith('insert-'))

test('each character that is put in by a command is told by its name, in every language', () => {
  expect(characters).toHaveLength(7)
  for (const { code } of interfaceLanguages) {
    const t = createTranslate(interfaceLanguage(code))
    const told = characters.map((command) => toldAfter(command, true, inTable, t))
    expect(new Set(told).size).toBe(characters.length)
    expect(told).not.toContain(null)
  }
  const english = createTranslate(interfaceLanguage('en'))
  expect(toldAfter('insert-alm', true, inTable, english)).toBe('Inserted: Arabic letter mark')
})
test('nothing is told of one that could not be put in', () => {
  const english = createTranslate(interfaceLanguage('en'))
  expect(characters.map((command) => toldAfter(command, false, inTable, english))).toEqual(
    characters.map(() => null),
  )
})

test.each(interfaceLanguages)(
  'each command says something, but for those whose gallery says where the picture is, in $code',
  (language) => {
    const t = createTranslate(language)
    const silent = editorCommands.filter((command) => !toldAfter(command, true, inTable, t))
    expect(silent).toEqual(['picture-forward', 'picture-back'])
  },
)
test('folding says whether notes are folded now', () => {
  const english = createTranslate(interfaceLanguage('en'))
  const toldOf = (hasFolded: boolean) => toldAfter('fold-notes', true, { ...inTable, hasFolded }, english)
  expect([toldOf(true), toldOf(false)]).toEqual(['Notes folded', 'Notes open'])
})
