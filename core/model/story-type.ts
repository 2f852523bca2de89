import { z } from 'zod'
import { storyBody, type StoryBody } from './body.ts'
import { articleFields, fieldIds, statuses, type ArticleFields, type FieldId } from './fields.ts'
import { limits } from './limits.ts'
import { languageCode, type LanguageCode } from './language-code.ts'
import { pictureRequirements, type TypeAsks } from './required.ts'
import { phrase, type Phrase } from './theme.ts'

/** What schema.org calls a page of this type (https://schema.org/NewsArticle and its kinds). */
export const schemaTypes = [
  'NewsArticle',
  'AnalysisNewsArticle',
  'BackgroundNewsArticle',
  'LiveBlogPosting',
  'OpinionNewsArticle',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
] as const
export type SchemaType = (typeof schemaTypes)[number]

/** The fields that a type may fill in at the start: none that says which article it is, or when it was out. */
export const startFieldIds = [
  'section',
  'urgency',
  'kicker',
  'byline',
  'source',
  'creditLine',
  'place',
  'subjects',
  'keywords',
  'deskNote',
] as const satisfies readonly (keyof ArticleFields)[]
export type StartFieldId = (typeof startFieldIds)[number]
export type StartFields = { [F in StartFieldId]?: ArticleFields[F] | undefined }

/** What a story of a type begins with. */
export interface Start {
  fields?: StartFields | undefined
  body?: StoryBody | undefined
}
/** In this language of the article; 'any' for all that have nothing of their own. */
export type StartLanguage = LanguageCode | 'any'

/** A kind of story, as a newsroom has them: what one begins with, which fields come first, what each status asks for. */
export interface StoryType extends TypeAsks {
  id: string
  /** In the languages of the interface. */
  name: Phrase
  /** One sentence: what it is for. */
  about: Phrase
  /** IPTC's code for it (http://cv.iptc.org/newscodes/genre/); null where that vocabulary has none. */
  genre: string | null
  schemaType: SchemaType
  /** In the menu of new stories; one that is not offered still holds for the articles that have it. */
  isOffered: boolean
  /** Fields that come first in Details, in this order. */
  first: FieldId[]
  /** Fields that Details keeps behind "More". */
  more: FieldId[]
  starts: Partial<Record<StartLanguage, Start>>
}

/** What an article may name as its type. */
export const storyTypeId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const field = z.enum(fieldIds)
const fieldList = z.array(field).max(fieldIds.length)
const requirement = z.enum([...fieldIds, ...pictureRequirements])
const startField = (id: StartFieldId) => articleFields.shape[id].unwrap().optional()
const startFields: z.ZodType<StartFields> = z.strictObject(
  Object.fromEntries(startFieldIds.map((id) => [id, startField(id)])),
)
const start = z.strictObject({ fields: startFields.optional(), body: storyBody.optional() })

/** A closed shape: a type of which this version does not understand a part would do half of what its house meant. */
export const storyType: z.ZodType<StoryType> = z.strictObject({
  id: storyTypeId,
  name: phrase,
  about: phrase.default(''),
  genre: z
    .string()
    .regex(/^[A-Za-z][A-Za-z_-]{0,60}$/)
    .nullable()
    .default(null),
  schemaType: z.enum(schemaTypes).default('NewsArticle'),
  isOffered: z.boolean().default(true),
  first: fieldList.default([]),
  more: fieldList.default([]),
  required: z.partialRecord(z.enum(statuses), z.array(requirement)).default({}),
  starts: z.partialRecord(z.union([languageCode, z.literal('any')]), start).default({}),
})

/** `story-types.json`: a house's own types. One with the id of a shipped type stands in its place, any other beside them. */
export interface HouseTypes {
  /** Ids in the order of the menu; those that are not named follow in theirs. */
  order: string[]
  types: StoryType[]
}
export const noHouseTypes = (): HouseTypes => ({ order: [], types: [] })
const order = z.array(storyTypeId).max(limits.storyTypes * 2)
const typesFile = z.object({ order: order.default([]), types: z.array(z.unknown()).max(limits.storyTypes) })

/**
 * What a parsed `story-types.json` says; undefined where it is none. `odd` counts the types in it that cannot be read, or
 * that stand there twice: they are left out.
 */
export function readHouseTypes(json: unknown): (HouseTypes & { odd: number }) | undefined {
  const file = typesFile.safeParse(json)
  if (!file.success) return undefined
  const types = new Map<string, StoryType>()
  for (const each of file.data.types) {
    const read = storyType.safeParse(each)
    if (read.success && !types.has(read.data.id)) types.set(read.data.id, read.data)
  }
  return { order: file.data.order, types: [...types.values()], odd: file.data.types.length - types.size }
}
