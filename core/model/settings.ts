import { z } from 'zod'
import { arabicMonths, digitStyle } from './theme.ts'

/** What a desk remembers of its user. Kept by lowdb; deleting it brings these defaults back. */
export const settings = z.object({
  /** null: the system's language, or the nearest one there is. */
  interfaceLanguage: z.string().max(16).nullable().default(null),
  appearance: z.enum(['system', 'light', 'dark']).default('system'),
  /** The language of a new article. */
  storyLanguage: z.enum(['ar', 'ckb', 'kmr', 'fa', 'he', 'ur', 'en']).default('ar'),
  houseTheme: z.string().max(40).default('classic'),
  digits: digitStyle.nullable().default(null),
  arabicMonths: arabicMonths.default('levantine'),
  previewWidth: z.enum(['phone', 'desktop']).default('phone'),
})
export type Settings = z.infer<typeof settings>
export const defaultSettings = (): Settings => settings.parse({})
