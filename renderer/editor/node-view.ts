import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Decoration, NodeView } from '@tiptap/pm/view'
import type { FieldPlace } from './field.ts'

/** What a view of a node is made from. */
export interface NodeViewProps extends FieldPlace {
  node: ProseMirrorNode
  decorations: readonly Decoration[]
}

/** The parts of a view in plain DOM. */
interface DrawnNode {
  dom: HTMLElement
  /** Where what stands in the node is drawn; absent where nothing does. */
  contentDOM?: HTMLElement
  /** Buttons and fields beside it: their events are theirs, not the story's. */
  furniture: HTMLElement
  /** A caret in the furniture is none of the story's: it has fields to write in. */
  hasFields?: true
  /** Draws a newer node of the same type. */
  show: (node: ProseMirrorNode, decorations: readonly Decoration[]) => void
  destroy?: () => void
}

/** The view that ProseMirror asks for, drawn once already; it stays as long as its node is of the same type. */
export function drawnView({ node, decorations }: NodeViewProps, drawn: DrawnNode): NodeView {
  const { dom, contentDOM, furniture, hasFields, show, destroy } = drawn
  show(node, decorations)
  return {
    dom,
    ...(contentDOM && { contentDOM }),
    update(next, by) {
      if (next.type !== node.type) return false
      show(next, by)
      return true
    },
    stopEvent: ({ target }) => target instanceof Element && furniture.contains(target),
    ignoreMutation: ({ type, target }) =>
      !contentDOM || ((hasFields || type !== 'selection') && !contentDOM.contains(target)),
    ...(destroy && { destroy }),
  }
}

/** Lets an element go in the direction that its node has of its own. */
export function showDirection(dom: HTMLElement, { attrs }: ProseMirrorNode): void {
  const dir = attrs.dir as string | null
  if (dir) dom.setAttribute('dir', dir)
  else dom.removeAttribute('dir')
}
