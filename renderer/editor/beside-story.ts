import { NodeSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { EmbedAttrs, PictureAttrs } from '../../core/model/body.ts'
import { cardAtCaret } from './embed-card.ts'
import type { PictureGate, StoredPicture } from './story-editor-types.ts'

/** What the boxes ask that stand beside the story and change its pictures and cards. */
export interface BesideStory {
  /** Puts the caret back into the story. */
  focus(): void
  /** The picture that is chosen; null where none is. */
  chosenPicture(): PictureAttrs | null
  /** The card that is chosen, or what one for the address that the paragraph at the caret is would begin with. */
  cardAtCaret(): EmbedAttrs | null
  /** Stores a picture for the story. Rejects with an Error whose message a person can read. */
  addPicture(file: Blob): Promise<StoredPicture>
  /** A `blob:` address to show a picture of the story from. Rejects when the article has no such picture. */
  pictureUrl(media: string): Promise<string>
}

function chosenPicture({ selection }: EditorState): PictureAttrs | null {
  const isPicture = selection instanceof NodeSelection && selection.node.type.name === 'image'
  return isPicture ? (selection.node.attrs as PictureAttrs) : null
}

/** The answers, from the story as it stands in this view. */
export const besideStory = (view: EditorView, pictures: PictureGate): BesideStory => ({
  focus: () => view.focus(),
  chosenPicture: () => chosenPicture(view.state),
  cardAtCaret: () => cardAtCaret(view.state),
  addPicture: (file) => pictures.add(file),
  pictureUrl: (media) => pictures.url(media),
})
