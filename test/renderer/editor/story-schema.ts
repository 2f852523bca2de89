import { getSchema } from '@tiptap/core'
import { languageOf } from '../../../core/language/registry.ts'
import { defaultSettings } from '../../../core/model/settings.ts'
import { storyExtensions } from '../../../renderer/editor/extensions.ts'
import { StoryTks } from '../../../renderer/editor/tks.ts'
import type { EditorContext } from '../../../renderer/editor/story-editor-types.ts'

const words = {
  picture: '',
  imageCaption: '',
  imageCredit: '',
  imageAlt: '',
  imageAltMissing: '',
  imageMissing: '',
  imageAdding: '',
  removeImage: '',
  cropImage: '',
  pullQuoteCite: '',
  pullQuote: '',
  factBox: '',
  questions: '',
  answer: '',
  timeline: '',
  note: '',
  notePrivate: '',
  factTitle: '',
  question: '',
  when: '',
  source: '',
  footnote: '',
  sources: '',
  sourceUnnamed: '',
  sourceBack: '',
  gallery: '',
  galleryCaption: '',
  galleryAdd: '',
  galleryApart: '',
  galleryOffer: '',
  galleryCount: String,
  galleryPlace: String,
  embed: '',
  embedEdit: '',
  embedOffer: '',
  dismiss: '',
}
/** The editor's schema without an editor. */
export const schema = getSchema(
  storyExtensions({
    words,
    placeholder: '',
    pictures: {
      add: () => Promise.reject(new Error('none')),
      url: () => Promise.reject(new Error('none')),
      fromFile: () => Promise.resolve(null),
    },
    base: () => 'rtl',
    digits: () => 'latn',
    tks: new StoryTks(),
    quotes: () => languageOf('ar').quotes,
    typing: () => ({ language: 'ar', quotes: languageOf('ar').quotes, switches: defaultSettings() }),
    notice: () => undefined,
    pasted: () => undefined,
    run: () => false,
    ran: () => undefined,
    ask: () => undefined,
    largePaste: () => undefined,
    isEditable: () => true,
    watchEditable: () => () => undefined,
  } satisfies EditorContext),
)
