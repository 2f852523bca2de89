import { closeHistory, undo } from '@tiptap/pm/history'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { EditorContext } from '../story-editor-types.ts'
import type { Arrival, ArrivalDesk } from './arrival.ts'
import { isWorthSaying, type PasteCounts, type PasteReport } from './paste-report.ts'

/** The paste that was last put into the story, until the story is edited again. */
interface LastPaste {
  report: PasteReport
  /** How many steps of undoing take it out. */
  steps: number
  /** Puts it in as it came. */
  putOriginal: (view: EditorView) => void
}
const key = new PluginKey<LastPaste | null>('lastPaste')

/** A paste that is about to be put in, by whichever transaction ProseMirror makes of it. */
export class ComingPaste {
  readonly #desk: ArrivalDesk
  #coming: LastPaste | null = null

  constructor(desk: ArrivalDesk) {
    this.#desk = desk
  }

  /** The next transaction of a paste or drop is this one; what was typed before stays a step of its own. */
  expect(view: EditorView, arrival: Arrival): void {
    view.dispatch(closeHistory(view.state.tr))
    this.#coming = this.#pasteOf(arrival, 1, {})
  }

  /** This transaction is the paste; `steps` of undoing take it out, and `counts` were found out only now. */
  mark(tr: Transaction, arrival: Arrival, steps: number, counts: PasteCounts): void {
    this.#coming = null
    tr.setMeta(key, this.#pasteOf(arrival, steps, counts))
  }

  take(): LastPaste | null {
    const coming = this.#coming
    this.#coming = null
    return coming
  }

  #pasteOf({ report, raw: { html, text } }: Arrival, steps: number, counts: PasteCounts): LastPaste {
    return {
      report: { ...report, counts: { ...report.counts, ...counts } },
      steps,
      putOriginal: (view) =>
        this.#desk.plainly('original', () => void (html ? view.pasteHTML(html) : view.pasteText(text))),
    }
  }
}

const isArrival = (tr: Transaction): boolean =>
  tr.docChanged && (tr.getMeta('uiEvent') === 'paste' || tr.getMeta('uiEvent') === 'drop')

/** The last paste after a transaction: any other change of the story makes it a part of the story. */
function lastAfter(tr: Transaction, before: LastPaste | null): LastPaste | null {
  const marked = tr.getMeta(key) as LastPaste | undefined
  if (marked) return marked
  const root = tr.getMeta('appendedTransaction') as Transaction | undefined
  const belongsToIt = root && (root.getMeta(key) || isArrival(root))
  return tr.docChanged && !belongsToIt ? null : before
}

/** Remembers the last paste, and tells when there is one to speak of and when it has become part of the story. */
export function lastPaste(context: Pick<EditorContext, 'pasted'>, coming: ComingPaste): Plugin {
  return new Plugin<LastPaste | null>({
    key,
    state: { init: () => null, apply: lastAfter },
    appendTransaction(transactions, _old, state) {
      const come = transactions.some(isArrival) ? coming.take() : null
      return come && state.tr.setMeta(key, come)
    },
    view: () => ({
      update(view: EditorView, before: EditorState) {
        const now = key.getState(view.state)
        if (now === key.getState(before)) return
        context.pasted(now && isWorthSaying(now.report) ? now.report : null)
      },
    }),
  })
}

function takeBack(view: EditorView): LastPaste | null {
  const last = key.getState(view.state)
  if (!last) return null
  for (let step = 0; step < last.steps; step += 1) undo(view.state, view.dispatch)
  return last
}

/** Takes the last paste out again; false where the story has been edited since. */
export const undoPaste = (view: EditorView): boolean => takeBack(view) !== null

/** Puts the last paste in as it came, purified and with nothing recognised in it; false where the story has been edited since. */
export function keepOriginalPaste(view: EditorView): boolean {
  const last = takeBack(view)
  last?.putOriginal(view)
  return last !== null
}
