import type { EditorView } from '@tiptap/pm/view'

/** The words that stand over a story, in the order of the page. The article keeps them among its fields. */
export const overNames = ['kicker', 'headline', 'subheadline'] as const
export type OverName = (typeof overNames)[number]

/** The `start` of a spot in words over the story: before all that is in it. */
export const overStory = -1

/** What the editor knows of the words over its story, and how it changes them. */
export interface OverStory {
  read(name: OverName): string
  write(name: OverName, words: string): void
  /** Calls back when one of them may be another; answers how to stop that. */
  onChange(listener: () => void): () => void
}

/** Over a story that stands alone. */
export const nothingOver: OverStory = {
  read: () => '',
  write: () => undefined,
  onChange: () => () => undefined,
}

const isOverName = (name: string | undefined): name is OverName =>
  (overNames as readonly (string | undefined)[]).includes(name)

/** The line in which somebody writes these words; null where the sheet is not drawn. */
export const overElement = (view: EditorView, name: string): HTMLTextAreaElement | null =>
  view.dom.closest('.story')?.querySelector<HTMLTextAreaElement>(`textarea[data-over='${name}']`) ?? null

/** The words over this story whose line an element is; null where it is none. */
export function overNameOf(view: EditorView, element: Element | null): OverName | null {
  const name = element instanceof HTMLTextAreaElement ? element.dataset.over : undefined
  return isOverName(name) && overElement(view, name) === element ? name : null
}

/** Does the story have the focus, in its text, a field of its own, or a line over it? */
export function isFocusAtStory(view: EditorView): boolean {
  const { activeElement } = view.dom.ownerDocument
  return view.dom.contains(activeElement) || overNameOf(view, activeElement) !== null
}
