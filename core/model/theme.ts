import { z } from 'zod'
import { languageCode, type LanguageCode } from './language-code.ts'
import { drawingIn } from './logo-drawing.ts'

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

/**
 * What a theme looks like. 'classic': an agency's plain page, date line over the logo; 'modern': a masthead, the picture from edge
 * to edge; 'light': small, with the fonts of the reader's own system; 'fragment': the article alone, for a CMS; 'email': tables and
 * styles on each element, as mail programs take them.
 */
export const pageLayouts = ['classic', 'modern', 'light', 'fragment', 'email'] as const
export type PageLayout = (typeof pageLayouts)[number]
/** Those that name installed fonts only, whatever the theme says of fonts. */
export const hasOwnFonts = (layout: PageLayout): boolean => layout === 'classic' || layout === 'modern'

const colour = z.string().regex(/^#[0-9a-f]{6}$/i)
/** Letters that every line of a theme may have; what is written on a page is escaped there. */
const words = (most: number) => z.string().max(most)
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
export const phrase = z.union([words(200), z.partialRecord(languageCode, words(200))])
export type Phrase = z.infer<typeof phrase>
/** The phrase for an article in `language`, and the language it is in where that is known. */
export function phraseIn(words: Phrase, language: LanguageCode): { text: string; language?: LanguageCode } {
  if (typeof words === 'string') return { text: words }
  const own = words[language]
  return own === undefined ? { text: words.en ?? '', language: 'en' } : { text: own, language }
}

/** Letters of a picture in a theme: one of half a megabyte. */
export const maxLogoLetters = 700_000
/** A picture inside the theme's own file, and one that draws and does nothing else: an SVG with a script, a handler or an address is none. */
export const logoImage = z
  .string()
  .max(maxLogoLetters)
  .regex(
    /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)(?:;charset=utf-8)?(?:;base64)?,[\w%.~!*'():@&=+$,/?; -]+$/i,
  )
  .refine((image) => !/^data:image\/svg/i.test(image) || isPlainSvg(image))

function isPlainSvg(image: string): boolean {
  const drawn = drawingIn(image)
  return (
    drawn !== undefined &&
    !/<!(?!--)|<\?xml-|<\s*(?:script|foreignobject|iframe|image|a)\b|[\s/'"]on\w+\s*=|url\(\s*(?!['"]?#)|@import|href\s*=\s*(?!['"]#)/i.test(
      drawn,
    )
  )
}

export const themeId = z.string().regex(/^[a-z0-9-]{1,40}$/)

/**
 * A house theme: how an agency's page looks and words itself. A file an agency can edit
 * (assets/themes/*.json, or `themes/` in the library).
 */
export const houseTheme = z.object({
  id: themeId,
  /** The theme's own name, as the agency writes it. */
  name: z.string().min(1).max(80),
  logo: z.object({
    alt: words(200),
    /** A data: URL of the picture; where there is none, `text` is drawn. */
    image: logoImage.optional(),
    text: words(200).optional(),
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
    prefix: words(40),
    /** The language of the date's words; 'article' takes the article's own. */
    language: z.union([languageCode, z.literal('article')]),
    style: z.enum(['full', 'long', 'short', 'classic']),
    digits: digitStyle.optional(),
    /** Where the theme does not say, the desk's own setting holds. */
    arabicMonths: arabicMonths.optional(),
  }),
  order: z.array(z.enum(pageParts)).max(pageParts.length * 2),
  /** 'repeated': the headline stands again with the lead picture, or alone where there is none. */
  headlineWithLead: z.enum(['once', 'repeated']),
  /** `photo` stands before the name of a photographer. */
  labels: z.object({ top: phrase, photo: phrase.default('') }),
  layout: z.enum(pageLayouts),
})
export type HouseTheme = z.infer<typeof houseTheme>
