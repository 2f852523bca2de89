import { z } from 'zod'
import { articleId } from '../model/article.ts'
import { storyBody } from '../model/body.ts'
import { articleFields, status, type ArticleFields } from '../model/fields.ts'
import { languageCode } from '../model/language-code.ts'
import { limits } from '../model/limits.ts'
import { houseTheme, themeId, type HouseTheme, type PageLayout } from '../model/theme.ts'
import type { DrawnPage, ThemeInfo } from './files.ts'
import { returns } from './returns.ts'

/** A theme to look at and to change. */
export interface OpenTheme {
  theme: HouseTheme
  /** It lies in the library and can be changed there; the shipped ones can be duplicated. */
  isOwn: boolean
}
export interface KeptThemes {
  themes: ThemeInfo[]
  /** The id of what was kept. */
  id: string
}

const base64 = z.base64().max(Math.ceil(limits.themeBytes / 3) * 4)
const picture = z.base64().max(Math.ceil(limits.pictureBytes / 3) * 4)
const id = z.object({ id: themeId })
const drawn = z.object({
  id: articleId,
  language: languageCode,
  status,
  fields: articleFields as unknown as z.ZodType<ArticleFields>,
  body: storyBody,
})

/** The house's themes: looking at one, changing it, handing it on. */
export const themeMethods = {
  /** @throws DeskError 'unknown-theme' */
  'themes.read': { input: id, output: returns<OpenTheme>() },
  /** The page of a text in a theme as it is being edited; `picture`: shown for each that the library has not. */
  'themes.draw': {
    input: drawn.extend({ theme: houseTheme, picture: picture.optional() }),
    output: returns<DrawnPage>(),
  },
  /**
   * A picture as a theme carries one, a data: address; of a drawing (SVG) only what draws, `isLess` where something else was in it.
   * @throws DeskError 'not-a-picture' | 'too-large'
   */
  'themes.logo': {
    input: z.object({ base64: picture }),
    output: returns<{ image: string; isLess: boolean }>(),
  },
  /** Keeps a theme as the house's own, in the place of the one with its id. @throws DeskError 'too-large' | 'unwritable' | … */
  'themes.put': { input: z.object({ theme: houseTheme }), output: returns<KeptThemes>() },
  /** Takes one of the house's own away, the file set aside; a shipped one of that id is back then. @throws DeskError 'unknown-theme' */
  'themes.remove': { input: id, output: returns<{ themes: ThemeInfo[] }>() },
  /** Takes in the file of another house, beside those that are there. @throws DeskError 'not-a-theme' | 'too-large' */
  'themes.take': { input: z.object({ base64 }), output: returns<KeptThemes>() },
} as const

/** What is told of them. */
export const themeEvents = {
  'themes.changed': z.object({
    themes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        digits: z.enum(['latn', 'arab', 'arabext']).optional(),
        layout: z.string() as unknown as z.ZodType<PageLayout>,
        isOwn: z.boolean(),
      }),
    ),
  }),
} as const
