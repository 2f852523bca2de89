import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin, type EditorState } from '@tiptap/pm/state'
import { cleanHref } from '../../core/model/clean-body.ts'
import type { EditorContext } from './story-editor-types.ts'
import { markAt } from './toolbar-state.ts'

/** An address that leads out of Midad, written as a link may carry it; null for any other. */
function outside(href: unknown): string | null {
  const clean = typeof href === 'string' ? cleanHref(href) : undefined
  return clean === undefined || clean.startsWith('#') ? null : clean
}

/** Where the link at the caret or the chosen card leads; null where there is neither. */
export function addressAtCaret(state: EditorState): string | null {
  const { selection } = state
  const isCard = selection instanceof NodeSelection && selection.node.type.name === 'embed'
  return outside(isCard ? selection.node.attrs.url : markAt(state, 'link')?.attrs.href)
}

/**
 * Opens a web, e-mail or phone address outside Midad, and nothing else: a browser in another tab that cannot reach back, the
 * window of the desktop by the system, after asking (electron/main/navigation.ts). False where the address is none of these.
 */
export function openAddress(href: string | null): boolean {
  const address = outside(href)
  if (address === null) return false
  window.open(address, '_blank', 'noopener,noreferrer')
  return true
}

const linkOf = (event: MouseEvent): string | null => {
  const link = event.target instanceof Element ? event.target.closest('.story-text a[href]') : null
  return link ? outside(link.getAttribute('href')) : null
}

/**
 * A click with Ctrl (Command on a Mac) on a link opens it; a click without goes to its letters, as everywhere in the text. In a
 * story that is read only each click opens it, and never leads the desk itself away.
 */
export const openLinks = (context: Pick<EditorContext, 'isEditable' | 'ran'>) =>
  Extension.create({
    name: 'openLinks',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleClick(_view, _pos, event) {
            // The browser's own click is still to come; this one would choose the paragraph.
            return (event.ctrlKey || event.metaKey) && linkOf(event) !== null
          },
          handleDOMEvents: {
            click(_view, event) {
              const address = linkOf(event)
              if (address === null) return false
              const isMeant = event.ctrlKey || event.metaKey || !context.isEditable()
              event.preventDefault()
              if (isMeant) context.ran('open-link', openAddress(address))
              return false
            },
          },
        },
      }),
    ],
  })
