import type { ArticleRow } from '../model/article.ts'
import type { ErrorDetails } from './errors.ts'
import type { DigitStyle, PageLayout } from '../model/theme.ts'

export interface FormatInfo {
  id: string
  /** English, for the command line; the interface reads `format.<id>` in its catalogue. */
  label: string
  extension: string
  mime: string
  options: readonly FormatOption[]
  /** Of several articles it makes one file: a feed. */
  holdsMany: boolean
}
/** What a format leaves to whoever sends: the dialogs, the door and the command line are made of it. */
export type FormatOption = FlagOption | ChoiceOption
interface OptionName {
  id: string
  /** English, for the command line. */
  label: string
  /** Its name in the catalogues. */
  labelKey: string
}
export interface FlagOption extends OptionName {
  kind: 'flag'
  default: boolean
}
export interface ChoiceOption extends OptionName {
  kind: 'choice'
  default: string
  /** 'themes': the ids of the house themes; '' is then that of the settings. */
  choices: 'themes' | readonly { value: string; labelKey: string }[]
}
/** The value of each option by its id. */
export type OptionValues = Readonly<Record<string, string | boolean>>
export interface ThemeInfo {
  id: string
  name: string
  /** Digits of list numbers, where the house has chosen them. */
  digits?: DigitStyle | undefined
  layout: PageLayout
  /** It lies in the library, where it can be changed. */
  isOwn: boolean
}
/** What an export had to leave out or change; `code` has a sentence `warning.<code>`. */
export interface Warning {
  code: string
  message: string
}
export interface ExportedFile {
  name: string
  mime: string
  base64: string
  warnings: Warning[]
}
/** What an export would be, before anything of it is written. */
export interface TriedFile {
  name: string
  warnings: Warning[]
}
/** A page drawn for looking at: `path` on this host serves exactly the exported bytes. */
export interface DrawnPage {
  path: string
  warnings: Warning[]
}
export interface AddedPicture {
  media: string
  mime: string
  width: number
  height: number
}
export interface ImportedFile {
  articles: {
    id: string
    source: string
    headline: string
    language: ArticleRow['language']
    warnings: Warning[]
  }[]
  failed: { source: string; code: string; message: string; details?: ErrorDetails | undefined }[]
}
/** What an article says of itself in social networks. */
export interface SocialPosts {
  /** `count` as the network counts; `isCut` where something had to be left out. */
  texts: { network: SocialNetwork; text: string; count: number; most: number; isCut: boolean }[]
  /** PNG; none where they were not asked for, or nothing can be drawn. */
  cards: { name: string; width: number; height: number; base64: string }[]
}
export const socialNetworks = ['x', 'facebook', 'telegram', 'telegramCaption', 'whatsapp'] as const
export type SocialNetwork = (typeof socialNetworks)[number]
