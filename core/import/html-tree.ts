import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { DeskError } from '../api/errors.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
type HtmlParent = DefaultTreeAdapterTypes.ParentNode

/** Chromium stops nesting at 512 open elements; what is deeper was written to break a reader. */
const maxOpenElements = 512
/** A long news page has some 5,000; misnested formatting can make millions of a few kilobytes. */
const maxElements = 200_000
/** The parser compares every attribute of a tag with those before it. */
const maxAttributes = 400

/**
 * The tree of a page.
 * @throws DeskError 'unsupported-file' where it is nested, or has elements or attributes, beyond any real page
 */
export function parsePage(text: string): DefaultTreeAdapterTypes.Document {
  if (mostAttributes(text) > maxAttributes) throw tooMuch('attributes')
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

const tooMuch = (what: string) => new DeskError('unsupported-file', `the page has too much ${what}`)

/** The most attributes that a tag could have, reckoned as `=` and white space outside quotes: one pass, no tree. */
function mostAttributes(text: string): number {
  let most = 0
  for (const [tag] of text.matchAll(/<[a-z][^<>]{800,}/gi)) {
    const bare = tag.replace(/"[^"]*"|'[^']*'/g, '')
    most = Math.max(most, bare.split(/[\s/=]+/).length)
  }
  return most
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
    waiting.push(...[...node.childNodes].reverse())
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
