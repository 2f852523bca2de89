import type { NodeViewRenderer } from '@tiptap/core'
import { made } from './made.ts'
import { showDirection } from './node-view.ts'

interface Named {
  className: string
  /** In the language of the interface. */
  name: string
  placeholder?: string
}

/**
 * Draws a node of text as a group with a name: an `aside`, a `dt` or a `dd` may be none (ARIA in HTML), and the first two may
 * not be named. A copy keeps the markup of `renderHTML`, and a page has its own.
 */
export const groupView =
  ({ className, name, placeholder }: Named) =>
  (): NodeViewRenderer =>
  ({ node }) => {
    const dom = made('div', className)
    dom.setAttribute('role', 'group')
    dom.setAttribute('aria-label', name)
    if (placeholder !== undefined) dom.dataset.placeholder = placeholder
    showDirection(dom, node)
    return {
      dom,
      contentDOM: dom,
      update(next) {
        if (next.type !== node.type) return false
        showDirection(dom, next)
        return true
      },
    }
  }
