import { cleanHref } from '../../../core/model/clean-body.ts'
import { checkIsolates, cleanTexts } from './clean-texts.ts'
import { levelledLists } from './levelled-lists.ts'
import { mailQuotes } from './mail-quotes.ts'
import { plainNotes } from './notes.ts'
import { pageFurniture } from './page-furniture.ts'
import { originOf, withoutFormatHead } from './page-origin.ts'
import type { PasteCounts, PasteOrigin, PasteSource } from './paste-report.ts'
import { sourceOf } from './paste-source.ts'
import { boxesToParagraphs, flattenTables, placeDirections } from './place-blocks.ts'
import { purify } from './purify.ts'
import { checkSliceContext } from './slice-context.ts'
import { stylesToMarks, unwrap } from './styles-to-marks.ts'
import { takePictures, type PastedPicture } from './take-pictures.ts'
import { telegramPage } from './telegram-page.ts'
import { resolveChanges } from './tracked-changes.ts'
import { wordLists } from './word-lists.ts'

/** Foreign markup ready for the schema, and what had to be done to it on the way. */
export interface TidyMarkup {
  root: HTMLElement
  source: PasteSource | null
  counts: PasteCounts
  origin: PasteOrigin | null
  /** Pictures that came with the markup; `<figure data-media="import:<n>">` stands for the n-th. */
  pictures: PastedPicture[]
}

const offices: readonly (PasteSource | null)[] = ['word', 'word-web', 'google-docs', 'libreoffice', 'pages']

/** What each source asks for beside what all need: its structure as the story's, and its furniture left out. */
function recognise(root: HTMLElement, source: PasteSource | null): PasteCounts {
  if (source === 'telegram') return telegramPage(root)
  const isOffice = offices.includes(source)
  // Outlook writes as Word does.
  const isWord = isOffice || source === 'mail'
  const counts: PasteCounts = resolveChanges(root, isWord)
  if (isWord) counts.notes = plainNotes(root)
  if (source === 'mail') Object.assign(counts, mailQuotes(root))
  if (source === 'page') counts.furniture = pageFurniture(root)
  return counts
}

/** Word for the web says a direction and the end of a paragraph by the names of classes; Apple writes every second space in a span. */
function plainSpaces(root: Element): void {
  for (const box of root.querySelectorAll('.OutlineElement.Rtl')) box.setAttribute('dir', 'rtl')
  for (const end of root.querySelectorAll('.EOP')) end.remove()
  // Browsers write spaces that would collapse as a bare span of their own.
  for (const span of root.querySelectorAll('.Apple-converted-space, span:not([class]):not([style])'))
    if (span.childElementCount === 0 && /^[ \u{a0}]+$/u.test(span.textContent ?? '')) span.replaceWith(' ')
}

/** Elements that the editor writes itself, known by their classes. */
const ownClasses =
  'aside:is(.pull-quote, .note, .fact-box), h2.fact-title, dl.questions, div.question-answer, dt.question, dd.answer, ' +
  'ol:is(.timeline, .sources), li:is(.timeline-entry, .source), p.when, sup.footnote'

function tidyLinks(root: Element): void {
  for (const anchor of root.querySelectorAll('a')) {
    const href = cleanHref(anchor.getAttribute('href') ?? '')
    if (href === undefined) unwrap(anchor)
    else anchor.setAttribute('href', href)
  }
}

function dropLooks(root: Element): void {
  for (const element of root.querySelectorAll('[style], [class], [id]')) {
    element.removeAttribute('style')
    element.removeAttribute('id')
    if (!element.matches(ownClasses)) element.removeAttribute('class')
  }
}

/**
 * Purifies pasted markup and makes it into what the schema understands. `isPlain`: without recognising where it comes
 * from, so that every paragraph stays one and printed numbers stay letters.
 */
export function tidyMarkup(html: string, isPlain: boolean): TidyMarkup {
  const { markup, address } = withoutFormatHead(html)
  const root = purify(markup)
  checkSliceContext(root)
  const isOwn = root.querySelector('[data-pm-slice]') !== null
  const source = isPlain || isOwn ? null : sourceOf(markup, root)
  const origin = source === 'page' ? originOf(markup, root, address) : null
  const counts = isPlain || isOwn ? {} : recognise(root, source)
  if (!isOwn) plainSpaces(root)
  placeDirections(root)
  boxesToParagraphs(root)
  if (!isPlain && !isOwn) {
    wordLists(root)
    const lists = levelledLists(root)
    if (offices.includes(source)) {
      // The list of the notes is counted as notes.
      counts.lists = counts.notes ? lists - 1 : lists
      counts.tables = root.querySelectorAll('table').length
    }
  }
  stylesToMarks(root)
  flattenTables(root)
  const { pictures, remotePictures } = takePictures(root)
  tidyLinks(root)
  dropLooks(root)
  const hidden = cleanTexts(root)
  checkIsolates(root)
  return { root, source, counts: { ...counts, hidden, 'remote-pictures': remotePictures }, origin, pictures }
}
