import type { MessageKey } from '../../../../core/i18n/languages.ts'
import type { Translate } from '../../../../core/i18n/translate.ts'
import type { DirectedType } from '../../../editor/direction.ts'
import type { EditorCommand, ToolbarState } from '../../../editor/story-editor-types.ts'
import { isOfTables, whyNot } from '../table-menu/why-not.ts'

/** What is switched on and off at the caret, and its name. */
const marks = {
  bold: 'format.bold',
  italic: 'format.italic',
  underline: 'format.underline',
  strike: 'format.strike',
  subscript: 'format.subscript',
  superscript: 'format.superscript',
  isolate: 'format.isolate',
} as const satisfies Partial<Record<EditorCommand, MessageKey>>
const blocks = {
  paragraph: 'format.paragraph',
  'heading-2': 'format.heading2',
  'heading-3': 'format.heading3',
  'heading-4': 'format.heading4',
  picture: 'format.image',
  rule: 'format.rule',
} as const satisfies Record<ToolbarState['block'], MessageKey>
const lists = { 'bullet-list': 'format.bullets', 'numbered-list': 'format.numbers' } as const
const quotes = { quote: 'format.quote', 'pull-quote': 'format.pullQuote' } as const
const said: Readonly<Partial<Record<EditorCommand, MessageKey>>> = {
  undo: 'format.undo',
  redo: 'format.redo',
  'clear-formatting': 'format.clear',
  'move-up': 'told.movedUp',
  'move-down': 'told.movedDown',
  'table-row-before': 'told.rowBefore',
  'table-row-after': 'told.rowAfter',
  'table-column-before': 'told.columnBefore',
  'table-column-after': 'told.columnAfter',
  'table-merge': 'told.merged',
  'table-split': 'told.split',
  'table-delete-row': 'told.rowDeleted',
  'table-delete-column': 'told.columnDeleted',
  'table-delete': 'told.tableDeleted',
}
const refused: Readonly<Partial<Record<EditorCommand, MessageKey>>> = {
  'move-up': 'told.noFurtherUp',
  'move-down': 'told.noFurtherDown',
}
const inserted: Readonly<Partial<Record<EditorCommand, MessageKey>>> = {
  table: 'format.table',
  rule: 'format.rule',
  // Nobody sees or hears that they have come.
  'insert-zwnj': 'format.zwnj',
  'insert-zwj': 'format.zwj',
  'insert-lrm': 'format.lrm',
  'insert-rlm': 'format.rlm',
  'insert-alm': 'format.alm',
  'insert-nbsp': 'format.nbsp',
  'insert-tatweel': 'format.tatweel',
}
/** What is turned as a whole, by its name. */
const wholes: Readonly<Partial<Record<string, MessageKey>>> = {
  bulletList: 'format.bullets',
  orderedList: 'format.numbers',
  blockquote: 'format.quote',
  pullQuote: 'format.pullQuote',
  table: 'format.table',
  note: 'format.note',
  factBox: 'format.factBox',
  questions: 'format.questions',
  timeline: 'format.timeline',
  sources: 'format.sources',
  gallery: 'format.gallery',
  embed: 'format.embed',
} satisfies Record<Exclude<DirectedType, 'paragraph' | 'heading'>, MessageKey>
const has = <Names extends object>(names: Names, name: PropertyKey): name is keyof Names =>
  Object.hasOwn(names, name)

/** The direction, and what has it now where that is more than the paragraph. */
function toldOfTurn({ turned, direction }: ToolbarState, t: Translate): string {
  const what = turned && wholes[turned.block]
  const isRtl = (turned?.direction ?? direction) === 'rtl'
  return what
    ? t(isRtl ? 'told.wholeRtl' : 'told.wholeLtr', { what: t(what) })
    : t(isRtl ? 'told.rtl' : 'told.ltr')
}

/** What a screen reader says after a command, with the caret standing in `now`; null where the text itself tells enough. */
export function toldAfter(
  command: EditorCommand,
  isDone: boolean,
  now: ToolbarState,
  t: Translate,
): string | null {
  const switched = (isOn: boolean, what: MessageKey): string =>
    t(isOn ? 'told.on' : 'told.off', { what: t(what) })
  if (!isDone) {
    const why = isOfTables(command) ? whyNot(command, now.inTable) : refused[command]
    return why ? t(why) : null
  }
  if (has(marks, command)) return switched(now[command], marks[command])
  if (command === 'link' || command === 'unlink') return switched(now.link !== null, 'format.link')
  if (command === 'table-header-row') return switched(now.headerRow, 'table.headerRow')
  if (command === 'table-header-column') return switched(now.headerColumn, 'table.headerColumn')
  if (command.startsWith('direction-')) return toldOfTurn(now, t)
  if (has(lists, command)) return switched(now.list === command, lists[command])
  if (has(quotes, command)) return switched(now.quote === command, quotes[command])
  if (has(blocks, command) && !inserted[command]) return t(blocks[now.block])
  const what = inserted[command]
  if (what) return t('told.inserted', { what: t(what) })
  const sentence = said[command]
  return sentence ? t(sentence) : null
}

/** What is said where typing itself made another kind of block of this one (`# `, `- `, Enter behind a heading); null for none. */
export function toldOfBlock(before: ToolbarState, now: ToolbarState, t: Translate): string | null {
  if (now.list !== before.list) return t(now.list ? lists[now.list] : blocks[now.block])
  if (now.quote !== before.quote) return t(now.quote ? quotes[now.quote] : blocks[now.block])
  return now.block === before.block ? null : t(blocks[now.block])
}
