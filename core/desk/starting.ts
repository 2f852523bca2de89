import type { DeskApi } from '../api/contract.ts'
import { copiedHeadline } from '../language/copy-mark.ts'
import type { Article } from '../model/article.ts'
import { emptyFields, type ArticleFields } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { startOf } from '../model/story-start.ts'
import { copyPictures, newArticle, storeNew } from './new-article.ts'
import type { DeskRoom } from './room.ts'
import { storyTypes } from './story-types.ts'

type Starting = Pick<DeskApi, 'article.create' | 'article.duplicate'>

/** New articles: empty ones, ones of a type, copies. */
export function startCalls(room: DeskRoom): Starting {
  return {
    'article.create': async ({ language = room.ports.settings.get().storyLanguage, headline, type }) => {
      room.requireWritable()
      const started = type === undefined ? undefined : await startedAs(room, type, language)
      const fields = { ...emptyFields(), ...started?.fields, headline: headline ?? '' }
      return storeNew(room, newArticle(room, { ...started, language, fields }))
    },
    'article.duplicate': async ({ id }) => {
      room.requireWritable()
      const original = await room.readToChange(id)
      const { language, body } = original
      const copy = newArticle(room, { language, body, fields: fieldsOfCopy(original) })
      await copyPictures(room, id, copy)
      return storeNew(room, copy)
    },
  }
}

/** A type that nobody knows any more is kept, and fills in nothing. */
async function startedAs(room: DeskRoom, id: string, language: LanguageCode) {
  const type = (await storyTypes(room)).types.find((each) => each.id === id)
  const { fields, body } = type ? startOf(type, language) : {}
  const started = { ...emptyFields(), ...fields, storyType: id }
  return { fields: started, ...(body && { body }) }
}

// An embargo holds for the words, whoever copies them.
/** All fields but those that say which article it is and when it was out. */
const fieldsOfCopy = ({ fields, language }: Article): ArticleFields => ({
  ...fields,
  headline: copiedHeadline(fields.headline, language),
  date: null,
  slug: '',
  canonicalUrl: '',
})
