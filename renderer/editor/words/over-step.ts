import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { Step, StepResult } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { textWith } from '../../../core/language/transforms/transform.ts'
import { overElement, overNames, overStory, type OverName, type OverStory } from './over-story.ts'
import type { WordReplacement } from './replace-words.ts'

/**
 * A change of words over the story. It changes nothing in the document: it stands in the history of the story, so that one
 * undo takes back what was replaced in both.
 */
export class OverStep extends Step {
  readonly name: OverName
  readonly before: string
  readonly after: string

  constructor(name: OverName, before: string, after: string) {
    super()
    this.name = name
    this.before = before
    this.after = after
  }

  apply(doc: ProseMirrorNode): StepResult {
    return StepResult.ok(doc)
  }
  invert(): OverStep {
    return new OverStep(this.name, this.after, this.before)
  }
  map(): OverStep {
    return this
  }
  toJSON(): Record<string, string> {
    return { stepType: 'over', name: this.name, before: this.before, after: this.after }
  }
}

/** Adds to a transaction what is replaced over the story, in the order of reading; spots in the story are left out. */
export function replaceOver(
  tr: Transaction,
  over: OverStory,
  replacements: readonly WordReplacement[],
): void {
  for (const name of overNames) {
    const parts = replacements.filter(({ start, attribute }) => start === overStory && attribute === name)
    if (parts.length === 0) continue
    const before = over.read(name)
    tr.step(new OverStep(name, before, textWith(before, [{ parts }])))
  }
}

/** What the steps of a story have made of the words over it last. */
interface Written {
  /** The document then, by identity: with another one something else was done since. */
  doc: ProseMirrorNode
  words: ReadonlyMap<OverName, string>
  /** What would take it back. */
  way: 'undo' | 'redo'
}
const lastWritten = new WeakMap<EditorView, Written>()

/** Does what the steps of a transaction say; words that somebody has changed since stay as they are. */
export function writeOver(view: EditorView, over: OverStory, tr: Transaction): void {
  const words = new Map<OverName, string>()
  for (const step of tr.steps) {
    if (!(step instanceof OverStep) || over.read(step.name) !== step.before) continue
    words.set(step.name, step.after)
    const line = overElement(view, step.name)
    // At once: whoever selects in it next means the new words.
    if (line) line.value = step.after
    over.write(step.name, step.after)
  }
  const history = tr.getMeta('history$') as { redo: boolean } | undefined
  const way = history && !history.redo ? 'redo' : 'undo'
  if (words.size > 0) lastWritten.set(view, { doc: view.state.doc, words, way })
}

/** Would this way in the story's history change the line as the last thing that was done in both? */
export function takesBack(view: EditorView, name: OverName, words: string, way: Written['way']): boolean {
  const last = lastWritten.get(view)
  return last?.way === way && last.doc === view.state.doc && last.words.get(name) === words
}
