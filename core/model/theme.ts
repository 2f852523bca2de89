import { z } from 'zod'
import { languageCode } from './language-code.ts'

/** The parts of a page, each drawn only when the article has it. Their order belongs to the house theme. */
export const pageParts = [
  'dateLine',
  'logo',
  'kicker',
  'headline',
  'subheadline',
  'byline',
  'lead',
  'summary',
  'story',
  'source',
  'top',
] as const
export type PagePart = (typeof pageParts)[number]

const colour = z.string().regex(/^#[0-9a-f]{6}$/i)
/** Digits by Unicode numbering system: 123, ١٢٣, ۱۲۳. */
export const digitStyle = z.enum(['latn', 'arab', 'arabext'])
export type DigitStyle = z.infer<typeof digitStyle>
/** Months in Arabic: أيار (Iraq and the Levant), مايو (Egypt and the Gulf), or both «أيار / مايو». */
export const arabicMonths = z.enum(['levantine', 'egyptian', 'both'])
export type ArabicMonths = z.infer<typeof arabicMonths>

/**
 * A house theme: how an agency's page looks and words itself. A file an agency can edit
 * (assets/themes/*.json, or `themes/` in the library).
 */
export const houseTheme = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The theme's own name, as the agency writes it. */
  name: z.string().min(1).max(80),
  logo: z.object({
    alt: z.string(),
    /** A data: URL of the picture; where there is none, `text` is drawn. */
    image: z.string().startsWith('data:image/').optional(),
    text: z.string().optional(),
  }),
  colours: z.object({ ink: colour, muted: colour, paper: colour, accent: colour, line: colour }),
  fonts: z.object({
    /** 'embed' puts the letters that the page uses inside the file; 'system' names installed fonts only. */
    delivery: z.enum(['embed', 'system']),
    headline: z.enum(['kufi', 'naskh', 'serif', 'sans']),
    text: z.enum(['naskh', 'kufi', 'serif', 'sans']),
  }),
  dateLine: z.object({
    /** Written before the date, such as `• `. */
    prefix: z.string(),
    /** The language of the date's words; 'article' takes the article's own. */
    language: z.union([languageCode, z.literal('article')]),
    style: z.enum(['full', 'long', 'short', 'classic']),
    digits: digitStyle.optional(),
    arabicMonths: arabicMonths.default('levantine'),
  }),
  order: z.array(z.enum(pageParts)),
  /** 'repeated': the headline stands again with the lead picture, or alone where there is none. */
  headlineWithLead: z.enum(['once', 'repeated']),
  labels: z.object({ top: z.string(), photo: z.string().default('') }),
  /** 'narrow' is a plain column; 'wide' the modern page. */
  layout: z.enum(['classic', 'modern']),
})
export type HouseTheme = z.infer<typeof houseTheme>
