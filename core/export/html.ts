import type { Warning } from '../api/files.ts'
import type { Article } from '../model/article.ts'
import { toDigits } from '../language/digits.ts'
import { toBase64 } from '../model/base64.ts'
import type { BodyNode } from '../model/body.ts'
import { mediaNames } from '../model/map-story.ts'
import { blockText } from '../model/measure.ts'
import { phraseIn } from '../model/theme.ts'
import type { ExportAssets, ExportFormat, ExportInput, ExportResult } from './format.ts'
import { inHouseStyle } from './house-style.ts'
import { element } from './markup.ts'
import { listDigits, pageContext, type PageContext } from './page-context.ts'
import { fontFaces, type FaceRole } from './page-fonts.ts'
import { pageHead } from './page-head.ts'
import { dateWords, pageBody } from './page-parts.ts'
import { pageStyle } from './page-style.ts'
import { toUtf8 } from './utf8.ts'

/**
 * The agency's page: one self-contained HTML file drawn from the house theme, pictures and fonts inside. The same
 * article, theme and assets give the same bytes.
 */
export const html: ExportFormat = {
  id: 'html',
  label: 'HTML page',
  extension: 'html',
  mime: 'text/html',
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
  write,
}

async function write({
  article: written,
  type,
  theme,
  assets,
  now,
  house,
  beside,
}: ExportInput): Promise<ExportResult> {
  const article = house ? inHouseStyle(written, house) : written
  const { pictures, warnings } = await picturesOf(article, assets, beside)
  const page = pageContext(article, theme, pictures, type)
  const style = [await fontFaces(page, wordsByRole(page), assets), pageStyle(page)].filter(Boolean).join('\n')
  const root = element(
    'html',
    { lang: page.language.tag, dir: page.direction },
    `\n${element('head', {}, `\n${pageHead(page, style)}\n`)}\n${body(page)}\n`,
  )
  return { bytes: toUtf8(`<!DOCTYPE html>\n${root}\n`), warnings: [...warnings, ...embargo(article, now)] }
}

const body = (page: PageContext): string =>
  element('body', { id: 'top', class: page.theme.layout }, `\n${pageBody(page)}\n`)

async function picturesOf(article: Article, assets: ExportAssets, beside: ExportInput['beside']) {
  const pictures = new Map<string, string>()
  const warnings: Warning[] = []
  for (const name of mediaNames(article)) {
    const picture = await assets.picture(name)
    if (picture) pictures.set(name, beside?.(name) ?? dataAddress(picture))
    else warnings.push({ code: 'picture-missing', message: `the picture ${name} is not in the library` })
  }
  return { pictures, warnings }
}

const dataAddress = ({ bytes, mime }: { bytes: Uint8Array; mime: string }): string =>
  `data:${mime};base64,${toBase64(bytes)}`

function embargo({ fields }: Article, now: number): Warning[] {
  const until = fields.embargoUntil
  if (!until || Date.parse(until) <= now) return []
  return [{ code: 'embargo', message: `under embargo until ${until}` }]
}

/** Every letter the page shows, by the face that shows it: what the embedded fonts must have. */
function wordsByRole(page: PageContext): Record<FaceRole, string> {
  const { article, theme } = page
  const { fields } = article
  const picture = fields.leadImage
  const headings = article.body.content.flatMap(headingWords)
  const small = [
    theme.dateLine.prefix,
    dateWords(page),
    theme.logo.text ?? '',
    ...fields.byline,
    fields.place,
    fields.source,
    picture?.caption ?? '',
    picture?.credit ?? '',
    ...article.body.content.flatMap(smallWords),
    phraseIn(theme.labels.top, article.language).text,
    phraseIn(theme.labels.photo, article.language).text,
    toDigits('0123456789.', listDigits(page)),
    '· ،,↑',
  ]
  return {
    headline: [
      fields.headline,
      fields.kicker,
      fields.subheadline,
      fields.source,
      theme.logo.text ?? '',
      ...headings,
    ].join(' '),
    text: [
      ...article.body.content.map(blockText),
      `${page.language.asked}${page.language.answered}:`,
      fields.summary,
      toDigits('0123456789.', listDigits(page)),
    ].join(' '),
    small: small.join(' '),
  }
}

function headingWords(node: BodyNode): string[] {
  if (node.type === 'heading' || node.type === 'factTitle') return [blockText(node)]
  return 'content' in node ? (node.content ?? []).flatMap(headingWords) : []
}

/** Words of the story set in the small face: captions, credits, who said a quote, tables, what says when, sources. */
function smallWords(node: BodyNode): string[] {
  if (node.type === 'image') return [node.attrs.caption, node.attrs.credit]
  if (node.type === 'pullQuote') return [node.attrs?.cite ?? '']
  if (node.type === 'table' || node.type === 'when' || node.type === 'sources') return [blockText(node)]
  if (node.type === 'embed') return [node.attrs.title, node.attrs.site, node.attrs.url]
  if (node.type === 'gallery') return [node.attrs?.caption ?? '', ...node.content.flatMap(smallWords)]
  return 'content' in node ? (node.content ?? []).flatMap(smallWords) : []
}
