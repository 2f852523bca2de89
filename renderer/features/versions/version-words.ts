import { formatNumber } from '../../../core/language/numbers.ts'
import type { ComparedTexts } from '../../../core/api/versions.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { LineStyle } from '../../../core/model/comparison.ts'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { Words } from '../../ui/words.tsx'

/** A number in the interface's digits. */
export const numberIn = ({ language, digits }: Words['dates'], n: number): string =>
  formatNumber(n, digits ? { language, digits } : { language })

/** Whether nothing that differs can be shown: not in the details, and in no line of the story. */
export const showsNothing = ({ fields, lines }: ComparedTexts): boolean =>
  fields.length === 0 && lines.every(({ kind }) => kind === 'same')

const markNames: Readonly<Record<string, MessageKey>> = {
  bold: 'format.bold',
  italic: 'format.italic',
  underline: 'format.underline',
  strike: 'format.strike',
  subscript: 'format.subscript',
  superscript: 'format.superscript',
  link: 'format.link',
  bdi: 'format.isolate',
  footnote: 'format.footnote',
}
/** A mark may say more behind its name, a link where it leads. */
export const markOf = (mark: string): string => /^[a-z]*/i.exec(mark)?.[0] ?? ''

/** Marks as a person calls them. */
export function marksInWords(t: Translate, marks: readonly string[]): string {
  const names = new Set(
    marks.flatMap((mark) => {
      const name = markNames[markOf(mark)]
      return name ? [t(name)] : []
    }),
  )
  return names.size === 0 ? t('compare.plain') : [...names].join(' + ')
}

const blockNames: Readonly<Record<string, MessageKey>> = {
  bulletList: 'format.bullets',
  orderedList: 'format.numbers',
  blockquote: 'format.quote',
  pullQuote: 'format.pullQuote',
  table: 'format.table',
  note: 'format.note',
  factBox: 'format.factBox',
  factTitle: 'format.factTitle',
  questions: 'format.questions',
  question: 'format.question',
  answer: 'format.questions',
  timeline: 'format.timeline',
  when: 'format.when',
  sources: 'format.sources',
  source: 'format.sources',
  gallery: 'format.gallery',
}
const headings: Readonly<Record<number, MessageKey>> = {
  2: 'format.heading2',
  3: 'format.heading3',
  4: 'format.heading4',
}

/** How a line was set, where it is set otherwise now: its kind, or else the first of what tells the two apart. */
export function styleInWords(t: Translate, was: LineStyle, now: LineStyle): string {
  const name = nameOf(was)
  if (name !== nameOf(now)) return t(name)
  if (was.follows !== now.follows) return t(was.follows === 'joined' ? 'compare.joined' : 'compare.apart')
  if (was.start !== now.start) return t('compare.start', { number: was.start ?? 1 })
  if (was.cell) {
    const { isHeader, columns, rows } = was.cell
    if (isHeader !== now.cell?.isHeader) return t(isHeader ? 'compare.headerCell' : 'compare.cell')
    return t('compare.span', { columns, rows })
  }
  return t(was.direction === 'rtl' ? 'command.directionRtl' : 'command.directionLtr')
}

function nameOf({ type, level, within }: LineStyle): MessageKey {
  const around = blockNames[within.at(-1) ?? '']
  if (type === 'heading') return headings[level ?? 2] ?? 'format.heading2'
  if (type === 'image') return 'format.image'
  if (type === 'embed') return 'format.embed'
  if (type === 'horizontalRule') return 'format.rule'
  return around ?? 'format.paragraph'
}
