import type { Block, Inline } from '../model/body.ts'
import type { Direction } from '../model/language-code.ts'
import { footnoteIdPattern } from '../model/footnote-id.ts'
import type { Feature, QuestionAnswer, Source, TimelineEntry } from '../model/story-blocks.ts'
import { attribute, hasClass, isElement, type HtmlElement, type HtmlNode } from './html-tree.ts'

/** How the rest of the page is read, from inside such a block. */
export interface Readers {
  attrs: { attrs?: { dir?: Direction } }
  blocks: (nodes: readonly HtmlNode[]) => Block[]
  inlines: (nodes: readonly HtmlNode[]) => Inline[]
}
type Read = (element: HtmlElement, readers: Readers) => Feature | undefined

/** How to read an element of our own pages that is a fact box, questions, a timeline or the sources; undefined for any other. */
export function ownFeature(element: HtmlElement): Read | undefined {
  const { tagName } = element
  if ((tagName === 'aside' || tagName === 'div') && hasClass(element, 'fact-box')) return factBox
  if (tagName === 'dl' && hasClass(element, 'questions')) return questions
  if (tagName === 'ol' && hasClass(element, 'timeline')) return timeline
  return tagName === 'section' && hasClass(element, 'sources') ? sources : undefined
}

/** The id of a footnote of our own pages, from the address of its source. */
export function footnoteId(element: HtmlElement): string | undefined {
  if (element.tagName !== 'sup' || !hasClass(element, 'footnote')) return undefined
  const [link] = children(element, 'a')
  return idBehind('#fn', link && attribute(link, 'href'))
}

const factBox: Read = (element, { attrs, blocks, inlines }) => {
  const titleId = attribute(element, 'aria-labelledby')
  const isTitle = (node: HtmlNode): node is HtmlElement =>
    isElement(node) && titleId !== undefined && attribute(node, 'id') === titleId
  const title = element.childNodes.find(isTitle)
  const held = filled(blocks(element.childNodes.filter((node) => node !== title)))
  return {
    type: 'factBox',
    ...attrs,
    content: [{ type: 'factTitle', ...contentOf(inlines(title?.childNodes ?? [])) }, ...held],
  }
}

const questions: Read = (element, { attrs, blocks, inlines }) => {
  const content = children(element, 'div').map((pair): QuestionAnswer => {
    const [asked] = children(pair, 'dt')
    const [answered] = children(pair, 'dd')
    return {
      type: 'questionAnswer',
      content: [
        { type: 'question', ...contentOf(inlines(unlabelled(asked))) },
        { type: 'answer', content: filled(blocks(unlabelled(answered))) },
      ],
    }
  })
  return content.length > 0 ? { type: 'questions', ...attrs, content } : undefined
}

const timeline: Read = (element, { attrs, blocks, inlines }) => {
  const content = children(element, 'li').map((entry): TimelineEntry => {
    const when = children(entry, 'p').find((line) => hasClass(line, 'when'))
    const told = entry.childNodes.filter((node) => node !== when)
    return {
      type: 'timelineEntry',
      content: [{ type: 'when', ...contentOf(inlines(when?.childNodes ?? [])) }, ...filled(blocks(told))],
    }
  })
  return content.length > 0 ? { type: 'timeline', ...attrs, content } : undefined
}

const sources: Read = (element, { attrs, inlines }) => {
  const [list] = children(element, 'ol')
  const content = (list ? children(list, 'li') : []).flatMap((item): Source[] => {
    const id = idBehind('fn', attribute(item, 'id'))
    if (id === undefined) return []
    const nodes = item.childNodes.filter((node) => !(isElement(node) && hasClass(node, 'back')))
    // The space before each link back is the export's own.
    const links = item.childNodes.length - nodes.length
    const words = withoutEnd(inlines(nodes), links).filter((node) => node.type !== 'footnote')
    return [{ type: 'source', attrs: { id }, ...contentOf(words) }]
  })
  return content.length > 0 ? { type: 'sources', ...attrs, content } : undefined
}

function idBehind(prefix: string, value = ''): string | undefined {
  const id = value.startsWith(prefix) ? value.slice(prefix.length) : ''
  return footnoteIdPattern.test(id) ? id : undefined
}

const children = (element: HtmlElement, name: string): HtmlElement[] =>
  element.childNodes.filter((node): node is HtmlElement => isElement(node) && node.tagName === name)
const unlabelled = (element: HtmlElement | undefined): HtmlNode[] =>
  element?.childNodes.filter((node) => !(isElement(node) && hasClass(node, 'label'))) ?? []
const contentOf = <Node extends Inline>(content: Node[]): { content?: Node[] } =>
  content.length > 0 ? { content } : {}
type Some<Node> = [Node, ...Node[]]
const filled = ([first, ...others]: Block[]): Some<Block> => [first ?? { type: 'paragraph' }, ...others]

/** The last text without its last so many letters. */
function withoutEnd(content: Inline[], count: number): Inline[] {
  const last = content.at(-1)
  if (count === 0 || last?.type !== 'text') return content
  const text = last.text.slice(0, -count)
  return text ? [...content.slice(0, -1), { ...last, text }] : content.slice(0, -1)
}
