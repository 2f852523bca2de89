import { childrenOf, xmlText, type XmlElement } from '../xml-tree.ts'

/** The namespace of the HTML that items carry. */
export const encodedContent = 'http://purl.org/rss/1.0/modules/content/'

/** The text of the first child of this name, in this namespace where one is given. */
export function textIn(element: XmlElement, name: string, namespace = ''): string {
  const found = childrenOf(element, name).find((each) => namespace === '' || each.namespace === namespace)
  return found ? xmlText(found).trim() : ''
}
