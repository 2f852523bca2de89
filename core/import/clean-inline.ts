import { cleanText } from '../language/clean-text.ts'
import type { Inline, Mark } from '../model/body.ts'

/** Text without hidden damage as inline nodes: what stood between isolate characters becomes a bdi mark. */
export function inlineOf(raw: string, marks: readonly Mark[] = []): { nodes: Inline[]; removed: number } {
  const { text, isolates, removed } = cleanText(raw)
  const cuts = new Set([0, text.length])
  for (const { from, to } of isolates) cuts.add(from).add(to)
  const edges = [...cuts].sort((a, b) => a - b)
  const nodes = edges.slice(1).flatMap((to, at) => {
    const from = edges[at] ?? 0
    const isolate = isolates.find((each) => each.from <= from && to <= each.to)
    const hasOwn = marks.some(({ type }) => type === 'bdi')
    const all = isolate && !hasOwn ? [...marks, bdi(isolate.dir)] : [...marks]
    return from < to ? [textNode(text.slice(from, to), all)] : []
  })
  return { nodes, removed }
}

const bdi = (dir: 'rtl' | 'ltr' | null): Mark => (dir ? { type: 'bdi', attrs: { dir } } : { type: 'bdi' })

/** A text node; `marks` is left out where there are none, and in the one order that the model writes. */
export function textNode(text: string, marks: readonly Mark[]): Inline {
  return marks.length > 0 ? { type: 'text', text, marks: ordered(marks) } : { type: 'text', text }
}

/** The order in which the editor stores them: the same story is the same file. */
const markOrder: readonly Mark['type'][] = [
  'bdi',
  'link',
  'bold',
  'italic',
  'underline',
  'strike',
  'subscript',
  'superscript',
]
export const ordered = (marks: readonly Mark[]): Mark[] =>
  [...marks].sort((a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type))

/** A line of metadata: cleaned, isolates and line ends out, at most `maxLength` UTF-16 units. */
export const cleanLine = (raw: string, maxLength = 2000): string =>
  cleanText(raw).text.replace(/\s+/g, ' ').trim().slice(0, maxLength)
