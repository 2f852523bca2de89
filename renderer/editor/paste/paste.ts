import { Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { addPictures, settlePictures, takeIn } from '../picture-intake.ts'
import type { EditorContext } from '../story-editor-types.ts'
import { isRefused } from './large-paste.ts'
import { purify } from './purify.ts'
import { explicitSlice, settleSlice, textSlice } from './settle-slice.ts'
import { tidyMarkup, type TidyMarkup } from './tidy-markup.ts'

/** Longer markup is not parsed: 5 MB take seconds (reliability.md §5). */
const maxLength = 5 * 1024 * 1024
// Deep nesting is slow long before it is long: 50,000 tags take seconds (reliability.md §5).
const maxTags = 100_000

const isTooLarge = (html: string): boolean => html.length > maxLength || html.split('<').length > maxTags

function imagesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))
}

/** Does the slice bring words or structure, or merely one picture that the clipboard also holds as a file? */
function bringsText(slice: Slice): boolean {
  return slice.content.textBetween(0, slice.content.size, ' ').trim() !== ''
}

/** Are the blocks whole, each with the content that the schema asks of it? */
function isWhole(slice: Slice): boolean {
  try {
    for (const node of slice.content.content) node.check()
    return true
  } catch {
    return false
  }
}

/** Inserts blocks in the place of an empty paragraph, with their own directions and kinds; false where it is none. */
function replaceEmptyParagraph(view: EditorView, slice: Slice): boolean {
  const { $from, empty } = view.state.selection
  const { parent } = $from
  const isBlocks = slice.content.childCount > 0 && slice.content.content.every((node) => node.isBlock)
  if (!empty || !isBlocks || parent.type.name !== 'paragraph' || parent.content.size > 0) return false
  const index = $from.index(-1)
  if (!$from.node(-1).canReplace(index, index + 1, slice.content) || !isWhole(slice)) return false
  const { tr } = view.state
  const start = $from.before()
  tr.replaceWith(start, $from.after(), slice.content)
  tr.setSelection(Selection.near(tr.doc.resolve(start + slice.content.size), -1))
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

/** What the filters found out between the markup and the slice, which ProseMirror asks about one after the other. */
interface Arrival {
  isForeign: boolean
  markup: TidyMarkup | null
  isTooLarge: boolean
}
const nothing: Arrival = { isForeign: false, markup: null, isTooLarge: false }

function tellAbout(context: EditorContext, hiddenRemoved: number, remotePictures: number): void {
  if (hiddenRemoved > 0) context.notice({ code: 'hidden-removed', count: hiddenRemoved })
  if (remotePictures > 0) context.notice({ code: 'remote-picture', count: remotePictures })
}

/** Puts what arrived into the story at the selection, storing its pictures first; false leaves it to ProseMirror. */
function placeArrival(
  view: EditorView,
  context: EditorContext,
  slice: Slice,
  arrival: Arrival,
  files: File[],
): boolean {
  const { markup } = arrival
  const pictures = markup?.pictures ?? []
  if (files.length > 0 && !bringsText(slice)) {
    const { tr, selection } = view.state
    if (!selection.empty) view.dispatch(tr.deleteSelection())
    void addPictures(view, context, view.state.selection.from, files)
    return true
  }
  if (markup) tellAbout(context, 0, markup.remotePictures)
  if (pictures.length === 0) return arrival.isForeign && replaceEmptyParagraph(view, slice)
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection())
  void takeIn(view, context, view.state.selection.from, pictures, (stored, tr) => {
    const content = settlePictures(slice.content, stored)
    const open = content.childCount === slice.content.childCount
    tr.replaceSelection(new Slice(content, open ? slice.openStart : 0, open ? slice.openEnd : 0))
    tr.scrollIntoView()
  })
  return true
}

/** Instead of markup that is too large, its plain text; the notice counts the characters that came. */
function pasteWordsOnly(view: EditorView, context: EditorContext, text: string): boolean {
  const isFitting = text.length <= maxLength
  context.notice({ code: 'paste-too-large', count: isFitting ? text.length : 0 })
  if (isFitting && text) view.pasteText(text)
  return true
}

function pasteProps(context: EditorContext): Plugin['props'] {
  let arrival = nothing
  const takeArrival = (): Arrival => {
    const taken = arrival
    arrival = nothing
    return taken
  }
  return {
    transformPastedHTML(html) {
      if (isTooLarge(html)) {
        arrival = { ...nothing, isTooLarge: true }
        return ''
      }
      const markup = tidyMarkup(purify(html))
      arrival = { isForeign: !markup.html.includes('data-pm-slice'), markup, isTooLarge: false }
      tellAbout(context, markup.hiddenRemoved, 0)
      return markup.html
    },
    clipboardTextParser(text, $context) {
      if (text.length > maxLength) {
        arrival = { ...nothing, isTooLarge: true }
        return Slice.empty
      }
      const { slice, removed } = textSlice(text, $context.doc.type.schema)
      arrival = { ...nothing, isForeign: true }
      tellAbout(context, removed, 0)
      return slice
    },
    transformPasted: (slice) => settleSlice(slice, context.base(), arrival.isForeign),
    transformCopied: (slice) => explicitSlice(slice, context.base()),
    handlePaste(view, event, slice) {
      const taken = takeArrival()
      if (taken.isTooLarge)
        return pasteWordsOnly(view, context, event.clipboardData?.getData('text/plain') ?? '')
      if (isRefused(view, context, slice, view.state.selection)) return true
      return placeArrival(view, context, slice, taken, imagesOf(event.clipboardData))
    },
    handleDrop(view, event, slice, isMoved) {
      const taken = takeArrival()
      if (taken.isTooLarge) return pasteWordsOnly(view, context, '')
      if (!isMoved && isRefused(view, context, slice)) return true
      const files = imagesOf(event.dataTransfer)
      if (isMoved || (files.length === 0 && !taken.markup?.pictures.length)) {
        if (taken.markup) tellAbout(context, 0, taken.markup.remotePictures)
        return false
      }
      const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
      if (!found) return false
      event.preventDefault()
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(found.pos))))
      return placeArrival(view, context, slice, taken, files)
    },
  }
}

/** The paste and drop filter: purified, tidied, checked by the schema; pictures become files of the article. */
export const storyPaste = (context: EditorContext) =>
  Extension.create({
    name: 'storyPaste',
    addProseMirrorPlugins: () => [new Plugin({ props: pasteProps(context) })],
  })
