import { defaultTreeAdapter, html } from 'parse5'
import type { XmlElement, XmlNode } from './xml-tree.ts'
import type { HtmlElement } from './html-tree.ts'

type Attributes = Readonly<Record<string, string | undefined>>

/** An element of a page made by hand; attributes that are undefined are left out. */
export function h(
  name: string,
  attributes: Attributes,
  ...children: readonly (HtmlElement | string)[]
): HtmlElement {
  const attrs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ name: key, value }],
  )
  const element = defaultTreeAdapter.createElement(name, html.NS.HTML, attrs)
  for (const child of children) {
    if (typeof child === 'string') defaultTreeAdapter.insertText(element, child)
    else defaultTreeAdapter.appendChild(element, child)
  }
  return element
}

/** XHTML that stands in an XML file, as a page would have it: names in small letters, `xml:lang` as `lang`. */
export function htmlOf({ name, attributes, children }: XmlElement): HtmlElement {
  const own: Record<string, string> = {}
  for (const { name: key, value } of attributes) own[key.toLowerCase()] ??= value
  return h(name.toLowerCase(), own, ...children.map(htmlNode))
}

const htmlNode = (node: XmlNode): HtmlElement | string => (typeof node === 'string' ? node : htmlOf(node))
