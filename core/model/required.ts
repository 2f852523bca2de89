import type { ArticleFields, FieldId, LeadImage, Status, StoredFieldId } from './fields.ts'

/** A field that a status asks for, or one of the words of the lead picture. */
export type Requirement = FieldId | PictureRequirement
export const pictureRequirements = ['picture.alt', 'picture.caption', 'picture.credit'] as const
type PictureRequirement = (typeof pictureRequirements)[number]

const ready: readonly Requirement[] = [
  'headline',
  'byline',
  'source',
  'place',
  'subjects',
  'picture.alt',
  'picture.credit',
]
/**
 * THE table of what each status asks for (newsroom.md 3.14: alternative text, credit, source, topic before it is sent, the slug
 * and the date when it is out). Marks and a list, never a lock: saving and changing the status are always possible.
 */
const asked: Readonly<Record<Status, readonly Requirement[]>> = {
  draft: ['headline'],
  ready,
  published: [...ready, 'date', 'slug'],
  killed: ['headline'],
}

/** What changes the table for the articles of one story type. */
export interface TypeAsks {
  required: Partial<Record<Status, Requirement[]>>
}

/**
 * What a status asks for, in the order of the form: what the article's type says, else the table above. Of every story its
 * headline. The words of a picture count only where there is one.
 */
export function requiredFor(status: Status, type?: TypeAsks): readonly Requirement[] {
  const own = type?.required[status]
  return own ? ['headline', ...own.filter((each) => each !== 'headline')] : asked[status]
}

/** What is asked for and still empty. */
export function missingFor(status: Status, fields: ArticleFields, type?: TypeAsks): Requirement[] {
  return requiredFor(status, type).filter((requirement) => !isGiven(requirement, fields))
}

function isGiven(requirement: Requirement, fields: ArticleFields): boolean {
  if (requirement.startsWith('picture.')) {
    const { leadImage } = fields
    return !leadImage?.media || isWritten(leadImage[requirement.slice('picture.'.length) as keyof LeadImage])
  }
  if (requirement === 'leadImage') return Boolean(fields.leadImage?.media)
  // Language and status stand beside the fields and are never empty.
  return !(requirement in fields) || isWritten(fields[requirement as StoredFieldId])
}

function isWritten(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  return Array.isArray(value) ? value.length > 0 : value !== null
}
