import { cleanHref } from '../../../core/model/clean-body.ts'
import { cleanText } from '../../../core/language/clean-text.ts'
import { isInsideWord } from '../isolation.ts'
import { declarationsOf, stylesToMarks, unwrap } from './styles-to-marks.ts'
import { wordLists } from './word-lists.ts'

/** Foreign markup ready for the schema, and what had to be taken out of it on the way. */
export interface TidyMarkup {
  html: string
  hiddenRemoved: number
  remotePictures: number
  /** Pictures that came inside the markup; `<figure data-media="import:<n>">` stands for the n-th. */
  pictures: Blob[]
}

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
function placeDirections(root: Element): void {
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
function boxesToParagraphs(root: Element): void {
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
function flattenTables(root: Element): void {
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

const intakeTypes = /^data:(image\/(?:png|jpeg|gif|webp));base64,([a-z0-9+/=\s]+)$/i

/** The bytes of a `data:` picture; null for anything else. */
function pictureOf(address: string): Blob | null {
  const found = intakeTypes.exec(address)
  if (!found) return null
  try {
    const bytes = Uint8Array.from(atob(found[2] ?? ''), (character) => character.charCodeAt(0))
    return new Blob([bytes], { type: (found[1] ?? '').toLowerCase() })
  } catch {
    return null
  }
}

/** Takes pictures out of the markup: bytes go to intake, addresses elsewhere are counted and never asked. */
function takePictures(root: Element): { pictures: Blob[]; remotePictures: number } {
  const pictures: Blob[] = []
  let remotePictures = 0
  for (const image of root.querySelectorAll('img')) {
    const picture = pictureOf(image.getAttribute('src') ?? '')
    if (!picture) {
      // A picture of one point counts visits; nobody put it there to be seen.
      const isVisible = !/^[01](?:px)?$/.test(image.getAttribute('width') ?? '')
      if (isVisible) remotePictures += 1
      image.remove()
      continue
    }
    const figure = root.ownerDocument.createElement('figure')
    const outer = image.closest('figure')
    figure.dataset.media = `import:${pictures.length}`
    figure.dataset.alt = image.getAttribute('alt') ?? ''
    figure.dataset.caption = outer?.querySelector('figcaption')?.textContent?.trim() ?? ''
    pictures.push(picture)
    if (outer) outer.replaceWith(figure)
    else image.replaceWith(figure)
  }
  return { pictures, remotePictures }
}

/** Cleans the text of a node; runs between isolate characters become bdi, whole words only. */
function cleanTextNode(node: Text): number {
  const { text, removed, isolates } = cleanText(node.data)
  if (text === node.data && isolates.length === 0) return 0
  const parts: (string | Element)[] = []
  let done = 0
  for (const { from, to, dir } of isolates) {
    if (isInsideWord(text, from) || isInsideWord(text, to)) continue
    const bdi = node.ownerDocument.createElement('bdi')
    bdi.textContent = text.slice(from, to)
    if (dir) bdi.setAttribute('dir', dir)
    parts.push(text.slice(done, from), bdi)
    done = to
  }
  node.replaceWith(...parts, text.slice(done))
  return removed
}
function cleanTexts(root: Element): number {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  let removed = 0
  for (const node of nodes) removed += cleanTextNode(node)
  return removed
}

/** Bdi only where it does not cut a word in two. */
function checkIsolates(root: Element): void {
  for (const bdi of root.querySelectorAll('bdi')) {
    const before = bdi.previousSibling?.textContent ?? ''
    const after = bdi.nextSibling?.textContent ?? ''
    const inside = bdi.textContent ?? ''
    const isCut = isInsideWord(before + inside, before.length) || isInsideWord(inside + after, inside.length)
    if (isCut || inside.trim() === '') unwrap(bdi)
  }
}

const openers = [
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'pullQuote',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
]

/**
 * ProseMirror rebuilds the nodes around a copied piece from `data-pm-slice` without asking the schema. A page can
 * write that attribute too, so only known names pass, and their attributes do not.
 */
function checkSliceContext(root: Element): void {
  for (const element of root.querySelectorAll('[data-pm-slice]')) {
    const found = /^(\d{1,2}) (\d{1,2})( -\d{1,2})? (\[.*\])$/.exec(
      element.getAttribute('data-pm-slice') ?? '',
    )
    element.removeAttribute('data-pm-slice')
    if (!found) continue
    let context: unknown
    try {
      context = JSON.parse(found[4] ?? '')
    } catch {
      continue
    }
    if (!Array.isArray(context)) continue
    const names = context.filter((_name, index) => index % 2 === 0)
    if (!names.every((name) => typeof name === 'string' && openers.includes(name))) continue
    const bare = names.flatMap((name: unknown) => [name, null])
    element.setAttribute('data-pm-slice', `${found[1]} ${found[2]}${found[3] ?? ''} ${JSON.stringify(bare)}`)
  }
}

/** Makes pasted markup, already purified, into what the schema understands; changes `root` on the way. */
export function tidyMarkup(root: HTMLElement): TidyMarkup {
  checkSliceContext(root)
  placeDirections(root)
  boxesToParagraphs(root)
  wordLists(root)
  stylesToMarks(root)
  flattenTables(root)
  const { pictures, remotePictures } = takePictures(root)
  for (const anchor of root.querySelectorAll('a')) {
    const href = cleanHref(anchor.getAttribute('href') ?? '')
    if (href === undefined) unwrap(anchor)
    else anchor.setAttribute('href', href)
  }
  for (const element of root.querySelectorAll('[style], [class], [id]')) {
    element.removeAttribute('style')
    element.removeAttribute('id')
    if (!element.matches('aside.pull-quote')) element.removeAttribute('class')
  }
  const hiddenRemoved = cleanTexts(root)
  checkIsolates(root)
  return { html: root.innerHTML, hiddenRemoved, remotePictures, pictures }
}
