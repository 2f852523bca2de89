import type { Quotes } from '../../core/language/registry.ts'
import type { BlockTyping } from '../../core/language/typing/typing.ts'
import type { EmbedAttrs, StoryBody } from '../../core/model/body.ts'
import type { Framing } from '../../core/model/crop.ts'
import type { Direction, LanguageCode } from '../../core/model/language-code.ts'
import type { WritingSettings } from '../../core/model/settings.ts'
import type { PlaceAtCaret } from './place-at-caret.ts'
import type { PasteReport } from './paste/paste-report.ts'
import type { DigitStyle } from '../../core/model/theme.ts'
import type { StoryTks } from './tks.ts'
import type { OverStory } from './words/over-story.ts'
import type { Turned } from './turn-direction.ts'

/** What the editor writes on screen itself, already in the interface's language. */
export interface EditorWords {
  /** Accessible name of a picture's box. */
  picture: string
  imageCaption: string
  imageCredit: string
  imageAlt: string
  /** The quiet warning under a picture without alternative text. */
  imageAltMissing: string
  /** In the place of a picture whose file is not in the article's media. */
  imageMissing: string
  /** In the place of a picture that is still being stored. */
  imageAdding: string
  removeImage: string
  cropImage: string
  /** Accessible name of a gallery's box. */
  gallery: string
  galleryCaption: string
  galleryAdd: string
  galleryApart: string
  /** Offered where several pictures came at once. */
  galleryOffer: string
  galleryCount(count: number): string
  /** Said when a picture moves within its gallery; `at` counts from 1. */
  galleryPlace(at: number, all: number): string
  /** Accessible name of a card of another site. */
  embed: string
  embedEdit: string
  embedOffer: string
  /** Leaves an offer. */
  dismiss: string
  /** Accessible name and placeholder of the line under a pull quote: who said it. */
  pullQuoteCite: string
  /** Accessible names of a pull quote, a fact box, questions with their answers, an answer, and a timeline. */
  pullQuote: string
  factBox: string
  questions: string
  answer: string
  timeline: string
  /** Accessible name of a note, written over it. */
  note: string
  /** Beside that: it is not published. */
  notePrivate: string
  /** Placeholders of the title of a fact box, a question, the line that says when, a source: the names of these, too. */
  factTitle: string
  question: string
  when: string
  source: string
  /** Accessible names of a footnote, which its number follows, and of the list of sources. */
  footnote: string
  sources: string
  /** Under a source that no footnote names any more. */
  sourceUnnamed: string
  /** Accessible name of the number before a source, which leads back to its footnote. */
  sourceBack: string
}

/** A picture as the article's media folder keeps it; width and height in pixels. */
export interface StoredPicture {
  media: string
  width: number | null
  height: number | null
}

/** The only way pictures get in and out of the story: bytes never stand in the document. */
export interface PictureGate {
  /** Stores the bytes of a picture. Rejects with an Error whose message a person can read. */
  add(file: Blob): Promise<StoredPicture>
  /** A `blob:` address to show it from. Rejects when the article has no such picture. */
  url(media: string): Promise<string>
  /** The picture in a file that the clipboard's own markup names (`file:///…`); null where the host cannot read it. */
  fromFile(address: string): Promise<Blob | null>
}

/** Something that was not done, in passing; `count` is how many there may be. What was pasted is told by PasteReport. */
export interface EditorNotice {
  code: 'paste-too-large' | 'paste-too-long' | 'picture-refused'
  count?: number
  message?: string
}

/** What somebody has yet to look at. */
export interface Attention {
  notes: number
  tks: number
}

/** Where the caret is: the index of its top-level block, notes not counted, and how far into it (0 to 1). */
export interface CursorPlace {
  block: number
  fraction: number
}

export interface StoryEditorOptions {
  element: HTMLElement
  body: StoryBody
  language: LanguageCode
  editable: boolean
  /** The words over the story; left out, it has none. */
  over?: OverStory
  /** What the house and its writer have chosen, as it is now: asked at every use. */
  writing(): WritingSettings
  /** Accessible name of the story. */
  label: string
  placeholder: string
  words: EditorWords
  pictures: PictureGate
  /** The document changed; called once a transaction, so do nothing here that grows with the story. */
  onEdited(): void
  /** More than 500 words are about to be pasted: the story still stands as it was. */
  onLargePaste?(): void
  onCursor(place: CursorPlace): void
  onNotice(notice: EditorNotice): void
  /** What was just pasted, where there is something to say of it; null once the story has been edited since. */
  onPasted?(report: PasteReport | null): void
  /** Ask a person for what the command of that name needs, then run it: Ctrl+Shift+K asks for an address. */
  onAsked?(what: Asked): void
}

/** What the toolbar shows; flat, so that two can be compared cheaply. */
export interface ToolbarState extends PlaceAtCaret {
  bold: boolean
  italic: boolean
  underline: boolean
  strike: boolean
  subscript: boolean
  superscript: boolean
  isolate: boolean
  /** The address of the link at the caret. */
  link: string | null
  /** Its title; '' where it has none. */
  linkTitle: string
  block: 'paragraph' | 'heading-2' | 'heading-3' | 'heading-4' | 'picture' | 'rule'
  direction: Direction
  /** What a command of direction turned last. */
  turned: Turned | null
  inTable: boolean
  /** The first row of that table is a header; its first column. */
  headerRow: boolean
  headerColumn: boolean
  /** Some note of the story is folded. */
  hasFolded: boolean
  canUndo: boolean
  canRedo: boolean
  readOnly: boolean
}

/** What the editor cannot ask for itself. */
export const askable = ['link', 'crop', 'embed'] as const
export type Asked = (typeof askable)[number]

export const tableCommandNames = [
  'table-row-before',
  'table-row-after',
  'table-column-before',
  'table-column-after',
  'table-header-row',
  'table-header-column',
  'table-merge',
  'table-split',
  'table-delete-row',
  'table-delete-column',
  'table-delete',
] as const
export type TableCommand = (typeof tableCommandNames)[number]
export const editorCommands = [
  'bold',
  'italic',
  'underline',
  'strike',
  'subscript',
  'superscript',
  'link',
  'unlink',
  'open-link',
  'isolate',
  'paragraph',
  'heading-2',
  'heading-3',
  'heading-4',
  'bullet-list',
  'numbered-list',
  'quote',
  'pull-quote',
  'rule',
  'table',
  ...tableCommandNames,
  'image',
  'gallery',
  'take-apart',
  'crop',
  'embed',
  'picture-forward',
  'picture-back',
  'direction-rtl',
  'direction-ltr',
  'direction-flip',
  'undo',
  'redo',
  'indent',
  'outdent',
  'move-up',
  'move-down',
  'duplicate',
  'delete-block',
  'clear-formatting',
  'quotation-marks',
  'hard-break',
  'insert-zwnj',
  'insert-zwj',
  'insert-lrm',
  'insert-rlm',
  'insert-alm',
  'insert-nbsp',
  'insert-tatweel',
  'note',
  'next-note',
  'fold-notes',
  'fact-box',
  'questions',
  'timeline',
  'footnote',
  'to-source',
  'next-tk',
] as const
export type EditorCommand = (typeof editorCommands)[number]

export interface CommandArgs {
  /** For `link`; http, https, mailto or tel. */
  href?: string
  /** For `link`; '' for none. */
  title?: string
  /** For `image` and `gallery`. */
  files?: readonly Blob[]
  /** For `embed`. */
  embed?: EmbedAttrs
  /** For `crop`. */
  framing?: Framing
  /** For `table`, the header row counted. */
  rows?: number
  columns?: number
  /** Text that goes first, in the same step: what was typed to ask for the command. */
  over?: { from: number; to: number }
}

/** What the extensions ask of the editor they are in. */
export interface EditorContext {
  words: EditorWords
  pictures: PictureGate
  placeholder: string
  /** The house's quotation marks for a block of this direction. */
  quotes(direction: Direction): Quotes
  /** What the typing rules go by in a block of this direction. */
  typing(direction: Direction): BlockTyping
  /** The article's direction now. */
  base(): Direction
  /** The digits of the article's language now. */
  digits(): DigitStyle
  /** What is still to come in the story. */
  tks: StoryTks
  notice(notice: EditorNotice): void
  pasted(report: PasteReport | null): void
  run(command: EditorCommand, args?: CommandArgs): boolean
  /** A command was run, or did not apply. */
  ran(command: EditorCommand, isDone: boolean): void
  ask(what: Asked): void
  largePaste(): void
  isEditable(): boolean
  /** Calls back whenever the story becomes editable or read-only; returns how to stop that. */
  watchEditable(listener: (editable: boolean) => void): () => void
}
