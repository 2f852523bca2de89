import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { EditorContext } from '../story-editor-types.ts'
import { ArrivalDesk, maxLength } from './arrival.ts'
import { isRefused } from './large-paste.ts'
import { ComingPaste, lastPaste } from './last-paste.ts'
import { originWorthOffering } from './page-origin.ts'
import { placeArrival } from './place-arrival.ts'
import { explicitSlice, settleSlice } from './settle-slice.ts'
import { pasteAddress } from './smart-link.ts'

function imagesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))
}

/** Instead of markup that is too large, its plain text, where that is not too large itself. */
function placeWords(view: EditorView, context: EditorContext, desk: ArrivalDesk, text: string): boolean {
  if (text && text.length <= maxLength) desk.plainly('words', () => void view.pasteText(text))
  else context.notice({ code: 'paste-too-large' })
  return true
}

function pasteProps(context: EditorContext, desk: ArrivalDesk, coming: ComingPaste): Plugin['props'] {
  // Pasted with the key that asks for plain text: an address stays what it is.
  let isPlain = false
  return {
    clipboardParser: desk.parser,
    handleDOMEvents: {
      paste: (_view, event) => {
        isPlain = false
        desk.begin(event.clipboardData)
        return false
      },
      drop: (_view, event) => {
        desk.begin(event.dataTransfer)
        return false
      },
    },
    transformPastedHTML: (html) => desk.takeMarkup(html),
    clipboardTextParser(text, _context, isAsked) {
      isPlain = isAsked
      return desk.takeText(text, isAsked)
    },
    transformPasted: (slice) => settleSlice(slice, context.base(), desk.isForeign),
    transformCopied: (slice) => explicitSlice(slice, context.base()),
    handlePaste(view, event, slice) {
      const arrival = desk.end((origin) => originWorthOffering(origin, slice))
      if (arrival.isTooLarge)
        return placeWords(view, context, desk, event.clipboardData?.getData('text/plain') ?? '')
      if (!isPlain && pasteAddress(view, context, event.clipboardData, slice)) return true
      if (isRefused(view, context, slice, view.state.selection)) return true
      return placeArrival({ view, context, coming }, slice, arrival, imagesOf(event.clipboardData))
    },
    handleDrop(view, event, slice, isMoved) {
      const arrival = desk.end((origin) => originWorthOffering(origin, slice))
      if (arrival.isTooLarge) return placeWords(view, context, desk, '')
      if (!isMoved && isRefused(view, context, slice)) return true
      const files = imagesOf(event.dataTransfer)
      if (isMoved) return false
      if (files.length === 0 && arrival.pictures.length === 0) {
        coming.expect(view, arrival)
        return false
      }
      const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
      if (!found) return false
      event.preventDefault()
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(found.pos))))
      return placeArrival({ view, context, coming }, slice, arrival, files)
    },
  }
}

/** The paste and drop filter: purified, recognised, tidied, checked by the schema; pictures become files of the article. */
export const storyPaste = (context: EditorContext) =>
  Extension.create({
    name: 'storyPaste',
    addProseMirrorPlugins() {
      const desk = new ArrivalDesk(this.editor.schema)
      const coming = new ComingPaste(desk)
      return [new Plugin({ props: pasteProps(context, desk, coming) }), lastPaste(context, coming)]
    },
  })
