import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { DeskError } from '../api/errors.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
type HtmlParent = DefaultTreeAdapterTypes.ParentNode

/** Chromium stops nesting at 512 open elements; what is deeper was written to break a reader. */
const maxOpenElements = 512
/** A long news page has some 5,000; misnested formatting can make millions of a few kilobytes. */
const maxElements = 200_000
/** The parser compares every attribute of a tag with those before it: at most so many comparisons, some 0.5 s. */
const maxComparisons = 1e8

/**
 * The tree of a page.
 * @throws DeskError 'unsupported-file' where it is nested, or has elements or attributes, beyond any real page
 */
export function parsePage(text: string): DefaultTreeAdapterTypes.Document {
  if (attributeComparisons(text) > maxComparisons) throw tooMuch('attributes')
  let open = 0
  let elements = 0
  return parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        elements += 1
        if (elements > maxElements) throw tooMuch('elements')
        return defaultTreeAdapter.createElement(name, namespace, attributes)
      },
      onItemPush() {
        open += 1
        if (open > maxOpenElements) throw tooMuch('nesting')
      },
      onItemPop() {
        open -= 1
      },
    },
  })
}

const tooMuch = (what: string) =>
  new DeskError('unsupported-file', `the page has too much ${what}`, { reason: 'too-much' })

const skipped: Record<string, string> = { script: '</script', style: '</style', '!--': '-->' }
const tagStart = /<(!--|[a-z][^\s/>]*)/gi

/** The sum over all tags of their attributes squared, in one pass and without a tree. */
function attributeComparisons(text: string): number {
  let comparisons = 0
  tagStart.lastIndex = 0
  for (let tag = tagStart.exec(text); tag; tag = tagStart.exec(text)) {
    const name = tag[1]?.toLowerCase() ?? ''
    const { end, count } =
      name === '!--' ? { end: tagStart.lastIndex, count: 0 } : attributesAt(text, tagStart.lastIndex)
    comparisons += count * count
    const close = skipped[name]
    const next = close === undefined ? end : indexOfClose(text, close, end)
    if (next === -1) break
    tagStart.lastIndex = next
  }
  return comparisons
}

function indexOfClose(text: string, close: string, from: number): number {
  const pattern = new RegExp(close, 'gi')
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

const isSpace = (letter: string): boolean => letter !== '' && letter.trim() === ''

/** How many attributes a tag has whose name ends at `from`, and where the tag ends (HTML standard §13.2.5.32-38). */
function attributesAt(text: string, from: number): { end: number; count: number } {
  let count = 0
  let isBetween = true
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '>') return { end: at, count }
    if (letter === '=' && !isBetween) {
      at = valueEnd(text, at + 1)
      isBetween = true
      continue
    }
    const isGap = letter === '/' || isSpace(letter)
    if (!isGap && isBetween) count += 1
    isBetween = isGap
  }
  return { end: text.length, count }
}

/** The last letter of an attribute's value; one without its closing quote takes the rest of the file. */
function valueEnd(text: string, from: number): number {
  let at = from
  while (isSpace(text.charAt(at))) at += 1
  const quote = text.charAt(at)
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1)
    return close === -1 ? text.length : close
  }
  while (at < text.length && text.charAt(at) !== '>' && !isSpace(text.charAt(at))) at += 1
  return at - 1
}

export const isElement = (node: HtmlNode | HtmlParent): node is HtmlElement => 'tagName' in node
export const isText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

/** The value of an attribute; undefined where there is none. */
export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value
export const hasClass = (element: HtmlElement, name: string): boolean =>
  attribute(element, 'class')?.split(/\s+/).includes(name) ?? false

/** Every element below `root` in the order of the document; `enter` may keep out an element and what lies inside it. */
export function elementsOf(
  root: HtmlParent,
  enter: (element: HtmlElement) => boolean = () => true,
): HtmlElement[] {
  const found: HtmlElement[] = []
  const waiting: HtmlNode[] = [...root.childNodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node) || !enter(node)) continue
    found.push(node)
    for (const child of [...node.childNodes].reverse()) waiting.push(child)
  }
  return found
}

/** All text below an element, as written. */
export function textOf(root: HtmlParent): string {
  let text = ''
  for (const node of root.childNodes) {
    if (isText(node)) text += node.value
    else if (isElement(node)) text += node.tagName === 'br' ? '\n' : textOf(node)
  }
  return text
}

/** The first element below `root` that fits. */
export function findElement(
  root: HtmlParent,
  fits: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  return elementsOf(root).find(fits)
}
