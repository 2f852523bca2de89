import { z } from 'zod'
import { mediaName } from './body.ts'
import { framingShape } from './crop.ts'

/**
 * THE table of metadata fields. The Details form, the JSON of an article, search and every export format are
 * drawn from it: a field added here stops the build in each format until it is mapped or marked 'leave-out'.
 *
 * `kind`       the shape of the value and the control that edits it
 * `group`      where Details shows it, in the order of this table
 * `direction`  'story': the article's own; 'auto': by the text itself (names); 'ltr': codes and addresses
 * `on`         'article' when the value stands beside `fields` in article.json (language, status)
 * `size`       'tall' for a control under its label, over the whole width
 */
export const fieldTable = {
  status: { kind: 'status', group: 'desk', direction: 'story', on: 'article' },
  language: { kind: 'language', group: 'desk', direction: 'story', on: 'article' },
  storyType: { kind: 'type', group: 'desk', direction: 'ltr' },
  section: { kind: 'line', group: 'desk', direction: 'story' },
  urgency: { kind: 'urgency', group: 'desk', direction: 'ltr' },
  headline: { kind: 'line', group: 'story', direction: 'story', size: 'tall', onPage: true },
  kicker: { kind: 'line', group: 'story', direction: 'story' },
  subheadline: { kind: 'text', group: 'story', direction: 'story', size: 'tall' },
  summary: { kind: 'text', group: 'story', direction: 'story', size: 'tall' },
  byline: { kind: 'lines', group: 'credits', direction: 'auto' },
  source: { kind: 'line', group: 'credits', direction: 'auto' },
  creditLine: { kind: 'line', group: 'credits', direction: 'auto' },
  place: { kind: 'line', group: 'credits', direction: 'auto' },
  date: { kind: 'date', group: 'time', direction: 'ltr' },
  embargoUntil: { kind: 'date', group: 'time', direction: 'ltr' },
  subjects: { kind: 'subjects', group: 'search', direction: 'story', size: 'tall' },
  keywords: { kind: 'lines', group: 'search', direction: 'auto', size: 'tall' },
  slug: { kind: 'slug', group: 'search', direction: 'ltr' },
  canonicalUrl: { kind: 'url', group: 'search', direction: 'ltr' },
  seoTitle: { kind: 'line', group: 'search', direction: 'story', size: 'tall' },
  seoDescription: { kind: 'text', group: 'search', direction: 'story', size: 'tall' },
  leadImage: { kind: 'picture', group: 'picture', direction: 'story', size: 'tall' },
  deskNote: { kind: 'text', group: 'note', direction: 'story', size: 'tall' },
} as const satisfies Record<string, FieldDefinition>

export type FieldKind =
  | 'line'
  | 'text'
  | 'lines'
  | 'date'
  | 'urgency'
  | 'subjects'
  | 'slug'
  | 'url'
  | 'picture'
  | 'status'
  | 'language'
  | 'type'
export type FieldGroup = 'desk' | 'story' | 'credits' | 'time' | 'search' | 'picture' | 'note'
export interface FieldDefinition {
  kind: FieldKind
  group: FieldGroup
  direction: 'story' | 'auto' | 'ltr'
  on?: 'article'
  size?: 'tall'
  /** Written on the page itself, so Details leaves it out. */
  onPage?: true
}
type FieldTable = typeof fieldTable
export type FieldId = keyof FieldTable
/** The fields kept under `fields` in article.json: all but language and status. */
export type StoredFieldId = {
  [F in FieldId]: FieldTable[F] extends { on: 'article' } ? never : F
}[FieldId]
export const fieldIds = Object.keys(fieldTable) as FieldId[]
/** The definition of a field, widened to what every field has. */
export const fieldOf = (id: FieldId): FieldDefinition => fieldTable[id]

/** draft -> ready -> published; killed is withdrawn for good and stays in the library. */
export const statuses = ['draft', 'ready', 'published', 'killed'] as const
export type Status = (typeof statuses)[number]
export const status = z.enum(statuses)

/**
 * A date as a stored article and a file that comes in may have it: also on a day that there is not (31 February), so that none is
 * unreadable for that. What comes in loses such a date with a finding, and keeps an embargo until then (core/desk/importing.ts).
 */
export const storedDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/)
  .refine((text) => !Number.isNaN(Date.parse(text)))

/** ISO 8601: `2024-05-08`, or with the time and its zone `2024-05-08T14:30+03:00`; never a local time, and on a day that there is. */
export const zonedDate = storedDate.refine(isOnCalendar)

/** Whether the day that an ISO date begins with is one of the Gregorian calendar: JavaScript takes 31 February for 3 March. */
export function isOnCalendar(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number)
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return false
  // The calendar is the same every 400 years, and years before 100 are others to JavaScript.
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

const leadShape = {
  media: mediaName.nullable(),
  alt: z.string().max(2000).default(''),
  caption: z.string().max(5000).default(''),
  credit: z.string().max(500).default(''),
  source: z.string().max(500).default(''),
  width: z.number().int().positive().nullable().default(null),
  height: z.number().int().positive().nullable().default(null),
  ...framingShape,
}
export type LeadImage = z.infer<z.ZodObject<typeof leadShape>>
/**
 * The lead picture; `media` null where there is none yet and the words have already been written. What a later version says of
 * it survives a round trip, like unknown fields.
 */
export const leadImage = z.looseObject(leadShape)
const storedLead: z.ZodType<LeadImage> = leadImage

const line = z.string().max(2000)
const text = z.string().max(20_000)
const valueOf = {
  line: line.default(''),
  text: text.default(''),
  lines: z.array(line).max(200).default([]),
  date: storedDate.nullable().default(null),
  /** IPTC urgency: 1 the most urgent, 9 a note of the user's own. */
  urgency: z.number().int().min(1).max(9).nullable().default(null),
  /** IPTC Media Topics codes, eight digits: `medtop:<code>`. */
  subjects: z
    .array(z.string().regex(/^\d{8}$/))
    .max(17)
    .default([]),
  slug: z.string().max(200).default(''),
  url: z.string().max(4096).default(''),
  picture: storedLead.nullable().default(null),
  /** The id of a story type (story-type.ts); '' where it has none. One that nobody knows is kept and asks for nothing. */
  type: z.string().max(40).default(''),
} as const
type ValueSchemas = typeof valueOf

type FieldSchemas = {
  [F in StoredFieldId]: FieldTable[F]['kind'] extends keyof ValueSchemas
    ? ValueSchemas[FieldTable[F]['kind']]
    : never
}
const shape = Object.fromEntries(
  fieldIds.flatMap((id) => {
    const { kind } = fieldOf(id)
    return kind in valueOf ? [[id, valueOf[kind as keyof ValueSchemas]]] : []
  }),
) as FieldSchemas

/** Every field with its value; what is missing in a file reads as empty. Unknown fields survive a round trip. */
export const articleFields = z.looseObject(shape)
export type ArticleFields = { [F in StoredFieldId]: z.output<FieldSchemas[F]> }

/** All fields empty. */
export const emptyFields = (): ArticleFields => articleFields.parse({})
