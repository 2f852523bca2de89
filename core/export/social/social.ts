import type { Warning } from '../../api/files.ts'
import type { FieldMap, StoryMap } from '../../model/carried.ts'
import { hasSetWords } from '../../model/logo-drawing.ts'
import type { ExportFormat, ExportInput, ExportResult } from '../format.ts'
import { inHouseStyle } from '../house-style.ts'
import { toUtf8 } from '../utf8.ts'
import { packedBytes, zipOf } from '../zip-file.ts'
import { cardSizes, drawCard } from './card.ts'
import { socialTexts, type SocialText } from './social-texts.ts'

/** What an article says of itself in social networks: a text for each, and its cards, in a zip (docs/social.md). */
export const social: ExportFormat = {
  id: 'social',
  label: 'Texts and cards for social networks',
  extension: 'zip',
  mime: 'application/zip',
  fields: {
    status: 'leave-out',
    language: 'as: its script and direction',
    storyType: 'leave-out',
    section: 'leave-out',
    urgency: 'leave-out',
    headline: 'each text, and the cards',
    kicker: 'the cards',
    subheadline: 'each text, without a summary',
    summary: 'each text',
    byline: 'leave-out',
    source: 'the cards',
    creditLine: 'leave-out',
    place: 'leave-out',
    date: 'the cards',
    embargoUntil: 'leave-out',
    subjects: 'leave-out',
    keywords: 'as: hashtags',
    slug: 'leave-out',
    canonicalUrl: 'each text',
    seoTitle: 'leave-out',
    seoDescription: 'leave-out',
    leadImage: 'the cards',
    deskNote: 'leave-out',
  } satisfies FieldMap,
  story: {
    paragraph: 'telegram, as: text',
    heading: 'telegram, as: text',
    bulletList: 'telegram, as: text',
    orderedList: 'telegram, as: text',
    listItem: 'telegram, as: text',
    blockquote: 'telegram, as: text',
    pullQuote: 'telegram, as: text',
    horizontalRule: 'leave-out',
    table: 'telegram, as: text',
    tableRow: 'telegram, as: text',
    tableCell: 'telegram, as: text',
    tableHeader: 'telegram, as: text',
    image: 'leave-out',
    gallery: 'leave-out',
    embed: 'leave-out',
    note: 'leave-out',
    hardBreak: 'telegram, as: text',
    factBox: 'telegram, as: text',
    factTitle: 'telegram, as: text',
    questions: 'telegram, as: text',
    question: 'telegram, as: text',
    questionAnswer: 'telegram, as: text',
    answer: 'telegram, as: text',
    timeline: 'telegram, as: text',
    timelineEntry: 'telegram, as: text',
    when: 'telegram, as: text',
    sources: 'telegram, as: text',
    source: 'telegram, as: text',
    footnote: 'leave-out',
    bold: 'leave-out',
    italic: 'leave-out',
    underline: 'leave-out',
    strike: 'leave-out',
    subscript: 'leave-out',
    superscript: 'leave-out',
    link: 'leave-out',
    bdi: 'leave-out',
    dir: 'leave-out',
  } satisfies StoryMap,
  write,
}

export interface Posts {
  texts: SocialText[]
  /** None where nothing can be drawn. */
  cards: { name: string; width: number; height: number; bytes: Uint8Array }[]
}

/** The texts, at once, and the cards, which take their time. */
export async function postsOf(input: ExportInput, hasCards = true): Promise<Posts> {
  const { article, house } = input
  const cards: Posts['cards'] = []
  for (const size of hasCards ? cardSizes : []) {
    const bytes = await drawCard(input, size)
    if (bytes) cards.push({ name: `card-${size.width}x${size.height}.png`, ...size, bytes })
  }
  return { texts: socialTexts(house ? inHouseStyle(article, house) : article), cards }
}

async function write(input: ExportInput): Promise<ExportResult> {
  const { texts, cards } = await postsOf(input)
  const warnings = [
    ...(texts.some(({ isCut }) => isCut) ? [cutTexts(texts)] : []),
    ...(cards.length < cardSizes.length ? [noCards] : []),
    ...(cards.length > 0 && hasSetWords(input.theme.logo.image) ? [noLogoWords] : []),
  ]
  const files = filesOf(texts).map(([path, bytes]) => ({ path, ...packedBytes(bytes, 6, input.packer) }))
  // A card is packed already.
  const pictures = cards.map(({ name, bytes }) => ({ path: name, ...packedBytes(bytes, 0, input.packer) }))
  // The same article gives the same bytes: no clock is read. A zip knows no time before 1980.
  const mtime = new Date(Math.max(Date.parse(input.article.updatedAt), Date.UTC(1980, 0, 2)))
  return { bytes: zipOf([...files, ...pictures], mtime), warnings }
}

function filesOf(texts: readonly SocialText[]): [path: string, bytes: Uint8Array][] {
  const files: [path: string, bytes: Uint8Array][] = []
  for (const { network, text, html } of texts) {
    const name = network === 'telegramCaption' ? 'telegram-caption' : network
    files.push([`${name}.txt`, toUtf8(`${text}\n`)])
    if (html !== undefined) files.push([`${name}.html`, toUtf8(html)])
  }
  return files
}

const cutTexts = (texts: readonly SocialText[]): Warning => ({
  code: 'social-cut',
  message: `shortened for ${texts.flatMap(({ isCut, network }) => (isCut ? [network] : [])).join(', ')}`,
})
const noCards: Warning = { code: 'cards-left-out', message: 'the cards could not be drawn' }
const noLogoWords: Warning = {
  code: 'logo-words-out',
  message: 'the words of the logo are set as text, which no card shows',
}
