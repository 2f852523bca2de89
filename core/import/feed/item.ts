import type { Warning } from '../../api/files.ts'
import { DeskError } from '../../api/errors.ts'
import { directionOf } from '../../language/direction.ts'
import { guessLanguage } from '../../language/guess.ts'
import { cleanHref } from '../../model/clean-body.ts'
import {
  articleFields,
  emptyFields,
  storedDate,
  type ArticleFields,
  type LeadImage,
} from '../../model/fields.ts'
import type { LanguageCode } from '../../model/language-code.ts'
import { cleanLine } from '../clean-inline.ts'
import { isFurniture } from '../foreign-page.ts'
import { storyOf } from '../html-body.ts'
import { languageOfTag } from '../html-marks.ts'
import { attribute, elementsOf, findElement, hasClass, parsePage, textOf } from '../html-tree.ts'
import { isoDate } from '../page-meta.ts'
import type { PageReading } from '../page-reading.ts'
import { elsewhereWarning, PictureShelf } from '../picture-shelf.ts'
import { hiddenWarning } from '../plain-text.ts'
import type { Beside, ImportedArticle } from '../source.ts'

/** What one item of a feed says, as it stands there: nothing of it is clean yet. */
export interface FeedItem {
  title: string
  /** HTML. */
  content: string
  /** HTML or text. */
  summary?: string
  authors?: readonly string[]
  /** Any form of a date that feeds have. */
  date?: string
  section?: string
  keywords?: readonly string[]
  subjects?: readonly string[]
  source?: string
  creditLine?: string
  place?: string
  slug?: string
  url?: string
  /** BCP 47; of the item or of its feed. */
  language?: string
  original?: string | undefined
  lead?: { src: string } & Partial<Pick<LeadImage, 'alt' | 'caption' | 'credit' | 'source'>>
  /** Fields that Midad itself wrote. */
  own?: Readonly<Record<string, unknown>>
  /** Written by Midad. */
  isOwn: boolean
  warnings?: readonly Warning[]
}

/** The article of an item. `name`: which one of the file it is. @throws DeskError 'unreadable' | 'unsupported-file' */
export async function articleOf(
  item: FeedItem,
  {
    chosen,
    beside,
    name,
  }: { chosen: LanguageCode | undefined; beside: Beside | undefined; name?: string | undefined },
): Promise<ImportedArticle> {
  const body = findElement(parsePage(item.content), ({ tagName }) => tagName === 'body')
  if (!body) throw new DeskError('unreadable', 'the item has no content')
  const container = (item.isOwn && findElement(body, (each) => hasClass(each, 'story'))) || body
  const shelf = new PictureShelf()
  const images = elementsOf(container).filter(({ tagName }) => tagName === 'img')
  await shelf.bring([item.lead?.src ?? '', ...images.map((img) => attribute(img, 'src') ?? '')], beside)
  const language = chosen ?? languageOf(item, textOf(container))
  const page: PageReading = {
    isOwn: item.isOwn,
    direction: directionOf(language),
    pictures: shelf,
    removed: 0,
    isDropped: item.isOwn ? () => false : isFurniture,
  }
  const lead = leadOf(item, shelf)
  const story = storyOf(container, page)
  return {
    ...(name !== undefined && { name }),
    language,
    fields: {
      ...fieldsOf(item),
      ...ownFields(item.own),
      ...(lead && { leadImage: { ...lead, ...ownLead(item.own) } }),
    },
    body: story,
    pictures: shelf.pictures,
    warnings: [...(item.warnings ?? []), ...hiddenWarning(page.removed), ...elsewhereWarning(shelf)],
    original: item.original,
  }
}

/** What the item says, unless its letters say another script: many feeds carry a template's `en`. */
function languageOf({ language, isOwn, title }: FeedItem, text: string): LanguageCode {
  const said = languageOfTag(language)
  if (said && isOwn) return said
  const guessed = guessLanguage(`${title}\n${text.slice(0, 20_000)}`)
  return said && directionOf(said) === directionOf(guessed) ? said : guessed
}

function fieldsOf(item: FeedItem): Partial<ArticleFields> {
  const href = cleanHref(item.url ?? '') ?? ''
  const lines = (list: readonly string[] = []) =>
    [...new Set(list.map((each) => cleanLine(each)).filter(Boolean))].slice(0, 200)
  return {
    headline: cleanLine(wordsOf(item.title)),
    summary: linesOf(item.isOwn ? (item.summary ?? '') : wordsOf(item.summary ?? '')),
    byline: lines(item.authors),
    date: dateOf(item.date ?? ''),
    section: cleanLine(item.section ?? ''),
    keywords: lines(item.keywords),
    subjects: (item.subjects ?? []).filter((code) => /^\d{8}$/.test(code)).slice(0, 17),
    source: cleanLine(item.source ?? ''),
    creditLine: cleanLine(item.creditLine ?? ''),
    place: cleanLine(item.place ?? ''),
    slug: cleanLine(item.slug ?? '', 200),
    canonicalUrl: /^https?:/i.test(href) ? href : '',
  }
}

/** The words of a text that may be HTML, as titles and summaries of feeds are now and then. */
const wordsOf = (text: string): string => (/[<&]/.test(text) ? textOf(parsePage(text)) : text)
const linesOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => cleanLine(line, 20_000))
    .join('\n')
    .trim()
    .slice(0, 20_000)

/** What Midad wrote of its own fields, each only where it is one that an article may have. */
function ownFields(own: FeedItem['own'] = {}): Partial<ArticleFields> {
  const { leadImage: _lead, deskNote: _note, ...known } = emptyFields()
  const fields: Record<string, unknown> = {}
  for (const id of Object.keys(known)) {
    const read = articleFields.safeParse({ [id]: own[id] })
    const value: unknown = read.data?.[id]
    if (own[id] !== undefined && read.success) fields[id] = typeof value === 'string' ? linesOf(value) : value
  }
  return fields
}

function ownLead(own: FeedItem['own'] = {}): Partial<LeadImage> {
  const said = own['leadImage']
  if (typeof said !== 'object' || said === null) return {}
  const read = articleFields.safeParse({ leadImage: { ...said, media: null } })
  const { media: _media, ...lead } = read.data?.leadImage ?? {}
  return lead
}

function leadOf({ lead, own }: FeedItem, shelf: PictureShelf): LeadImage | undefined {
  if (!lead && own?.['leadImage'] === undefined) return undefined
  return {
    media: lead ? (shelf.put(lead.src) ?? null) : null,
    alt: cleanLine(lead?.alt ?? ''),
    caption: linesOf(lead?.caption ?? '').slice(0, 5000),
    credit: cleanLine(lead?.credit ?? '', 500),
    source: cleanLine(lead?.source ?? '', 500),
    width: null,
    height: null,
  }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Zones that RFC 822 knows by name; of any other the day alone is kept. */
const zones: Readonly<Record<string, string>> = {
  gmt: 'Z',
  ut: 'Z',
  utc: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}

/** A date of RFC 822 or RFC 3339 as an article may have it; null for any other. */
export function dateOf(text: string): string | null {
  const said =
    /^(?:[a-z]{3},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})(?:\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*(\S*))?/i.exec(
      text.trim(),
    )
  if (!said) return isoDate(text)
  const [, day = '', month = '', year = '', time, zone = ''] = said
  const two = (number: number | string) => String(number).padStart(2, '0')
  const date = `${year}-${two(months.indexOf(month.toLowerCase()) + 1)}-${two(day)}`
  const lower = zone.toLowerCase()
  const offset = Object.hasOwn(zones, lower)
    ? zones[lower]
    : /^[+-]\d{4}$/.test(zone)
      ? `${zone.slice(0, 3)}:${zone.slice(3)}`
      : undefined
  const exact =
    time && offset
      ? `${date}T${time.padStart(time.length === 7 || time.length === 4 ? time.length + 1 : 0, '0')}${offset}`
      : date
  return storedDate.safeParse(exact).success ? exact : storedDate.safeParse(date).success ? date : null
}
