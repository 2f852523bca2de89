import type { RowId } from '../rows.ts'
import type { EditSummary } from './edit-summary.ts'
import type { Summary } from './summary.ts'
import { verdict } from './verdict.ts'

/** What performance.md §9 asks of typing, opening and editing, held against the peers of the same run. */
interface Goal {
  number: 1 | 2 | 3 | 4 | 5 | 6 | 7
  asks: string
  /** The sizes in words that it is about. */
  at: readonly number[]
  limit: number
  /** The figure that may be at most `limit`; undefined where a row that it needs was not measured. */
  figure(of: Measured): number | undefined
}
type Measured = (row: RowId, figure: Figure) => number | undefined
type Figure = 'cpuMs' | 'scriptMs' | 'paintP95Ms' | 'slowShare' | 'mountMs' | 'boldMs' | 'pasteMs' | 'heapMb'

const both = (
  one: number | undefined,
  other: number | undefined,
  figure: (one: number, other: number) => number,
): number | undefined => (one === undefined || other === undefined ? undefined : figure(one, other))
const ratioTo =
  (peer: RowId, figure: Figure): Goal['figure'] =>
  (of) =>
    both(of('midad', figure), of(peer, figure), (midad, other) => midad / other)

const long = [50_000]
const usual = [600, 5_000]
const ahead = (peer: RowId, name: string): Goal => ({
  number: 2,
  asks: `CPU a key / ${name}`,
  at: [5_000],
  limit: 1,
  figure: ratioTo(peer, 'cpuMs'),
})
const ratio = (
  number: Goal['number'],
  at: readonly number[],
  figure: Figure,
  [what, peer, name, limit]: [what: string, peer: RowId, name: string, limit: number],
): Goal => ({ number, asks: `${what} / ${name}`, at, limit, figure: ratioTo(peer, figure) })

const goals: readonly Goal[] = [
  ratio(1, long, 'cpuMs', ['CPU a key', 'contenteditable', 'contenteditable', 0.75]),
  ratio(1, long, 'cpuMs', ['CPU a key', 'tiptap', 'bare TipTap', 0.7]),
  ratio(1, long, 'cpuMs', [
    'CPU a key',
    'contenteditable-cv',
    'contenteditable with content-visibility',
    1.3,
  ]),
  {
    number: 1,
    asks: 'share of keys over 33 ms',
    at: long,
    limit: 0.01,
    figure: (of) => of('midad', 'slowShare'),
  },
  ratio(2, usual, 'cpuMs', ['CPU a key', 'tiptap', 'bare TipTap', 1.15]),
  ahead('ckeditor', 'CKEditor'),
  ahead('quill', 'Quill'),
  ahead('slate', 'Slate'),
  ratio(2, usual, 'paintP95Ms', ['p95', 'contenteditable', 'contenteditable', 1.1]),
  {
    number: 3,
    asks: 'script a key over bare TipTap, in ms, all features together',
    at: long,
    limit: 1.5,
    figure: (of) =>
      both(of('midad', 'scriptMs'), of('tiptap', 'scriptMs'), (midad, tiptap) => midad - tiptap),
  },
  ratio(4, long, 'mountMs', ['mount', 'tiptap', 'bare TipTap', 0.6]),
  ratio(4, long, 'mountMs', ['mount', 'contenteditable-cv', 'contenteditable with content-visibility', 2.5]),
  ratio(5, [600], 'pasteMs', ['paste of 5,000 words of Word', 'tiptap', 'bare TipTap', 1.5]),
  ratio(5, [600], 'pasteMs', ['paste of 5,000 words of Word', 'contenteditable', 'contenteditable', 0.7]),
  ratio(5, [600], 'pasteMs', ['paste of 5,000 words of Word', 'ckeditor', 'CKEditor', 0.7]),
  ratio(6, long, 'boldMs', ['all of it bold', 'tiptap', 'bare TipTap', 1.2]),
  ratio(6, long, 'boldMs', ['all of it bold', 'contenteditable', 'contenteditable', 0.2]),
  ratio(7, long, 'heapMb', ['heap', 'tiptap', 'bare TipTap', 1.5]),
  ratio(7, long, 'heapMb', ['heap', 'lexical', 'Lexical', 1]),
]
const figuresOfEdits: readonly Figure[] = ['boldMs', 'pasteMs', 'heapMb']

/** A line for each goal at each measured size: reached, not reached, or what it would need. */
export function goalLines(summaries: readonly Summary[], edits: readonly EditSummary[]): string[] {
  const sizes = new Set([...summaries, ...edits].map(({ words }) => words))
  return goals.flatMap((goal) =>
    goal.at.map((words) => {
      const what = `${goal.number}  ${words.toLocaleString('en')} words: ${goal.asks} at most ${goal.limit}`
      const asked = new Set<Figure>()
      const figure = goal.figure((row, name) => {
        asked.add(name)
        return figureOf(summaries, edits, { row, words, name })
      })
      const isOfEdits = figuresOfEdits.some((name) => asked.has(name))
      const missing = sizes.has(words) ? 'a row is missing' : 'no such size in this run'
      return verdict(
        what,
        figure,
        goal.limit,
        isOfEdits && edits.length === 0 ? '--edits measures it' : missing,
      )
    }),
  )
}

function figureOf(
  summaries: readonly Summary[],
  edits: readonly EditSummary[],
  { row, words, name }: { row: RowId; words: number; name: Figure },
): number | undefined {
  const summary = summaries.find((one) => one.row === row && one.words === words)
  const edit = edits.find((one) => one.row === row && one.words === words)
  if (name === 'boldMs') return edit?.bold?.ms
  if (name === 'pasteMs') return edit?.paste?.ms
  if (name === 'heapMb') return edit?.heapMb
  return summary?.[name]
}
