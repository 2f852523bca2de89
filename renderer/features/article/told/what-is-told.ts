import type { MessageKey } from '../../../../core/i18n/languages.ts'
import type { Translate } from '../../../../core/i18n/translate.ts'
import {
  type EditorCommand,
  type TableCommand,
  type ToolbarState,
} from '../../../editor/story-editor-types.ts'
import { isOfTables, whyNot } from '../table-menu/why-not.ts'
import { blocks, lists, quotes, wholes } from './place-told.ts'

/** What is said after a command, with the caret standing in `now`. */
type Telling = (now: ToolbarState, t: Translate) => string

const says =
  (sentence: MessageKey): Telling =>
  (_now, t) =>
    t(sentence)
const inserted =
  (what: MessageKey): Telling =>
  (_now, t) =>
    t('told.inserted', { what: t(what) })
const switched =
  (what: MessageKey, isOn: (now: ToolbarState) => boolean): Telling =>
  (now, t) =>
    t(isOn(now) ? 'told.on' : 'told.off', { what: t(what) })
const listed = (list: keyof typeof lists): Telling => switched(lists[list], (now) => now.list === list)
const quoted = (quote: keyof typeof quotes): Telling => switched(quotes[quote], (now) => now.quote === quote)
const isBlock: Telling = (now, t) => t(blocks[now.block])
const linked = switched('format.link', ({ link }) => link !== null)

/** The direction, and what has it now where that is more than the paragraph. */
const turned: Telling = ({ turned: last, direction }, t) => {
  const isRtl = (last?.direction ?? direction) === 'rtl'
  if (!last || last.block === 'paragraph' || last.block === 'heading')
    return t(isRtl ? 'told.rtl' : 'told.ltr')
  return t(isRtl ? 'told.wholeRtl' : 'told.wholeLtr', { what: t(wholes[last.block]) })
}

const ofTables: Record<TableCommand, Telling> = {
  'table-row-before': says('told.rowBefore'),
  'table-row-after': says('told.rowAfter'),
  'table-column-before': says('told.columnBefore'),
  'table-column-after': says('told.columnAfter'),
  'table-header-row': switched('table.headerRow', (now) => now.headerRow),
  'table-header-column': switched('table.headerColumn', (now) => now.headerColumn),
  'table-merge': says('told.merged'),
  'table-split': says('told.split'),
  'table-delete-row': says('told.rowDeleted'),
  'table-delete-column': says('told.columnDeleted'),
  'table-delete': says('told.tableDeleted'),
}

/** Each command has its sentence, or what says it in its place: one that is missing here stops the build. */
const tellings: Record<EditorCommand, Telling | 'said-by-the-gallery'> = {
  bold: switched('format.bold', (now) => now.bold),
  italic: switched('format.italic', (now) => now.italic),
  underline: switched('format.underline', (now) => now.underline),
  strike: switched('format.strike', (now) => now.strike),
  subscript: switched('format.subscript', (now) => now.subscript),
  superscript: switched('format.superscript', (now) => now.superscript),
  link: linked,
  unlink: linked,
  'open-link': says('told.linkOpens'),
  isolate: switched('format.isolate', (now) => now.isolate),
  paragraph: isBlock,
  'heading-2': isBlock,
  'heading-3': isBlock,
  'heading-4': isBlock,
  'bullet-list': listed('bullet-list'),
  'numbered-list': listed('numbered-list'),
  quote: quoted('quote'),
  'pull-quote': quoted('pull-quote'),
  rule: inserted('format.rule'),
  table: inserted('format.table'),
  ...ofTables,
  image: inserted('format.image'),
  gallery: inserted('format.gallery'),
  'take-apart': says('told.apart'),
  crop: says('told.cropped'),
  embed: inserted('format.embed'),
  'picture-forward': 'said-by-the-gallery',
  'picture-back': 'said-by-the-gallery',
  'direction-rtl': turned,
  'direction-ltr': turned,
  'direction-flip': turned,
  undo: says('format.undo'),
  redo: says('format.redo'),
  indent: says('told.indented'),
  outdent: says('told.outdented'),
  'move-up': says('told.movedUp'),
  'move-down': says('told.movedDown'),
  duplicate: says('told.duplicated'),
  'delete-block': says('told.blockDeleted'),
  'clear-formatting': says('format.clear'),
  'quotation-marks': inserted('format.quotationMarks'),
  'hard-break': inserted('told.lineBreak'),
  // Nobody sees or hears that they have come.
  'insert-zwnj': inserted('format.zwnj'),
  'insert-zwj': inserted('format.zwj'),
  'insert-lrm': inserted('format.lrm'),
  'insert-rlm': inserted('format.rlm'),
  'insert-alm': inserted('format.alm'),
  'insert-nbsp': inserted('format.nbsp'),
  'insert-tatweel': inserted('format.tatweel'),
  note: inserted('format.note'),
  'next-note': says('format.note'),
  'fold-notes': ({ hasFolded }, t) => t(hasFolded ? 'told.notesFolded' : 'told.notesOpen'),
  'fact-box': inserted('format.factBox'),
  questions: inserted('format.questions'),
  timeline: inserted('format.timeline'),
  footnote: inserted('format.footnote'),
  'to-source': ({ box }, t) => t(box === 'sources' ? 'format.sources' : 'format.sourceBack'),
  'next-tk': says('command.nextTk'),
}
const refused: Readonly<Partial<Record<EditorCommand, MessageKey>>> = {
  'move-up': 'told.noFurtherUp',
  'move-down': 'told.noFurtherDown',
  'open-link': 'told.noLink',
}

/** What a screen reader says after a command, with the caret standing in `now`; null where something else says it, or where it was refused without a reason. */
export function toldAfter(
  command: EditorCommand,
  isDone: boolean,
  now: ToolbarState,
  t: Translate,
): string | null {
  const telling = tellings[command]
  if (isDone) return telling === 'said-by-the-gallery' ? null : telling(now, t)
  const why = isOfTables(command) ? whyNot(command, now.inTable) : refused[command]
  return why ? t(why) : null
}
