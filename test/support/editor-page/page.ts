import '../../../renderer/ui/fonts.css'
import '../../../renderer/ui/tokens.css'
import '../../../renderer/ui/base.css'
import '../../../renderer/editor/story.css'
import './page.css'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { emptyBody, type StoryBody } from '../../../core/model/body.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { BlockFinder, textOf } from '../../../renderer/editor/painting/block-finder.ts'
import { defaultSettings, type WritingSettings } from '../../../core/model/settings.ts'
import { createStoryEditor, type StoryEditor } from '../../../renderer/editor/story-editor.ts'
import { keepOriginalPaste, undoPaste } from '../../../renderer/editor/paste/last-paste.ts'
import type { PasteReport } from '../../../renderer/editor/paste/paste-report.ts'
import type { EditorNotice, PictureGate } from '../../../renderer/editor/story-editor-types.ts'

/** What a test may do on the page, and what the editor has told it. */
export interface EditorPage {
  editor: StoryEditor
  edits: number
  cursor: { block: number; fraction: number } | null
  notices: EditorNotice[]
  /** What was last told of a paste, and how often something was told. */
  pasted: PasteReport | null
  pastesTold: number
  undoPaste(): boolean
  keepOriginalPaste(): boolean
  /** Lets the host read a file by this address. */
  giveFile(address: string, type: string, base64: string): void
  takeFile(address: string): void
  filesAsked: string[]
  linksAsked: number
  /** What the house has chosen; a test may change it while a story is open. */
  writing: WritingSettings
  /** All that was asked for. */
  asked: string[]
  /** The story as it stood before each large paste. */
  largePastes: StoryBody[]
  stored: { type: string; size: number }[]
  states: number
  open(body: StoryBody, language: LanguageCode, editable?: boolean): void
  openFails(body: unknown): string | null
  /** Puts the caret, or a selection, at document positions and the focus into the story. */
  select(from: number, to?: number): void
  selectNode(at: number): void
  /** Positions of the caret: where a text begins in the document. */
  find(text: string): number
  paste(data: Record<string, string>, files?: { name: string; type: string; base64: string }[]): void
  drop(x: number, y: number, files: { name: string; type: string; base64: string }[]): void
  ran: string[]
  /** Paints each place of a text as `probe`; answers how to stop that. */
  paint(text: string): () => void
  /** How often a block was looked at for that. */
  looks: number
}
declare global {
  interface Window {
    page: EditorPage
  }
}

const pictures = new Map<string, Blob>()
/** Files of this computer that the host would read. */
const files = new Map<string, Blob>()
async function addPicture(file: Blob): Promise<{ media: string; width: number; height: number }> {
  if (!/^image\/(?:png|jpeg|gif|webp)$/.test(file.type)) throw new Error(`not a picture: ${file.type}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  const name = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const media = `${name}.${file.type.slice(6).replace('jpeg', 'jpg')}`
  const bitmap = await createImageBitmap(file)
  pictures.set(media, file)
  window.page.stored.push({ type: file.type, size: file.size })
  return { media, width: bitmap.width, height: bitmap.height }
}
const gate: PictureGate = {
  add: addPicture,
  async url(media) {
    const file = pictures.get(media)
    if (!file) throw new Error('no such picture')
    return URL.createObjectURL(file)
  },
  async fromFile(address) {
    window.page.filesAsked.push(address)
    return files.get(address) ?? null
  },
}
const english = {
  picture: 'Picture',
  imageCaption: 'Caption',
  imageCredit: 'Credit',
  imageAlt: 'Alternative text',
  imageAltMissing: 'Say in a few words what the picture shows',
  imageMissing: 'This picture is not in the article',
  imageAdding: 'Adding the picture…',
  removeImage: 'Remove picture',
  cropImage: 'Crop…',
  pullQuoteCite: 'Who said it',
  pullQuote: 'Pull quote',
  factBox: 'Fact box',
  questions: 'Questions and answers',
  answer: 'Answer',
  timeline: 'Timeline',
  note: 'Note',
  notePrivate: 'not published',
  factTitle: 'Title of the box',
  question: 'Question',
  when: 'When',
  source: 'Where it comes from',
  footnote: 'Footnote',
  sources: 'Sources',
  sourceUnnamed: 'No longer named in the text',
  sourceBack: 'Back to the text',
  gallery: 'Gallery',
  galleryCaption: 'Caption of the gallery',
  galleryAdd: 'Add pictures',
  galleryApart: 'Take apart',
  galleryOffer: 'Make a gallery',
  galleryCount: (count: number) => `${count} pictures`,
  galleryPlace: (at: number, all: number) => `Picture ${at} of ${all}`,
  embed: 'Card',
  embedEdit: 'Edit card',
  embedOffer: 'Make it a card',
  dismiss: 'Leave it',
}
const arabic = {
  picture: 'صورة',
  imageCaption: 'شرح الصورة',
  imageCredit: 'المصدر',
  imageAlt: 'النص البديل',
  imageAltMissing: 'اكتب بكلمات قليلة ما تُظهره الصورة',
  imageMissing: 'هذه الصورة ليست في المقال',
  imageAdding: 'تُضاف الصورة…',
  removeImage: 'حذف الصورة',
  cropImage: 'قصّ…',
  pullQuoteCite: 'صاحب القول',
  pullQuote: 'اقتباس بارز',
  factBox: 'إطار معلومات',
  questions: 'سؤال وجواب',
  answer: 'الجواب',
  timeline: 'تسلسل زمني',
  note: 'ملاحظة',
  notePrivate: 'لا تُنشر',
  factTitle: 'عنوان الإطار',
  question: 'السؤال',
  when: 'متى',
  source: 'من أين جاء',
  footnote: 'حاشية',
  sources: 'المصادر',
  sourceUnnamed: 'لا إشارة إليه في النص',
  sourceBack: 'العودة إلى النص',
  gallery: 'معرض صور',
  galleryCaption: 'شرح المعرض',
  galleryAdd: 'إضافة صور',
  galleryApart: 'فكّ المعرض',
  galleryOffer: 'جمعها في معرض',
  galleryCount: (count: number) => `الصور: ${count}`,
  galleryPlace: (at: number, all: number) => `الصورة ${at} من ${all}`,
  embed: 'بطاقة',
  embedEdit: 'تعديل البطاقة',
  embedOffer: 'تحويله إلى بطاقة',
  dismiss: 'تركها',
}

function transferOf(
  data: Record<string, string>,
  files: { name: string; type: string; base64: string }[],
): DataTransfer {
  const transfer = new DataTransfer()
  for (const [type, value] of Object.entries(data)) transfer.setData(type, value)
  for (const { name, type, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    transfer.items.add(new File([bytes], name, { type }))
  }
  return transfer
}

const query = new URLSearchParams(location.search)
function open(body: StoryBody, language: LanguageCode, editable = true): void {
  window.page.editor?.destroy()
  const element = document.querySelector<HTMLElement>('#story')
  if (!element) throw new Error('no place for the story')
  element.replaceChildren()
  const isLatin = language === 'en' || language === 'kmr'
  document.querySelector<HTMLElement>('.page')?.setAttribute('data-script', isLatin ? 'latin' : 'arabic')
  window.page.edits = 0
  window.page.states = 0
  window.page.notices = []
  window.page.pasted = null
  window.page.pastesTold = 0
  window.page.filesAsked = []
  window.page.largePastes = []
  window.page.stored = []
  window.page.editor = createStoryEditor({
    element,
    body,
    language,
    editable,
    label: 'Story',
    placeholder: isLatin ? 'Write the story' : 'اكتب القصة',
    words: isLatin ? english : arabic,
    pictures: gate,
    writing: () => window.page.writing,
    onEdited: () => {
      window.page.edits += 1
    },
    onCursor: (place) => {
      window.page.cursor = place
    },
    onNotice: (notice) => window.page.notices.push(notice),
    onPasted: (report) => {
      window.page.pasted = report
      window.page.pastesTold += 1
    },
    onLargePaste: () => void window.page.largePastes.push(window.page.editor.body()),
    onAsked: (what) => {
      window.page.asked.push(what)
      if (what === 'link') window.page.linksAsked += 1
    },
  })
  window.page.editor.onState(() => {
    window.page.states += 1
  })
}

const theme = query.get('theme')
if (theme) document.documentElement.dataset.theme = theme
window.page = {
  editor: undefined as unknown as StoryEditor,
  edits: 0,
  cursor: null,
  notices: [],
  pasted: null,
  pastesTold: 0,
  filesAsked: [],
  undoPaste: () => undoPaste(window.page.editor.view),
  keepOriginalPaste: () => keepOriginalPaste(window.page.editor.view),
  takeFile: (address) => void files.delete(address),
  giveFile: (address, type, base64) =>
    void files.set(
      address,
      new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type }),
    ),
  linksAsked: 0,
  writing: defaultSettings(),
  asked: [],
  largePastes: [],
  stored: [],
  states: 0,
  open,
  ran: [],
  looks: 0,
  paint(text) {
    const finder = new BlockFinder((block) => {
      window.page.looks += 1
      return [...textOf(block).matchAll(new RegExp(text, 'gu'))].map(({ 0: hit, index }) => ({
        from: index,
        to: index + hit.length,
        paint: 'probe',
      }))
    })
    return window.page.editor.painter.add(finder)
  },
  select(from, to = from) {
    const { view } = window.page.editor
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
    view.focus()
  },
  selectNode(at) {
    const { view } = window.page.editor
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)))
    view.focus()
  },
  find(text) {
    let found = -1
    window.page.editor.view.state.doc.descendants((node, pos) => {
      const index = found < 0 && node.isText ? (node.text ?? '').indexOf(text) : -1
      if (index >= 0) found = pos + index
    })
    return found
  },
  paste(data, files = []) {
    const clipboardData = transferOf(data, files)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    window.page.editor.view.dom.dispatchEvent(event)
  },
  drop(clientX, clientY, files) {
    const dataTransfer = transferOf({}, files)
    const event = new DragEvent('drop', { dataTransfer, clientX, clientY, bubbles: true, cancelable: true })
    window.page.editor.view.dom.dispatchEvent(event)
  },
  openFails(body) {
    try {
      open(body as StoryBody, 'ar')
      return null
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  },
}
open(emptyBody, (query.get('language') ?? 'ar') as LanguageCode)
