import type { HtmlElement } from './html-tree.ts'
import { h } from './xhtml-tree.ts'
import { childOf, childrenOf, xmlAttribute, xmlText, type XmlElement } from './xml-tree.ts'
import { metadata, nitfMedia, type NitfTexts } from './nitf-media.ts'

type Html = (HtmlElement | string)[]
const dirOf = (element: XmlElement): string | undefined => xmlAttribute(element, 'dir')?.toLowerCase()
const classOf = (element: XmlElement): string => xmlAttribute(element, 'class') ?? ''

/** The blocks of NITF as those of a page, their classes as core/export/wire-body.ts writes them. */
export function nitfBlocks(elements: readonly XmlElement[], texts: NitfTexts): HtmlElement[] {
  const blocks: HtmlElement[] = []
  for (let at = 0; at < elements.length; at += 1) {
    const element = elements[at]
    if (!element) continue
    const pictures = galleryFrom(elements, at)
    if (pictures.length < 2) {
      blocks.push(...block(element, texts))
      continue
    }
    at += pictures.length - 1
    const next = elements[at + 1]
    const caption = next && next.name === 'p' && classOf(next) === 'gallery-caption' ? next : undefined
    if (caption) at += 1
    const said = caption ? [h('figcaption', {}, ...inline(caption, texts))] : []
    const shown = pictures.flatMap((each) => nitfMedia(each, texts, inline))
    blocks.push(h('figure', { class: 'gallery', dir: dirOf(element) }, ...shown, ...said))
  }
  return blocks
}

/** The pictures from here on that one gallery of ours was made of. */
function galleryFrom(elements: readonly XmlElement[], from: number): XmlElement[] {
  const number = galleryOf(elements[from])
  if (number === undefined) return []
  const end = elements.findIndex((each, at) => at > from && galleryOf(each) !== number)
  return elements.slice(from, end === -1 ? undefined : end)
}

const galleryOf = (element: XmlElement | undefined): string | undefined =>
  element?.name === 'media' && classOf(element) === 'gallery' ? metadata(element, 'gallery') : undefined

function block(element: XmlElement, texts: NitfTexts): HtmlElement[] {
  const dir = dirOf(element)
  const around = (name: string, attributes: Record<string, string | undefined> = {}) => [
    h(name, { dir, ...attributes }, ...mixed(element, texts)),
  ]
  switch (element.name) {
    case 'p':
      return around('p', { class: classOf(element) === 'when' ? 'when' : undefined })
    case 'pre':
      return around('pre')
    case 'hl2':
      return around(/^level-[34]$/.test(classOf(element)) ? `h${classOf(element).slice(-1)}` : 'h2')
    case 'ul':
      return around('ul')
    case 'ol':
      return orderedList(element, texts)
    case 'hr':
      return [h('hr', {})]
    case 'bq':
      return quote(element, texts)
    case 'dl':
      return [definitions(element, texts)]
    case 'block':
      return classOf(element) === 'fact-box'
        ? [factBox(element, texts)]
        : nitfBlocks(childrenOf(element), texts)
    case 'table':
      return table(element, texts)
    case 'nitf-table':
      return childrenOf(element, 'table').flatMap((each) => table(each, texts))
    case 'media':
      return nitfMedia(element, texts, inline)
    case 'note':
    case 'fn':
    case 'body.content':
      return nitfBlocks(childrenOf(element), texts)
    default:
      return xmlText(element).trim() === '' ? [] : [h('p', {}, ...inline(element, texts))]
  }
}

const inlineNames = new Set(
  (
    'a br em lang num sub sup q pronounce chron classifier copyrite event function location money object.title org person ' +
    'postaddr virtloc frac alt-code'
  ).split(' '),
)

/** Words and blocks in the order of the file; what is a block among words stands for itself. */
function mixed(element: XmlElement, texts: NitfTexts): Html {
  const { children } = element
  const html: Html = []
  let blocks: XmlElement[] = []
  const closeBlocks = () => {
    html.push(...nitfBlocks(blocks, texts))
    blocks = []
  }
  for (const child of children) {
    if (typeof child !== 'string' && !inlineNames.has(child.name)) {
      if (child.name === 'li') {
        closeBlocks()
        html.push(h('li', { id: sourceId(child), dir: dirOf(child) }, ...mixed(child, texts)))
      } else blocks.push(child)
    } else if (typeof child === 'string' && child.trim() === '' && blocks.length > 0) continue
    else {
      closeBlocks()
      html.push(...inlineNode(child, texts))
    }
  }
  closeBlocks()
  return html
}

/** Of a source; where the file has two of one name, the other has it as its class. */
const sourceId = (item: XmlElement): string | undefined =>
  xmlAttribute(item, 'id') ?? /^fn[a-z0-9]+$/.exec(classOf(item))?.[0]

/** The words of an element with their marks. */
const inline = (element: XmlElement, texts: NitfTexts): Html =>
  element.children.flatMap((child) => inlineNode(child, texts))

const emphasis: Readonly<Record<string, string>> = {
  bold: 'strong',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
}

function inlineNode(node: XmlElement | string, texts: NitfTexts): Html {
  if (typeof node === 'string') return [node]
  const inside = inline(node, texts)
  switch (node.name) {
    case 'br':
      return [h('br', {})]
    case 'em':
      return [
        h(Object.hasOwn(emphasis, classOf(node)) ? (emphasis[classOf(node)] ?? 'em') : 'em', {}, ...inside),
      ]
    case 'sub':
    case 'sup':
      return [h(node.name, {}, ...inside)]
    case 'a':
      return [link(node, inside)]
    case 'lang':
      return [
        h('bdi', { class: classOf(node), dir: dirOf(node), lang: xmlAttribute(node, 'lang') }, ...inside),
      ]
    case 'q':
      return [texts.open, ...inside, texts.close]
    default:
      return inside
  }
}

function link(element: XmlElement, inside: Html): HtmlElement {
  const a = h('a', { href: xmlAttribute(element, 'href'), title: xmlAttribute(element, 'title') }, ...inside)
  return classOf(element) === 'footnote' ? h('sup', { class: 'footnote' }, a) : a
}

function orderedList(element: XmlElement, texts: NitfTexts): HtmlElement[] {
  const named = classOf(element)
  const isOwn = named === 'timeline' || named === 'sources'
  const dir = dirOf(element)
  const list = h(
    'ol',
    {
      class: named === 'timeline' ? named : undefined,
      start: xmlAttribute(element, 'seqnum'),
      dir: isOwn && named === 'sources' ? undefined : dir,
    },
    ...mixed(element, texts).filter((each) => typeof each !== 'string'),
  )
  return [named === 'sources' ? h('section', { class: 'sources', dir }, list) : list]
}

function quote(element: XmlElement, texts: NitfTexts): HtmlElement[] {
  const dir = dirOf(element)
  const said = nitfBlocks(
    childrenOf(element).filter(({ name }) => name !== 'credit'),
    texts,
  )
  const credit = childOf(element, 'credit')
  const cite = credit && xmlText(credit).trim() ? inline(credit, texts) : undefined
  if (classOf(element) === 'pull-quote')
    return [
      h(
        'figure',
        { class: 'pull-quote', dir },
        h('blockquote', {}, ...said),
        ...(cite ? [h('figcaption', {}, ...cite)] : []),
      ),
    ]
  return [h('blockquote', { dir }, ...said, ...(cite ? [h('p', {}, ...cite)] : []))]
}

/** Questions and answers as a page of ours has them; any other list of definitions one behind the other. */
function definitions(element: XmlElement, texts: NitfTexts): HtmlElement {
  const parts = childrenOf(element).map((each) =>
    h(each.name === 'dd' ? 'dd' : 'dt', { dir: dirOf(each) }, ...mixed(each, texts)),
  )
  if (classOf(element) !== 'questions') return h('dl', { dir: dirOf(element) }, ...parts)
  const pairs: HtmlElement[][] = []
  for (const part of parts) {
    const pair = part.tagName === 'dt' ? undefined : pairs.at(-1)
    if (pair) pair.push(part)
    else pairs.push([part])
  }
  return h('dl', { class: 'questions', dir: dirOf(element) }, ...pairs.map((pair) => h('div', {}, ...pair)))
}

function factBox(element: XmlElement, texts: NitfTexts): HtmlElement {
  const children = childrenOf(element)
  const title = children.find((each) => classOf(each) === 'fact-title')
  const head = title ? [h('h2', { id: 'box' }, ...inline(title, texts))] : []
  const rest = nitfBlocks(
    children.filter((each) => each !== title),
    texts,
  )
  return h('aside', { class: 'fact-box', dir: dirOf(element), 'aria-labelledby': 'box' }, ...head, ...rest)
}

function table(element: XmlElement, texts: NitfTexts): HtmlElement[] {
  const caption = childOf(element, 'caption')
  const rows = [element, ...['thead', 'tbody', 'tfoot'].flatMap((name) => childrenOf(element, name))].flatMap(
    (part) => childrenOf(part, 'tr'),
  )
  const made = rows.map((row) =>
    h(
      'tr',
      {},
      ...childrenOf(row)
        .filter(({ name }) => name === 'td' || name === 'th')
        .map((cell) =>
          h(
            cell.name,
            {
              colspan: xmlAttribute(cell, 'colspan'),
              rowspan: xmlAttribute(cell, 'rowspan'),
              dir: dirOf(cell),
            },
            ...mixed(cell, texts),
          ),
        ),
    ),
  )
  const grid = h('table', { dir: dirOf(element) }, h('tbody', {}, ...made))
  return caption ? [h('p', {}, ...inline(caption, texts)), grid] : [grid]
}
