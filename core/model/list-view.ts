import { z } from 'zod'
import { status } from './fields.ts'
import { languageCode } from './language-code.ts'

/**
 * 'newest' and 'oldest' by the last change; 'headline' and 'place' as readers of a language look for them, those without one at
 * the end; 'status' from draft to withdrawn. What is alike in that stands newest first.
 */
export const rowOrders = ['newest', 'oldest', 'headline', 'status', 'place'] as const
export type RowOrder = (typeof rowOrders)[number]

const chosen = <T extends z.ZodType>(each: T) => z.array(each).max(100).default([])
const words = chosen(z.string().max(2000))

/** What a list of articles shows, said so that it is true on another day too. Of each part with nothing chosen all are shown. */
export const listView = z.object({
  order: z.enum(rowOrders).default('newest'),
  status: chosen(status),
  language: chosen(languageCode),
  place: words,
  section: words,
  /** By the names that its user writes under: their own articles, or those of everybody else. */
  whose: z.enum(['mine', 'others']).nullable().default(null),
  /** Of today and the days before it, so many in all. */
  lastDays: z.number().int().min(1).max(36_600).nullable().default(null),
  /** Held until a moment that is still to come. */
  isHeld: z.boolean().default(false),
})
export type ListView = z.output<typeof listView>
/** Everything, the newest first. No schema: the page asks for it too. */
export const wholeLibrary = (): ListView => ({
  order: 'newest',
  status: [],
  language: [],
  place: [],
  section: [],
  whose: null,
  lastDays: null,
  isHeld: false,
})

/** A view that somebody has given a name; `query` is what is searched for in it. */
export const savedView = z.object({
  name: z.string().trim().min(1).max(80),
  view: listView,
  query: z.string().max(500).default(''),
})
export type SavedView = z.output<typeof savedView>
