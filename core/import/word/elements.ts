import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts'

/** The first of what a file offers that we know, else what it offers to others. */
export function alternative(element: XmlElement): XmlElement {
  const choice = childrenOf(element, 'Choice').find((each) => childrenOf(each).length > 0)
  return choice ?? childOf(element, 'Fallback') ?? element
}

/** The elements of a name inside, none inside another of them; where there are alternatives, only in one. */
export function below(element: XmlElement, name: string): XmlElement[] {
  const inside = element.name === 'AlternateContent' ? alternative(element) : element
  return childrenOf(inside).flatMap((child) => (child.name === name ? [child] : below(child, name)))
}

/** What blocks are held by: looked through, as what was put in is. What was taken out is left out. */
const wrappers = new Set(['ins', 'moveTo', 'smartTag', 'customXml', 'sdtContent'])

/** The blocks of a container in their order, content controls with their names among them. */
export function flattened(elements: readonly XmlElement[]): XmlElement[] {
  return elements.flatMap((element): XmlElement[] => {
    if (wrappers.has(element.name)) return flattened(childrenOf(element))
    if (element.name === 'AlternateContent') return flattened(childrenOf(alternative(element)))
    return [element]
  })
}
