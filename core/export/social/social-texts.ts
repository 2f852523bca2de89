import { socialNetworks, type SocialNetwork } from '../../api/files.ts'
import { languageOf } from '../../language/registry.ts'
import { rightToLeftLetter } from '../../language/scripts.ts'
import type { Article } from '../../model/article.ts'
import { cleanHref } from '../../model/clean-body.ts'
import type { Direction } from '../../model/language-code.ts'
import { blockText } from '../../model/measure.ts'
import { countForX, mostOnX } from './count-for-x.ts'
import { cutText, sentencesOf } from './cut-text.ts'
import { hashtags } from './hashtags.ts'

/** A text as it is put into a network. */
export interface SocialText {
  network: SocialNetwork
  text: string
  /** As the network counts. */
  count: number
  most: number
  /** Whether something of it had to be left out. */
  isCut: boolean
  /** The same for Telegram's bots, `parse_mode=HTML`: their count is that of what is seen. */
  html?: string
}

interface Rule {
  most: number
  count: (text: string) => number
  tags: number
  /** What stands under the headline. */
  body: 'lead' | 'story'
}
const units = (text: string): number => text.length
/** Facebook and WhatsApp say characters: UTF-16 units, which are never fewer, are on the safe side. */
const rules: Readonly<Record<SocialNetwork, Rule>> = {
  x: { most: mostOnX, count: countForX, tags: 3, body: 'lead' },
  facebook: { most: 63_206, count: units, tags: 5, body: 'lead' },
  telegram: { most: 4096, count: units, tags: 5, body: 'story' },
  telegramCaption: { most: 1024, count: units, tags: 5, body: 'lead' },
  whatsapp: { most: 65_536, count: units, tags: 0, body: 'lead' },
}

/** What an article says of itself in each network, the shortest first to go: a tag, then the lead, then words of the headline. */
export function socialTexts(article: Article): SocialText[] {
  const parts = partsOf(article)
  return socialNetworks.map((network) => textFor(network, parts))
}

interface Parts {
  headline: string
  lead: string
  story: string
  link: string
  keywords: readonly string[]
  direction: Direction
  /** BCP 47. */
  tag: string
}

function partsOf({ fields, body, language }: Article): Parts {
  const paragraphs = body.content.map((block) => blockText(block).trim()).filter(Boolean)
  const { direction, tag } = languageOf(language)
  const href = cleanHref(fields.canonicalUrl)
  return {
    headline: oneLine(fields.headline),
    lead: (fields.summary || fields.subheadline || paragraphs[0] || '').trim(),
    story: paragraphs.join('\n\n'),
    link: href !== undefined && /^https?:/i.test(href) ? href : '',
    keywords: fields.keywords,
    direction,
    tag,
  }
}
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A text in its parts, before marks of a network stand around them. */
interface Draft {
  headline: string
  body: string
  link: string
  tags: readonly string[]
}
const allOf = ({ headline, body, link, tags }: Draft, direction: Direction): string =>
  [headline, body, [link, tags.join(' ')].filter(Boolean).join('\n')]
    .filter(Boolean)
    .join('\n\n')
    .split('\n')
    .map((line) => inDirection(line, direction))
    .join('\n')

function textFor(network: SocialNetwork, parts: Parts): SocialText {
  const rule = rules[network]
  const { direction, tag } = parts
  const dressed = (draft: Draft): string => allOf(network === 'whatsapp' ? inBold(draft) : draft, direction)
  const fits = (draft: Draft): boolean => rule.count(dressed(draft)) <= rule.most
  const full = parts[rule.body]
  let draft: Draft = {
    headline: parts.headline,
    body: '',
    link: parts.link,
    tags: hashtags(parts.keywords, rule.tags),
  }
  const withTags = (count: number): Draft => ({ ...draft, tags: draft.tags.slice(0, count) })
  let tags = draft.tags.length
  while (tags > 0 && !fits(withTags(tags))) tags -= 1
  draft = withTags(tags)
  const { headline } = draft
  draft = { ...draft, headline: cutText(headline, tag, (text) => fits({ ...draft, headline: text })) }
  // A lead that is no more than the headline again says nothing; X has room for whole sentences or for none.
  const cut = network === 'x' ? sentencesOf : cutText
  const body = oneLine(full) === headline ? '' : cut(full, tag, (text) => fits({ ...draft, body: text }))
  // A few words with an ellipsis are no lead.
  if (draft.headline === headline && (body === full || body.length > 60)) draft = { ...draft, body }
  const text = dressed(draft)
  // That X has no room for the lead is as it should be.
  const isCut =
    draft.headline !== headline || (network !== 'x' && body !== full && oneLine(full) !== headline)
  const html = network.startsWith('telegram') ? asHtml(draft, direction) : undefined
  return {
    network,
    text,
    count: rule.count(text),
    most: rule.most,
    isCut,
    ...(html !== undefined && { html }),
  }
}

/** WhatsApp's bold, around words that have no such mark of their own: it knows no escape. */
const inBold = (draft: Draft): Draft =>
  draft.headline === '' || draft.headline.includes('*')
    ? draft
    : { ...draft, headline: `*${draft.headline}*` }

function asHtml(draft: Draft, direction: Direction): string {
  const escaped = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const headline = draft.headline && `<b>${escaped(inDirection(draft.headline, direction))}</b>`
  const rest = escaped(allOf({ ...draft, headline: '' }, direction))
  return [headline, rest].filter(Boolean).join('\n\n')
}

const rightward = new RegExp(rightToLeftLetter, 'u')
const mark = { rtl: '\u200f', ltr: '\u200e' } as const

/** SocialNetworks give each line the direction of its first letter: where that is not the article's, a mark goes before it. */
function inDirection(line: string, direction: Direction): string {
  const words = line.replace(/https?:\/\/\S+/g, '')
  const first = /\p{L}/u.exec(words)?.[0]
  const own = /\p{L}/gu
  const isWholeForeign = ![...words.matchAll(own)].some(
    ([letter]) => rightward.test(letter) === (direction === 'rtl'),
  )
  if (first === undefined || isWholeForeign || rightward.test(first) === (direction === 'rtl')) return line
  return mark[direction] + line
}
