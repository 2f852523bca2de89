import type { Warning } from '../api/files.ts'
import type { Article } from '../model/article.ts'
import { embargoWarning } from './embargo.ts'
import type { ExportFormat, ExportInput, ExportResult } from './format.ts'
import { htmlFields, htmlStory } from './html-carried.ts'
import { inHouseStyle } from './house-style.ts'
import { lightStyle } from './light-style.ts'
import { mailPage } from './mail-page.ts'
import { fittingMail } from './mail-pictures.ts'
import { element, opening } from './markup.ts'
import { pageContext, type PageContext } from './page-context.ts'
import { fontFaces } from './page-fonts.ts'
import { pageHead } from './page-head.ts'
import { pageBody, partsHtml } from './page-parts.ts'
import { picturesBeside, picturesInside, type GatheredPictures } from './page-pictures.ts'
import { pageStyle } from './page-style.ts'
import { wordsByRole } from './page-words.ts'
import { joinedPieces, type Piece } from './utf8.ts'

/**
 * The agency's page: one self-contained HTML file drawn from the house theme, pictures and fonts inside. The same
 * article, theme and assets give the same bytes.
 */
export const html: ExportFormat = {
  id: 'html',
  label: 'HTML page',
  extension: 'html',
  mime: 'text/html',
  fields: htmlFields,
  story: htmlStory,
  options: [
    {
      id: 'theme',
      kind: 'choice',
      label: 'the house theme that the page is drawn with',
      labelKey: 'export.theme',
      default: '',
      choices: 'themes',
    },
  ],
  write: async (input) => {
    const { page, warnings } = await writePage(input, 'inside')
    return { bytes: page, warnings }
  },
}

/** A page, and what lies beside it by its path from there. */
export interface WrittenPage extends Pick<ExportResult, 'warnings'> {
  page: Uint8Array
  files: ReadonlyMap<string, Uint8Array>
}

/** The page with its pictures inside it, or beside it under `media/`; an e-mail has them inside, for beside it there is nothing. */
export async function writePage(input: ExportInput, where: 'inside' | 'beside'): Promise<WrittenPage> {
  const article = input.house ? inHouseStyle(input.article, input.house) : input.article
  const { assets, theme } = input
  const { layout } = theme
  const gathered =
    where === 'beside' && layout !== 'email'
      ? await picturesBeside(article, layout, assets)
      : await picturesInside(article, layout, assets, layout === 'email' ? undefined : input.beside)
  const drawn = await draw(article, gathered, input)
  return {
    page: joinedPieces(drawn.pieces),
    files: gathered.files,
    warnings: [...gathered.warnings, ...drawn.warnings, ...embargoWarning(article, input.now)],
  }
}

async function draw(
  article: Article,
  gathered: GatheredPictures,
  { theme, type, assets }: ExportInput,
): Promise<{ pieces: Piece[]; warnings: Warning[] }> {
  const pageWith = (pictures: Pick<GatheredPictures, 'pictures' | 'leadShapes'>) =>
    pageContext(article, theme, pictures, type)
  const page = pageWith(gathered)
  switch (theme.layout) {
    case 'classic':
    case 'modern': {
      const faces = await fontFaces(page, wordsByRole(page), assets)
      return { pieces: document(page, [...faces, ...pageStyle(page)]), warnings: [] }
    }
    case 'light':
      return { pieces: document(page, [lightStyle(page)]), warnings: [] }
    case 'fragment':
      return { pieces: [fragment(page)], warnings: [] }
    case 'email': {
      const { text, warnings } = fittingMail(gathered.pictures, (pictures) =>
        mailPage(pageWith({ pictures, leadShapes: [] })),
      )
      return { pieces: [text], warnings }
    }
  }
}

/** The whole page around its style, most of which is bytes already: fonts are eight times as long as the story. */
function document(page: PageContext, style: readonly Piece[]): Piece[] {
  const root = opening('html', { lang: page.language.tag, dir: page.direction })
  return [
    `<!DOCTYPE html>\n${root}\n<head>\n${pageHead(page)}\n<style>\n`,
    ...style,
    `\n</style>\n</head>\n${body(page)}\n</html>\n`,
  ]
}

const body = (page: PageContext): string =>
  element('body', { id: 'top', class: page.theme.layout }, `\n${pageBody(page)}\n`)

/** The article alone, for a page that somebody else makes (docs/themes.md names its classes). */
function fragment(page: PageContext): string {
  const id = page.theme.order.includes('top') ? 'top' : undefined
  const root = { class: 'midad', id, lang: page.language.tag, dir: page.direction }
  return `${element('article', root, `\n${partsHtml(page)}\n`)}\n`
}
