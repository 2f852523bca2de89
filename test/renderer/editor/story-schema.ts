import { getSchema } from '@tiptap/core'
import { languageOf } from '../../../core/language/registry.ts'
import { defaultSettings } from '../../../core/model/settings.ts'
import { storyExtensions } from '../../../renderer/editor/extensions.ts'
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
  pullQuoteCite: '',
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
    quotes: () => languageOf('ar').quotes,
    typing: () => ({ language: 'ar', quotes: languageOf('ar').quotes, switches: defaultSettings() }),
    notice: () => undefined,
    pasted: () => undefined,
    run: () => false,
    ran: () => undefined,
    askForLink: () => undefined,
    largePaste: () => undefined,
    isEditable: () => true,
    watchEditable: () => () => undefined,
  } satisfies EditorContext),
)
