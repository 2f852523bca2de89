import { z } from 'zod'
import { isDomain } from './agency.ts'
import { languageCodes } from './language-code.ts'
import { exportTarget } from './export-target.ts'
import { listView, savedView, wholeLibrary } from './list-view.ts'
import { arabicMonths, digitStyle } from './theme.ts'

const values = {
  /** null: the system's language, or the nearest one there is. */
  interfaceLanguage: z.string().max(16).nullable(),
  appearance: z.enum(['system', 'light', 'dark']),
  /** The language of a new article. */
  storyLanguage: z.enum(['ar', 'ckb', 'kmr', 'fa', 'he', 'ur', 'en']),
  houseTheme: z.string().max(40),
  digits: digitStyle.nullable(),
  arabicMonths,
  previewWidth: z.enum(['phone', 'desktop']),
  /** The face of the story on the page: 'book' Naskh and Source Serif, 'plain' Vazirmatn and Inter. */
  storyFont: z.enum(['book', 'plain']),
  storySize: z.enum(['small', 'medium', 'large', 'larger']),
  /** How large the sheet is drawn, in per cent. */
  zoom: z.number().int().min(70).max(200),
  /** The line that is written stays at one height of the sheet. */
  typewriter: z.boolean(),
  /** All but the paragraph that is written is dimmed: always, or in focus mode only. */
  dimsOthers: z.boolean(),
  /** The house's quotation marks: as the language has them, « », or “ ”. */
  quotes: z.enum(['language', 'guillemets', 'curly']),
  /** What is put right while somebody types, each undone by one Backspace: core/language/typing. */
  typingQuotes: z.boolean(),
  typingPunctuation: z.boolean(),
  typingDashes: z.boolean(),
  typingBlocks: z.boolean(),
  typingJoiners: z.boolean(),
  typingGershayim: z.boolean(),
  typingMaqaf: z.boolean(),
  /** Words that may be wrong are marked; not in these languages. */
  spelling: z.boolean(),
  spellingOff: z.array(z.enum(languageCodes)).max(languageCodes.length),
  /** How the house spells English: color or colour. */
  englishSpelling: z.enum(['american', 'british']),
  /** In exports and the preview: the digits and quotation marks as they were written, or the house's own. */
  exportDigits: z.enum(['written', 'house']),
  exportQuotes: z.enum(['written', 'house']),
  /** Who sends, as wire formats name a sender: for people, and what the addresses of its items begin with. Empty: not said. */
  agencyName: z.string().max(200),
  agencyDomain: z.string().refine((text) => text === '' || isDomain(text)),
  /** How exported files are called (core/export/file-name.ts). */
  fileNames: z.string().trim().min(1).max(200),
  /** Named choices of formats, the one used last first. */
  exportTargets: z.array(exportTarget).max(20),
  /** Words of the house for what is still to come, beside TK and ؟؟ (core/language/tk.ts). */
  tkWords: z.array(z.string().max(40)).max(40),
  /** Rows of the library: two lines of the headline, or one; the status stands below either. */
  rows: z.enum(['comfortable', 'compact']),
  /** What the list of articles shows, and how: under column heads or as cards with their pictures, beside the page or over it. */
  listView,
  listLook: z.enum(['columns', 'cards']),
  isListWide: z.boolean(),
  savedViews: z.array(savedView).max(50),
  /** The names that its user writes under, in each script: by them the own articles are known. */
  ownNames: z.array(z.string().max(200)).max(20),
  /** 'welcome' until the first minutes are over. */
  firstMinutes: z.enum(['welcome', 'done']),
}

/** What a desk remembers of its user. Kept by lowdb; deleting it brings these defaults back. */
export const settings = z.object({
  interfaceLanguage: values.interfaceLanguage.default(null),
  appearance: values.appearance.default('system'),
  storyLanguage: values.storyLanguage.default('ar'),
  houseTheme: values.houseTheme.default('classic'),
  digits: values.digits.default(null),
  arabicMonths: values.arabicMonths.default('levantine'),
  previewWidth: values.previewWidth.default('phone'),
  storyFont: values.storyFont.default('book'),
  storySize: values.storySize.default('medium'),
  zoom: values.zoom.default(100),
  typewriter: values.typewriter.default(false),
  dimsOthers: values.dimsOthers.default(false),
  quotes: values.quotes.default('language'),
  typingQuotes: values.typingQuotes.default(true),
  typingPunctuation: values.typingPunctuation.default(true),
  typingDashes: values.typingDashes.default(true),
  typingBlocks: values.typingBlocks.default(true),
  typingJoiners: values.typingJoiners.default(true),
  typingGershayim: values.typingGershayim.default(true),
  // Hebrew keyboards of computers have a hyphen and hide the maqaf; no house was seen that asks for it.
  typingMaqaf: values.typingMaqaf.default(false),
  spelling: values.spelling.default(true),
  spellingOff: values.spellingOff.default([]),
  englishSpelling: values.englishSpelling.default('american'),
  exportDigits: values.exportDigits.default('written'),
  exportQuotes: values.exportQuotes.default('written'),
  agencyName: values.agencyName.default(''),
  agencyDomain: values.agencyDomain.default(''),
  fileNames: values.fileNames.default('{date}-{slug}'),
  exportTargets: values.exportTargets.default([]),
  tkWords: values.tkWords.default([]),
  rows: values.rows.default('comfortable'),
  listView: values.listView.default(wholeLibrary),
  listLook: values.listLook.default('columns'),
  isListWide: values.isListWide.default(false),
  savedViews: values.savedViews.default([]),
  ownNames: values.ownNames.default([]),
  firstMinutes: values.firstMinutes.default('welcome'),
})
export type Settings = z.infer<typeof settings>

/** The groups of rules that work while somebody types, each with a switch of its own. */
export const typingSwitches = [
  'typingQuotes',
  'typingPunctuation',
  'typingDashes',
  'typingBlocks',
  'typingJoiners',
  'typingGershayim',
  'typingMaqaf',
] as const satisfies readonly (keyof Settings)[]
export type TypingSwitch = (typeof typingSwitches)[number]
/** What the house and its writer have chosen for the writing itself. */
export type WritingSettings = Pick<
  Settings,
  'quotes' | 'storyLanguage' | 'zoom' | 'typewriter' | 'dimsOthers' | TypingSwitch
>

/** The sizes that the sheet goes through, in per cent. */
export const zoomSteps: readonly number[] = [70, 80, 90, 100, 110, 125, 150, 175, 200]

/** The next size up (1) or down (-1); the same at either end. */
export function zoomed(zoom: number, step: 1 | -1): number {
  const next = step > 0 ? zoomSteps.find((each) => each > zoom) : zoomSteps.findLast((each) => each < zoom)
  return next ?? zoom
}

export type EnglishSpelling = Settings['englishSpelling']
/** Whether words that may be wrong are marked, in which languages not, and how English is spelt. */
export type SpellingSettings = Pick<Settings, 'spelling' | 'spellingOff' | 'englishSpelling'>

// Not `settings.partial()`: zod fills in the defaults there, so one change would reset all the others.
/** A change of some settings: what is absent stays as it was. */
export const settingsChange = z.object(values).partial()
export const defaultSettings = (): Settings => settings.parse({})
