import type { MessageKey } from '../../../../core/i18n/languages.ts'
import type { Translate } from '../../../../core/i18n/translate.ts'
import type { DirectedType } from '../../../editor/direction.ts'
import type { ToolbarState } from '../../../editor/story-editor-types.ts'

/** The names of what a caret may stand in. */
export const blocks = {
  paragraph: 'format.paragraph',
  'heading-2': 'format.heading2',
  'heading-3': 'format.heading3',
  'heading-4': 'format.heading4',
  picture: 'format.image',
  rule: 'format.rule',
} as const satisfies Record<ToolbarState['block'], MessageKey>
export const lists = { 'bullet-list': 'format.bullets', 'numbered-list': 'format.numbers' } as const
export const quotes = { quote: 'format.quote', 'pull-quote': 'format.pullQuote' } as const
const boxes = {
  note: 'format.note',
  'fact-box': 'format.factBox',
  questions: 'format.questions',
  timeline: 'format.timeline',
  sources: 'format.sources',
  gallery: 'format.gallery',
} as const satisfies Record<NonNullable<ToolbarState['box']>, MessageKey>
const parts = {
  'fact-title': 'format.factTitle',
  question: 'format.question',
  answer: 'format.answer',
  when: 'format.when',
} as const satisfies Record<NonNullable<ToolbarState['part']>, MessageKey>
/** What is turned or chosen as a whole, by its name. */
export const wholes: Readonly<Record<DirectedType, MessageKey>> = {
  paragraph: 'format.paragraph',
  heading: 'told.heading',
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
}

/** The cell that the caret has come to; the table with it where it comes from outside. */
function toldOfCell(before: ToolbarState, { row, column }: ToolbarState, t: Translate): string[] {
  if (row === 0 || (row === before.row && column === before.column)) return []
  return [t(before.row === 0 ? 'told.table' : 'told.cell', { row, column })]
}

/** What the caret has come into, from the outside in; what it has left, by what it stands in now. */
function toldOfBlocks(before: ToolbarState, now: ToolbarState, t: Translate): string[] {
  const come: string[] = []
  if (now.box && now.box !== before.box) come.push(t(boxes[now.box]))
  if (now.part && now.part !== before.part) come.push(t(parts[now.part]))
  come.push(...toldOfCell(before, now, t))
  if (now.quote && now.quote !== before.quote) come.push(t(quotes[now.quote]))
  if (now.list && now.list !== before.list) come.push(t(lists[now.list]))
  const hasLeft = (['box', 'part', 'row', 'quote', 'list', 'chosen'] as const).some(
    (each) => before[each] && !now[each],
  )
  const isOther = now.block !== before.block
  if ((isOther && now.block !== 'paragraph') || (come.length === 0 && (isOther || hasLeft)))
    come.push(t(blocks[now.block]))
  return come
}

/** What is said of a caret that has come from one place to another: kind and direction, where they differ; null for none. */
export function toldOfPlace(before: ToolbarState, now: ToolbarState, t: Translate): string | null {
  const isChosen = now.chosen !== null && now.chosen !== before.chosen
  const come =
    isChosen && now.chosen
      ? [t('told.chosen', { what: t(wholes[now.chosen]) })]
      : toldOfBlocks(before, now, t)
  if (now.direction !== before.direction) come.push(t(now.direction === 'rtl' ? 'told.rtl' : 'told.ltr'))
  if (come.length === 0) return null
  return come.reduce((first, second) => t('told.and', { first, second }))
}
