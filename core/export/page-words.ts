import { toDigits } from '../language/digits.ts'
import type { BodyNode } from '../model/body.ts'
import { blockText } from '../model/measure.ts'
import { phraseIn } from '../model/theme.ts'
import { listDigits, type PageContext } from './page-context.ts'
import type { FaceRole } from './page-fonts.ts'
import { dateWords } from './page-parts.ts'

/** Every letter the page shows, by the face that shows it: what the embedded fonts must have. */
export function wordsByRole(page: PageContext): Record<FaceRole, string> {
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

const none: string[] = []

function headingWords(node: BodyNode): string[] {
  if (node.type === 'heading' || node.type === 'factTitle') return [blockText(node)]
  // Most of a story.
  if (node.type === 'paragraph') return none
  return 'content' in node ? (node.content ?? []).flatMap(headingWords) : []
}

/** Words of the story set in the small face: captions, credits, who said a quote, tables, what says when, sources. */
function smallWords(node: BodyNode): string[] {
  if (node.type === 'paragraph') return none
  if (node.type === 'image') return [node.attrs.caption, node.attrs.credit]
  if (node.type === 'pullQuote') return [node.attrs?.cite ?? '']
  if (node.type === 'table' || node.type === 'when' || node.type === 'sources') return [blockText(node)]
  if (node.type === 'embed') return [node.attrs.title, node.attrs.site, node.attrs.url]
  if (node.type === 'gallery') return [node.attrs?.caption ?? '', ...node.content.flatMap(smallWords)]
  return 'content' in node ? (node.content ?? []).flatMap(smallWords) : []
}
