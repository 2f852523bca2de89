import { z } from 'zod'

/** The written languages an article can be in, by BCP 47 (kmr: Kurmanji in Latin script). Facts: core/language. */
export const languageCodes = ['ar', 'ckb', 'kmr', 'fa', 'he', 'ur', 'en'] as const
export type LanguageCode = (typeof languageCodes)[number]
export const languageCode = z.enum(languageCodes)

/** A base direction as HTML's `dir` and the Unicode Bidirectional Algorithm know it; never 'auto'. */
export const directions = ['rtl', 'ltr'] as const
export type Direction = (typeof directions)[number]
export const direction = z.enum(directions)
