import type { ArticleRow } from '../model/article.ts'
import type { ErrorDetails } from './errors.ts'
import type { DigitStyle } from '../model/theme.ts'

export interface FormatInfo {
  id: string
  /** English, for the command line; the interface reads `format.<id>` in its catalogue. */
  label: string
  extension: string
  mime: string
}
export interface ThemeInfo {
  id: string
  name: string
  /** Digits of list numbers, where the house has chosen them. */
  digits?: DigitStyle | undefined
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
