import { z } from 'zod'
import { articleId, type ArticleRow } from '../model/article.ts'
import type { ArticleText } from '../model/draft-patch.ts'
import { languageCode } from '../model/language-code.ts'
import { limits } from '../model/limits.ts'
import { storyType, storyTypeId, type StoryType } from '../model/story-type.ts'
import type { OpenArticle } from './open-article.ts'
import { returns } from './returns.ts'
import type { ComparedTexts } from './versions.ts'

/** The types that a story may have, in the order of the menu; `house` names those that are the house's own. */
export interface StoryTypes {
  types: StoryType[]
  house: string[]
}
/** Puts a type in the place of the one with its id, takes the house's own away (the shipped one is back then), orders them. */
const typesChange = z.object({
  put: storyType.optional(),
  remove: storyTypeId.optional(),
  order: z
    .array(storyTypeId)
    .max(limits.storyTypes * 2)
    .optional(),
})
/** What came in with another house's file. */
export interface MergedTypes {
  state: StoryTypes
  taken: number
  /** Types in the file that cannot be read; they were left out. */
  odd: number
}

/** What has become of the article that another one was translated from. */
export interface SourceState {
  id: string
  /** 'changed': its words are others than those of the text that was looked at last. */
  state: 'same' | 'changed' | 'trashed' | 'missing' | 'unreadable'
  /** As its file has it now; -1 where there is none. */
  revision: number
  /** Its present text without the story, and its story beside the one that was looked at last; where they were asked for. */
  text: Omit<ArticleText, 'body'> | null
  compared: ComparedTexts | null
}

const ofArticle = z.object({ id: articleId })
const base64 = z.base64().max(Math.ceil(limits.fileBytes / 3) * 4)

/** How stories begin: empty, of a type, as a copy, as a translation; and the types themselves. */
export const startMethods = {
  'article.create': {
    input: z.object({
      language: languageCode.optional(),
      headline: z.string().max(2000).optional(),
      type: storyTypeId.optional(),
    }),
    output: returns<OpenArticle>(),
  },
  /** A draft with the text, the fields and the pictures of another article; its address and its times stay behind. */
  'article.duplicate': { input: ofArticle, output: returns<OpenArticle>() },
  /** A sister article in another language, empty but for what holds in every language. */
  'article.translate': {
    input: ofArticle.extend({ language: languageCode }),
    output: returns<OpenArticle>(),
  },
  /** What has become of the article that this one was translated from; `text`: with its words. @throws DeskError 'not-found' */
  'article.source': {
    input: ofArticle.extend({ text: z.boolean().optional() }),
    output: returns<SourceState>(),
  },
  /** That revision of the source has been looked at. @throws DeskError 'stale-revision' where there is a newer one */
  'article.noteSource': {
    input: ofArticle.extend({ revision: z.number().int().min(0) }),
    output: returns<{ revision: number }>(),
  },
  /** The article that this one was translated from, those translated from it, and its sisters. */
  'article.sisters': { input: ofArticle, output: returns<{ articles: ArticleRow[] }>() },
  'types.list': { input: z.object({}), output: returns<StoryTypes>() },
  'types.change': { input: typesChange, output: returns<StoryTypes>() },
  /** Takes the types of another house's file, in the place of those with their ids. @throws DeskError 'not-story-types' | 'too-large' */
  'types.merge': { input: z.object({ base64 }), output: returns<MergedTypes>() },
} as const
