import { SaxesParser, type SaxesTagNS } from 'saxes'
import { DeskError } from '../api/errors.ts'

/** An element of an XML file: names without prefixes, each with the address of its namespace. */
export interface XmlElement {
  /** Local name. */
  name: string
  /** The address of its namespace; '' for none. */
  namespace: string
  attributes: readonly XmlAttribute[]
  children: readonly XmlNode[]
}
export interface XmlAttribute {
  name: string
  namespace: string
  value: string
}
/** Text stands as a string. */
export type XmlNode = XmlElement | string

/** Deeper XML is nobody's story, and a recursive walk of it would overflow the stack. */
const maxDepth = 500

/**
 * Reads well-formed XML 1.0 with namespaces. Nothing outside the text is ever asked for: a document type that declares entities is
 * refused, so neither an entity bomb nor a foreign file comes in (reliability.md §5).
 * @throws DeskError 'unreadable'
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const open: { element: XmlElement; children: XmlNode[] }[] = []
  let root: XmlElement | undefined
  parser.on('error', (error) => {
    throw new DeskError('unreadable', `not XML: ${error.message}`)
  })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw new DeskError('unreadable', 'the XML declares entities of its own', { reason: 'entities' })
  })
  parser.on('opentag', (tag) => {
    if (open.length >= maxDepth)
      throw new DeskError('unreadable', 'the XML is nested too deeply', { reason: 'too-much' })
    const children: XmlNode[] = []
    const element = elementOf(tag, children)
    open.at(-1)?.children.push(element)
    open.push({ element, children })
    root ??= element
  })
  const addText = (words: string): void => void open.at(-1)?.children.push(words)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  if (!root) throw new DeskError('unreadable', 'the XML is empty')
  return root
}

const elementOf = ({ local, uri, attributes }: SaxesTagNS, children: XmlNode[]): XmlElement => ({
  name: local,
  namespace: uri,
  attributes: Object.values(attributes).map((each) => ({
    name: each.local,
    namespace: each.uri,
    value: each.value,
  })),
  children,
})

/** The elements directly inside, of this name where one is given. */
export const childrenOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0]

/** The value of an attribute by its local name; of a namespace where one is given. */
export const xmlAttribute = (
  { attributes }: XmlElement,
  name: string,
  namespace?: string,
): string | undefined =>
  attributes.find((each) => each.name === name && (namespace === undefined || each.namespace === namespace))
    ?.value

/** All text inside, in its order. */
export function xmlText({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : xmlText(child))).join('')
}
