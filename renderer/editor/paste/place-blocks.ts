import { declarationsOf } from './styles-to-marks.ts'

const blocks =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, table, aside, div, section, article, main, figure, dl, pre, hr'
const wrappers = 'div, section, article, main, header, footer, center, address, body'

/** The direction that an element states in its attribute or its style, in any case of letters. */
function statedDirection(element: Element): string | null {
  const dir = (element.getAttribute('dir') ?? declarationsOf(element).get('direction') ?? '')
    .trim()
    .toLowerCase()
  return dir === 'rtl' || dir === 'ltr' ? dir : null
}

/** Hands the direction of wrappers down to blocks, where the schema keeps it, and drops it from runs of text. */
export function placeDirections(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    const dir = statedDirection(element)
    element.removeAttribute('dir')
    if (!dir) continue
    const isWrapper = element.matches(wrappers) && element.querySelector(blocks) !== null
    const holders = isWrapper ? [...element.children].filter((child) => !statedDirection(child)) : [element]
    for (const holder of holders)
      if (isWrapper || holder.matches(`${blocks}, li, td, th, bdi`)) holder.setAttribute('dir', dir)
  }
}

/** Boxes that hold a line of text are paragraphs. */
export function boxesToParagraphs(root: Element): void {
  for (const element of root.querySelectorAll(wrappers)) {
    if (element.querySelector(blocks)) continue
    const paragraph = root.ownerDocument.createElement('p')
    const dir = element.getAttribute('dir')
    if (dir) paragraph.setAttribute('dir', dir)
    paragraph.append(...element.childNodes)
    element.replaceWith(paragraph)
  }
}

/** Tables inside cells become their text, and a table of one cell (a layout) its content. */
export function flattenTables(root: Element): void {
  for (const table of [...root.querySelectorAll('table')].toReversed()) {
    const cells = [...table.querySelectorAll('td, th')]
    if (!table.parentElement?.closest('td, th') && cells.length !== 1) continue
    const parts = cells.map((cell) => {
      const part = root.ownerDocument.createElement(cell.querySelector(blocks) ? 'div' : 'p')
      part.append(...cell.childNodes)
      return part
    })
    table.replaceWith(...parts)
  }
}
