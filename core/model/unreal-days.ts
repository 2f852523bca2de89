import { fieldIds, fieldOf, isOnCalendar, type ArticleFields, type FieldId } from './fields.ts'

type DateField = Extract<FieldId, 'date' | 'embargoUntil'>
const dateFields = fieldIds.filter((id): id is DateField => fieldOf(id).kind === 'date')

/** The fields that hold a day which is on no calendar (31 February), as a file of another program may. */
export const unrealDays = (fields: ArticleFields): { field: DateField; date: string }[] =>
  dateFields.flatMap((field) => {
    const date = fields[field]
    return date === null || isOnCalendar(date) ? [] : [{ field, date }]
  })

/**
 * The first of such days that comes in with `next`. One that is stored already is no reason to refuse the words that come with
 * it, also where another time of that day is given.
 */
export const newUnrealDay = (
  stored: ArticleFields,
  next: ArticleFields,
): { field: DateField; date: string } | undefined =>
  unrealDays(next).find(({ field, date }) => stored[field]?.slice(0, 10) !== date.slice(0, 10))

/** These fields, each such day that comes in with them being what is stored. */
export function withoutNewUnrealDays(stored: ArticleFields, next: ArticleFields): ArticleFields {
  const first = newUnrealDay(stored, next)
  return first ? withoutNewUnrealDays(stored, { ...next, [first.field]: stored[first.field] }) : next
}

/**
 * Whether an embargo holds. Of one that ends on a day which is on no calendar nobody knows when it ends: it does.
 * @param now milliseconds since 1970
 */
export const isHeld = (embargoUntil: string | null, now: number): boolean =>
  embargoUntil !== null && (Date.parse(embargoUntil) > now || !isOnCalendar(embargoUntil))
