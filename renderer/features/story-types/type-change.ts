import type { Draft } from '../../../core/api/contract.ts'
import { suggestSlug } from '../../../core/language/slug.ts'
import { emptyBody, type StoryBody } from '../../../core/model/body.ts'
import { fieldOf, type FieldId, type Status } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { mapStory } from '../../../core/model/map-story.ts'
import { requiredFor, type Requirement } from '../../../core/model/required.ts'
import { isUnwritten } from '../../../core/model/story-start.ts'
import {
  startFieldIds,
  type Start,
  type StartFieldId,
  type StartFields,
  type StartLanguage,
  type StoryType,
} from '../../../core/model/story-type.ts'

/** Where Details shows a field: first, where it always stands, or behind "More". */
export type FieldPlace = 'first' | 'usual' | 'more'

export const placeOf = ({ first, more }: StoryType, field: FieldId): FieldPlace =>
  first.includes(field) ? 'first' : more.includes(field) ? 'more' : 'usual'

/** A field in another place; among the first it becomes the last. */
export function withPlace(type: StoryType, field: FieldId, place: FieldPlace): StoryType {
  const without = (list: readonly FieldId[]) => list.filter((each) => each !== field)
  const [first, more] = [without(type.first), without(type.more)]
  return {
    ...type,
    first: place === 'first' ? [...first, field] : first,
    more: place === 'more' ? [...more, field] : more,
  }
}

/** One of a list a step further up (-1) or down (1); the same list at either end. */
export function moved<Each>(list: readonly Each[], each: Each, step: 1 | -1): Each[] {
  const at = list.indexOf(each)
  const to = at + step
  if (at === -1 || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(at, 1).toSpliced(to, 0, each)
}

/** What a status asks for, with or without this; of the house's own list one is made that is the type's. */
export function withRequired(
  type: StoryType,
  status: Status,
  requirement: Requirement,
  isOn: boolean,
): StoryType {
  const others = requiredFor(status, type).filter((each) => each !== requirement)
  return { ...type, required: { ...type.required, [status]: isOn ? [...others, requirement] : others } }
}

/** How a start value is written in one line: of several, commas stand between them. */
export function lineOf(value: StartFields[StartFieldId]): string {
  if (Array.isArray(value)) return value.join('، ')
  return value === undefined || value === null ? '' : String(value)
}

/** A start value from its line; '' takes it away. */
export function withStartField(
  type: StoryType,
  language: StartLanguage,
  field: StartFieldId,
  line: string,
): StoryType {
  const { [field]: _before, ...others } = type.starts[language]?.fields ?? {}
  const value = valueOf(field, line.trim())
  const fields = value === undefined ? others : { ...others, [field]: value }
  return withStart(type, language, { ...type.starts[language], fields })
}

function valueOf(field: StartFieldId, line: string): string | number | string[] | undefined {
  if (line === '') return undefined
  const { kind } = fieldOf(field)
  if (kind === 'urgency') return Number(line)
  if (kind !== 'lines') return line
  return line
    .split(/[,،;؛]/)
    .map((each) => each.trim())
    .filter(Boolean)
}

/** The text that a story begins with; null for none. Its pictures stay with the article that they are of. */
export function withStartText(type: StoryType, language: StartLanguage, body: StoryBody | null): StoryType {
  const text = body && mapStory(body, { picture: () => undefined })
  const { body: _before, ...others } = type.starts[language] ?? {}
  const isText = text !== null && text.content.length > 0 && !isUnwritten(text)
  return withStart(type, language, isText ? { ...others, body: text } : others)
}

function withStart(type: StoryType, language: StartLanguage, start: Start): StoryType {
  const { [language]: _before, ...others } = type.starts
  const isEmpty = Object.keys(start.fields ?? {}).length === 0 && !start.body
  return { ...type, starts: isEmpty ? others : { ...others, [language]: start } }
}

/** An id that none of these is, made of the name as far as its letters go. */
export function freshId(name: string, language: LanguageCode, ids: readonly string[]): string {
  const slug = suggestSlug(name, language)
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '')
    .replace(/^-+/, '')
    .slice(0, 30)
  const id = slug || 'type'
  let free = id
  for (let n = 2; ids.includes(free); n += 1) free = `${id}-${n}`
  return free
}

/** A type that begins as this story stands, with the order and the marks of the story's own type. */
export function typeOfStory(
  { language, fields, body }: Draft,
  { id, name, like }: { id: string; name: StoryType['name']; like: StoryType | undefined },
): StoryType {
  const written = startFieldIds.flatMap((field) => {
    const value = fields[field]
    return lineOf(value) === '' ? [] : [[field, value] as const]
  })
  const plain: StoryType = {
    id,
    name,
    about: '',
    genre: like?.genre ?? null,
    schemaType: like?.schemaType ?? 'NewsArticle',
    isOffered: true,
    first: like?.first ?? [],
    more: like?.more ?? [],
    required: like?.required ?? {},
    starts: {},
  }
  const begun = withStart(plain, language, { fields: Object.fromEntries(written) })
  return withStartText(begun, language, body ?? emptyBody)
}
