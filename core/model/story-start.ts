import type { Block, StoryBody } from './body.ts'
import type { ArticleFields } from './fields.ts'
import type { LanguageCode } from './language-code.ts'
import type { HouseTypes, Start, StartFieldId, StoryType } from './story-type.ts'
import { phraseIn, type Phrase } from './theme.ts'

/** The shipped types with the house's own in their place or beside them, in the house's order. */
export function mergedTypes(shipped: readonly StoryType[], house: HouseTypes): StoryType[] {
  const byId = new Map([...shipped, ...house.types].map((type) => [type.id, type]))
  const ordered = house.order.flatMap((id) => byId.get(id) ?? [])
  return [...new Set([...ordered, ...byId.values()])]
}

/** A phrase for people who read `language`: in theirs, in English, or in whichever language it has. */
export function phraseFor(words: Phrase, language: LanguageCode): string {
  const { text } = phraseIn(words, language)
  return text || (typeof words === 'string' ? '' : (Object.values(words).find(Boolean) ?? ''))
}
/** What a type is called; its id where it has no name. */
export const nameOfType = ({ id, name }: Pick<StoryType, 'id' | 'name'>, language: LanguageCode): string =>
  phraseFor(name, language) || id

/** What a story of this type and language begins with: what is said for the language, else for any. */
export function startOf({ starts }: Pick<StoryType, 'starts'>, language: LanguageCode): Start {
  const { any, [language]: own } = starts
  return { fields: { ...any?.fields, ...own?.fields }, body: own?.body ?? any?.body }
}

/** The fields that a start fills in: those that are empty, and nothing that was written. */
export function filledBy({ fields = {} }: Start, written: ArticleFields): Partial<ArticleFields> {
  const filled = Object.entries(fields).filter(
    ([id, value]) => value !== undefined && isEmpty(written[id as StartFieldId]) && !isEmpty(value),
  )
  return Object.fromEntries(filled) as Partial<ArticleFields>
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() === ''
    : Array.isArray(value)
      ? value.length === 0
      : value === null || value === undefined

/** Nothing has been written in it yet. */
export const isUnwritten = ({ content }: StoryBody): boolean => content.every(isEmptyParagraph)
const isEmptyParagraph = (block: Block): boolean =>
  block.type === 'paragraph' && (block.content ?? []).length === 0
