import type { Definition, FootnoteDefinition, ListItem, Nodes, Root, TableCell, TableRow } from 'mdast'
import { footnoteIdPattern } from '../../model/footnote-id.ts'
import { wholeTags } from './raw-html.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)

/** What the nodes of a file refer to. */
interface Reading {
  definitions: ReadonlyMap<string, Definition>
  footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** The ids that the footnotes of the file get in the story. */
  ids: ReadonlyMap<string, string>
  /** In a file of ours the sources stand where its definitions stand; else at the end. */
  isOwn: boolean
  hasSources: boolean
}

/** Markdown as the HTML of a page that Midad reads: its elements and, of the HTML inside it, whole tags. */
export function htmlOf(root: Root, isOwn: boolean): string {
  const reading: Reading = { ...referencesOf(root), isOwn, hasSources: false }
  const story = all(root.children, reading)
  return reading.hasSources ? story : story + sources(reading)
}

const all = (nodes: readonly Nodes[], reading: Reading): string =>
  nodes.map((node) => htmlOfNode(node, reading)).join('')
const tag = (name: string, inside: string, attributes = ''): string =>
  `<${name}${attributes}>${inside}</${name}>`
const attribute = (name: string, value: string | number | null | undefined): string =>
  value === null || value === undefined || value === '' ? '' : ` ${name}="${escaped(String(value))}"`

function htmlOfNode(node: Nodes, reading: Reading): string {
  switch (node.type) {
    case 'root':
      return all(node.children, reading)
    case 'paragraph':
      return paragraph(node.children, reading)
    case 'heading':
      return tag(`h${node.depth}`, all(node.children, reading))
    case 'blockquote':
      return tag('blockquote', all(node.children, reading))
    case 'list':
      return tag(
        node.ordered ? 'ol' : 'ul',
        all(node.children, reading),
        attribute('start', node.ordered ? node.start : ''),
      )
    case 'listItem':
      return tag('li', item(node, reading))
    case 'thematicBreak':
      return '<hr>'
    case 'code':
      return tag('pre', escaped(node.value).replaceAll('\n', '<br>'))
    case 'table':
      return tag('table', node.children.map((row, at) => rowHtml(row, at === 0, reading)).join(''))
    case 'tableRow':
      return rowHtml(node, false, reading)
    case 'tableCell':
      return cellHtml(node, 'td', reading)
    case 'html':
      return wholeTags(node.value)
    case 'text':
      return escaped(node.value.replaceAll('\n', ' '))
    case 'inlineCode':
      return escaped(node.value)
    case 'strong':
      return tag('strong', all(node.children, reading))
    case 'emphasis':
      return tag('em', all(node.children, reading))
    case 'delete':
      return tag('s', all(node.children, reading))
    case 'break':
      return '<br>'
    case 'definition':
    case 'yaml':
      return ''
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
    case 'footnoteDefinition':
      return reference(node, reading)
  }
}

/** Links, pictures and footnotes, with what their definitions say. */
type Reference = Extract<Nodes, { type: `${string}Reference` | 'link' | 'image' | 'footnoteDefinition' }>
function reference(node: Reference, reading: Reading): string {
  switch (node.type) {
    case 'link':
      return tag(
        'a',
        all(node.children, reading),
        attribute('href', node.url) + attribute('title', node.title),
      )
    case 'linkReference': {
      const { url, title } = reading.definitions.get(node.identifier) ?? {}
      return tag('a', all(node.children, reading), attribute('href', url) + attribute('title', title))
    }
    case 'image':
      return image(node.url, node.alt, node.title)
    case 'imageReference': {
      const { url, title } = reading.definitions.get(node.identifier) ?? {}
      return image(url, node.alt, title)
    }
    case 'footnoteReference': {
      const id = reading.ids.get(node.identifier)
      return id === undefined
        ? ''
        : tag('sup', tag('a', '', attribute('href', `#fn${id}`)), ' class="footnote"')
    }
    case 'footnoteDefinition':
      if (!reading.isOwn || reading.hasSources) return ''
      reading.hasSources = true
      return sources(reading)
  }
}

/** A task has its box as a sign before its words. */
function item({ checked, children: [first, ...others] }: ListItem, reading: Reading): string {
  const box = typeof checked === 'boolean' ? (checked ? '☑ ' : '☐ ') : ''
  if (!first) return box
  const start =
    box && first.type === 'paragraph'
      ? tag('p', box + all(first.children, reading))
      : htmlOfNode(first, reading)
  return start + all(others, reading)
}

const image = (url: string | undefined, alt: string | null | undefined, title: string | null | undefined) => {
  const img = `<img${attribute('src', url)}${attribute('alt', alt)}>`
  return title ? tag('figure', img + tag('figcaption', escaped(title))) : img
}

/** A picture alone in its paragraph is a block, as the story has them. */
function paragraph(children: readonly Nodes[], reading: Reading): string {
  const [only, ...others] = children
  const isPicture = others.length === 0 && (only?.type === 'image' || only?.type === 'imageReference')
  return isPicture ? htmlOfNode(only, reading) : tag('p', all(children, reading))
}

const rowHtml = ({ children }: TableRow, isHead: boolean, reading: Reading): string =>
  tag('tr', children.map((cell) => cellHtml(cell, isHead ? 'th' : 'td', reading)).join(''))
const cellHtml = ({ children }: TableCell, name: string, reading: Reading): string =>
  tag(name, children.length > 0 ? tag('p', all(children, reading)) : '')

function sources(reading: Reading): string {
  const items = [...reading.footnotes].map(([label, { children }]) => {
    const lines = children.map((child) =>
      'children' in child ? all(child.children, reading) : htmlOfNode(child, reading),
    )
    return tag('li', lines.join('<br>'), attribute('id', `fn${reading.ids.get(label) ?? ''}`))
  })
  return items.length > 0 ? tag('section', tag('ol', items.join('')), ' class="sources"') : ''
}

/** Definitions by the name that the file gives them; footnotes also by the id that the story can have of them. */
function referencesOf(root: Root): Pick<Reading, 'definitions' | 'footnotes' | 'ids'> {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node)
    if ('children' in node) waiting.push(...[...node.children].reverse())
  }
  const ids = new Map<string, string>()
  const taken = new Set([...footnotes.keys()].filter((label) => footnoteIdPattern.test(label)))
  let count = 0
  for (const label of footnotes.keys()) {
    let id = label
    while (!footnoteIdPattern.test(id) || (id !== label && taken.has(id))) id = `n${(count += 1)}`
    ids.set(label, id)
  }
  return { definitions, footnotes, ids }
}
