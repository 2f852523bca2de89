import type { ArticleFields, FieldId, LeadImage, Status, StoredFieldId } from './fields.ts'

/** A field that a status asks for, or one of the words of the lead picture. */
export type Requirement = FieldId | 'picture.alt' | 'picture.caption' | 'picture.credit'

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

/** What a status asks for, in the order of the form. The words of a picture count only where there is one. */
export const requiredFor = (status: Status): readonly Requirement[] => asked[status]

/** What is asked for and still empty. */
export function missingFor(status: Status, fields: ArticleFields): Requirement[] {
  return requiredFor(status).filter((requirement) => !isGiven(requirement, fields))
}

function isGiven(requirement: Requirement, fields: ArticleFields): boolean {
  if (requirement.startsWith('picture.')) {
    const { leadImage } = fields
    return !leadImage?.media || isWritten(leadImage[requirement.slice('picture.'.length) as keyof LeadImage])
  }
  // Language and status stand beside the fields and are never empty.
  return !(requirement in fields) || isWritten(fields[requirement as StoredFieldId])
}

function isWritten(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  return Array.isArray(value) ? value.length > 0 : value !== null
}
