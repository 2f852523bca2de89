import { parse, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
const blocks = new Set(
  'p h1 h2 h3 h4 li blockquote figure figcaption td th tr table div header main footer article hr'.split(' '),
)
const unseen = new Set(['head', 'script', 'style'])

/** The lines a reader of the page sees, an image's alt a line of its own, empty ones left out. */
export function visibleLines(html: string): string[] {
  let text = ''
  const walk = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) text += node.value.replaceAll(/[\t\n\f\r ]+/g, ' ')
    if (!('tagName' in node) || unseen.has(node.tagName)) return
    if (node.tagName === 'img') text += `\n${node.attrs.find(({ name }) => name === 'alt')?.value ?? ''}\n`
    const isBlock = blocks.has(node.tagName) || node.tagName === 'br'
    if (isBlock) text += '\n'
    node.childNodes.forEach(walk)
    if (isBlock) text += '\n'
  }
  parse(html).childNodes.forEach(walk)
  return linesOf(text)
}

/** The lines of a text, empty ones left out. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
