import type { ArticleFields, FieldId } from './fields.ts'

/** Where a text is cut, or grows too long to be read: on the page itself, in search results, in a card that others share, in the address. */
export type LengthPlace = 'page' | 'search' | 'card' | 'address'
export interface GoodLength {
  place: LengthPlace
  /** Characters as people count them, spaces too (`countGraphemes`). A hint, never a limit. */
  good: number
}

/**
 * THE table of lengths that matter. Nobody publishes exact ones: search engines cut by width, not by letters, and Google
 * names no number (newsroom.md 4.4), so these are the newsroom's rules of thumb. On the page: three lines of the headline
 * and of the line under it, one of the kicker, at the measure of the sheet; a caption as the Guardian's editor warns (600).
 */
const table = {
  headline: [
    { place: 'page', good: 90 },
    { place: 'search', good: 60 },
    { place: 'card', good: 70 },
  ],
  kicker: [{ place: 'page', good: 40 }],
  subheadline: [{ place: 'page', good: 160 }],
  summary: [
    { place: 'card', good: 160 },
    { place: 'search', good: 155 },
  ],
  slug: [{ place: 'address', good: 75 }],
  seoTitle: [{ place: 'search', good: 60 }],
  seoDescription: [{ place: 'search', good: 155 }],
} as const satisfies Partial<Record<FieldId, readonly GoodLength[]>>

/** Beyond this a caption is no longer read under its picture. */
export const goodCaption: GoodLength = { place: 'page', good: 600 }

/** A field of its own for search results stands there instead of these. */
const insteadInSearch = { headline: 'seoTitle', summary: 'seoDescription' } as const

/** The lengths that matter for a field of this article, the first the most seen; none where length does not matter. */
export function goodLengths(
  field: FieldId,
  fields: Pick<ArticleFields, 'seoTitle' | 'seoDescription'>,
): readonly GoodLength[] {
  if (!(field in table)) return []
  const all: readonly GoodLength[] = table[field as keyof typeof table]
  const other = field in insteadInSearch ? insteadInSearch[field as keyof typeof insteadInSearch] : undefined
  return other && fields[other].trim() !== '' ? all.filter(({ place }) => place !== 'search') : all
}
