import { join } from 'node:path'
import { html } from '../../core/export/html.ts'
import { pageContext } from '../../core/export/page-context.ts'
import { storyHtml } from '../../core/export/story-html.ts'
import type { FontSource } from '../../core/desk/ports.ts'
import type { Article } from '../../core/model/article.ts'
import { cleanArticle } from '../../core/model/clean-body.ts'
import type { HouseTheme } from '../../core/model/theme.ts'
import { createFontSource } from '../../electron/node/fonts.ts'
import { shippedThemes } from '../../electron/node/themes.ts'

// THE place where the benches touch Midad's export: when it changes, this file follows.
const theme = shippedThemes[0] as HouseTheme
const noPictures = { pictures: new Map(), leadShapes: [] }
const fonts = createFontSource(join(import.meta.dirname, '../../node_modules/@fontsource-variable'))

/** The story alone, as it stands in Midad's pages: isolated for its direction, with footnotes. */
export const midadStory = (article: Article): string =>
  storyHtml(article.body.content, pageContext(article, theme, noPictures))

/** The agency's page as bytes, all that an export does, but for the fonts. */
export const midadPage = (article: Article): Promise<Uint8Array> => page(article, async () => [])

/** The file that the button Export saves, its fonts cut to its letters and inside. */
export const midadFile = (article: Article): Promise<Uint8Array> =>
  page(article, (family, text) => fonts.subset(family, text))

async function page(stored: Article, cut: FontSource['subset']): Promise<Uint8Array> {
  const { bytes } = await html.write({
    article: cleanArticle(stored),
    theme,
    now: 0,
    assets: { picture: async () => undefined, font: cut },
  })
  return bytes
}
