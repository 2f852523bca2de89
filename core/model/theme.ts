import { z } from 'zod'
import { languageCode, type LanguageCode } from './language-code.ts'

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
 * The faces that can travel inside a page: Noto Naskh Arabic, Noto Kufi Arabic, Vazirmatn, Source Serif 4, Inter,
 * Noto Sans Hebrew (rtl.md §2). Those for Arabic script carry a Latin of their own.
 */
export const fontFamilies = ['naskh', 'kufi', 'vazirmatn', 'serif', 'inter', 'hebrew'] as const
export type FontFamily = (typeof fontFamilies)[number]
/** One woff2 of a family, cut down to the letters asked for. */
export interface FontFace {
  bytes: Uint8Array
  /** The range of the variable weight axis. */
  weight: { min: number; max: number }
  /** As CSS `unicode-range` takes it. */
  unicodeRange: string
}
const family = z.enum(fontFamilies)
const faces = z.object({ headline: family, text: family, small: family })
export type PageFaces = z.infer<typeof faces>

/** Words of the house: the same for every article, or one for each language ('en' where a language is missing). */
export const phrase = z.union([z.string(), z.partialRecord(languageCode, z.string())])
export type Phrase = z.infer<typeof phrase>
/** The phrase for an article in `language`, and the language it is in where that is known. */
export function phraseIn(words: Phrase, language: LanguageCode): { text: string; language?: LanguageCode } {
  if (typeof words === 'string') return { text: words }
  const own = words[language]
  return own === undefined ? { text: words.en ?? '', language: 'en' } : { text: own, language }
}

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
    /** By the script of the article's language. */
    arabic: faces,
    latin: faces,
    hebrew: faces,
  }),
  /** Digits of list numbers; where absent, those of the article's language. */
  digits: digitStyle.optional(),
  dateLine: z.object({
    /** Written before the date, such as `• `. */
    prefix: z.string(),
    /** The language of the date's words; 'article' takes the article's own. */
    language: z.union([languageCode, z.literal('article')]),
    style: z.enum(['full', 'long', 'short', 'classic']),
    digits: digitStyle.optional(),
    /** Where the theme does not say, the desk's own setting holds. */
    arabicMonths: arabicMonths.optional(),
  }),
  order: z.array(z.enum(pageParts)),
  /** 'repeated': the headline stands again with the lead picture, or alone where there is none. */
  headlineWithLead: z.enum(['once', 'repeated']),
  /** `photo` stands before the name of a photographer. */
  labels: z.object({ top: phrase, photo: phrase.default('') }),
  /** 'classic': an agency's plain page, date line over the logo; 'modern': a masthead, the picture from edge to edge. */
  layout: z.enum(['classic', 'modern']),
})
export type HouseTheme = z.infer<typeof houseTheme>
