import type { PhrasingContent } from 'mdast'
import { languageOf } from '../../language/registry.ts'
import type { Inline, Mark } from '../../model/body.ts'
import type { Direction } from '../../model/language-code.ts'
import { isolatesToDraw } from '../inline-html.ts'
import { element, escaped, opening, unwritable } from '../markup.ts'

/** What can stand in a line: a stretch of text, a break or a footnote, with all that lies around it. */
interface Leaf {
  text?: string
  footnote?: string
  around: readonly Around[]
}
/** A mark, or the isolation that the direction of the text asks for; one object for each isolate. */
type Around = Mark | { type: 'isolate'; dir: Direction }

export interface LineContext {
  direction: Direction
  /** The ids that have a source: a number without one is not written. */
  footnotes: ReadonlySet<string>
}

/** The text of a block as Markdown. What CommonMark and GFM have no signs for is HTML: `<u>`, `<sub>`, `<sup>`, `<bdi>`. */
export function phrasing(
  content: readonly Inline[],
  line: LineContext,
  breaks: 'signs' | 'html' = 'signs',
): PhrasingContent[] {
  const leaves = leavesOf(content, line)
  return nested<PhrasingContent>(leaves, {
    leaf: ({ text, footnote }, at) => {
      if (footnote !== undefined)
        return [{ type: 'footnoteReference', identifier: footnote, label: footnote }]
      if (text !== undefined) return [{ type: 'text', value: text }]
      // At the end of a block a backslash is a backslash; in a line of its own `<br>` would be a block.
      const isLast = at === leaves.length - 1
      return breaks === 'html' || isLast ? [{ type: 'html', value: '<br>' }] : [{ type: 'break' }]
    },
    around: (mark, children) => {
      switch (mark.type) {
        case 'bold':
          return [{ type: 'strong', children }]
        case 'italic':
          return [{ type: 'emphasis', children }]
        case 'strike':
          return [{ type: 'delete', children }]
        case 'link': {
          const { href, title } = mark.attrs
          return [{ type: 'link', url: href, title: title || null, children }]
        }
        case 'underline':
        case 'subscript':
        case 'superscript':
        case 'bdi':
        case 'isolate': {
          const { name, attributes } = markup(mark)
          return [
            { type: 'html', value: opening(name, attributes) },
            ...children,
            { type: 'html', value: `</${name}>` },
          ]
        }
      }
    },
  })
}

/** The same as HTML, for lines inside of HTML, where nothing is read as Markdown. */
export function lineHtml(content: readonly Inline[], line: LineContext): string {
  return nested<string>(leavesOf(content, line), {
    leaf: ({ text, footnote }) => {
      if (footnote !== undefined)
        return [
          element('sup', { class: 'footnote' }, element('a', { href: `#fn${footnote}` }, escaped(footnote))),
        ]
      return [text === undefined ? '<br>' : escaped(text)]
    },
    around: (mark, children) => {
      const { name, attributes } = markup(mark)
      return [element(name, attributes, children.join(''))]
    },
  }).join('')
}

const names = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
} as const

function markup(around: Around): { name: string; attributes: Record<string, string | null | undefined> } {
  if (around.type === 'isolate') return { name: 'bdi', attributes: { dir: around.dir } }
  if (around.type === 'link') return { name: 'a', attributes: { ...around.attrs } }
  if (around.type !== 'bdi') return { name: names[around.type], attributes: {} }
  const { dir, lang } = around.attrs ?? {}
  // As on our pages: `set` is what a person isolated, and comes back as a mark.
  return { name: 'bdi', attributes: { class: 'set', dir, lang: lang && languageOf(lang).tag } }
}

function leavesOf(content: readonly Inline[], { direction, footnotes }: LineContext): Leaf[] {
  const nodes = content.filter((node) => node.type !== 'footnote' || footnotes.has(node.attrs.id))
  let at = 0
  const placed = nodes.map((node) => {
    const text =
      node.type === 'text' ? node.text.replaceAll('\n', ' ') : node.type === 'hardBreak' ? '\n' : '\ufffc'
    const from = at
    at += text.length
    return { node, text, from, to: at }
  })
  const own = placed.filter(({ node }) => node.marks?.some(({ type }) => type === 'bdi'))
  const isolates = isolatesToDraw(placed.map(({ text }) => text).join(''), direction, own).map(
    ({ from, to, dir }) => ({ from, to, mark: { type: 'isolate' as const, dir } }),
  )
  return placed.flatMap(({ node, text, from, to }): Leaf[] => {
    if (node.type === 'footnote') return [{ footnote: node.attrs.id, around: [] }]
    const marks = node.marks ?? []
    if (node.type === 'hardBreak') return [{ around: marks }]
    return pieces(from, to, isolates).map(({ start, end, isolate }) => {
      const words = text.slice(start - from, end - from).replaceAll(unwritable, '')
      return { text: words, around: isolate ? [isolate, ...marks] : marks }
    })
  })
}

interface Stretch {
  from: number
  to: number
  mark: Around
}

/** The stretch from `from` to `to` cut where isolates begin and end. Those that end before it are taken off `isolates`, which is sorted. */
function pieces(from: number, to: number, isolates: Stretch[]) {
  const found: { start: number; end: number; isolate?: Around }[] = []
  let start = from
  while (start < to) {
    while (isolates[0] && isolates[0].to <= start) isolates.shift()
    const [next] = isolates
    const isInside = next !== undefined && next.from <= start
    const end = Math.min(to, next === undefined ? to : isInside ? next.to : next.from)
    found.push({ start, end, ...(isInside && { isolate: next.mark }) })
    start = end
  }
  return found
}

interface Build<Node> {
  leaf: (leaf: Leaf, at: number) => Node[]
  around: (mark: Around, children: Node[]) => Node[]
}

/** The leaves as a tree: what reaches furthest lies outermost, and an isolate is never cut in two. */
function nested<Node>(leaves: readonly Leaf[], build: Build<Node>, offset = 0): Node[] {
  const nodes: Node[] = []
  for (let at = 0; at < leaves.length;) {
    const leaf = leaves[at]
    const [outer, end] = leaf ? outermost(leaves, at) : []
    if (!leaf) break
    if (!outer || end === undefined) {
      nodes.push(...build.leaf(leaf, offset + at))
      at += 1
      continue
    }
    const inner = leaves
      .slice(at, end)
      .map((each) => ({ ...each, around: each.around.filter((mark) => !isSame(mark, outer)) }))
    nodes.push(...build.around(outer, nested(inner, build, offset + at)))
    at = end
  }
  return nodes
}

/** What lies around the leaf and reaches furthest, and the first leaf that it does not reach. */
function outermost(leaves: readonly Leaf[], at: number): [Around, number] | [] {
  let best: [Around, number] | [] = []
  for (const mark of leaves[at]?.around ?? []) {
    const end = wholeReach(leaves, at, mark)
    if (end > at && end > (best[1] ?? at)) best = [mark, end]
  }
  return best
}

/** As far as a mark reaches without cutting an isolate that begins inside it and ends beyond it. */
function wholeReach(leaves: readonly Leaf[], at: number, mark: Around): number {
  let end = reach(leaves, at, mark)
  if (mark.type === 'isolate') return end
  for (let inside = at; inside < end; inside += 1) {
    const isolate = leaves[inside]?.around.find(({ type }) => type === 'isolate')
    if (isolate && reach(leaves, inside, isolate) > end) end = inside
  }
  return end
}

function reach(leaves: readonly Leaf[], from: number, mark: Around): number {
  let end = from
  while (leaves[end]?.around.some((each) => isSame(each, mark))) end += 1
  return end
}

const isSame = (one: Around, other: Around): boolean =>
  one === other || (one.type !== 'isolate' && JSON.stringify(one) === JSON.stringify(other))
