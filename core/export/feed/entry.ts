import { isolateForAttribute } from '../../language/isolate.ts'
import { languageOf } from '../../language/registry.ts'
import type { Warning } from '../../api/files.ts'
import type { Article } from '../../model/article.ts'
import type { StoryMap } from '../../model/carried.ts'
import { cleanHref } from '../../model/clean-body.ts'
import type { LeadImage } from '../../model/fields.ts'
import { mediaNames } from '../../model/map-story.ts'
import { topicName } from '../../model/media-topics.ts'
import { urnOfId } from '../../model/ulid-uuid.ts'
import { isUnderEmbargo } from '../embargo.ts'
import type { ExportInput, ExportResult } from '../format.ts'
import { htmlStory } from '../html-carried.ts'
import { element } from '../markup.ts'
import { pageContext } from '../page-context.ts'
import { picturesAt } from '../page-pictures.ts'
import { storyHtml } from '../story-html.ts'
import { toUtf8 } from '../utf8.ts'

/** An article as all three kinds of feeds have it; its words are isolated by characters, since none of them holds markup there. */
export interface FeedEntry {
  article: Article
  /** `urn:uuid:…`, the same in every feed and after every change. */
  id: string
  /** Of the web; '' where it has none. */
  url: string
  /** BCP 47. */
  language: string
  title: string
  summary: string
  /** HTML in one element that says language and direction. */
  html: string
  /** ISO 8601 with time and zone. */
  published: string
  updated: string
  authors: readonly string[]
  /** Section, names of subjects, keywords. */
  categories: readonly Category[]
  lead?: FeedPicture
}
/** `code`: of IPTC Media Topics. */
export interface Category {
  term: string
  scheme?: 'section' | typeof topicScheme
  code?: string
}
export interface FeedPicture {
  picture: LeadImage
  url: string
  mime: string
  bytes: number
}
export interface Feed {
  title: string
  /** Of the web; '' where none is known. */
  home: string
  id: string
  /** Of all entries; undefined where they differ. */
  language: string | undefined
  /** ISO 8601. */
  updated: string
  entries: readonly FeedEntry[]
}
/** IPTC Media Topics (https://iptc.org/standards/media-topics/). */
export const topicScheme = 'http://cv.iptc.org/newscodes/mediatopic/'
type WriteFeed = (feed: Feed) => string

/** What each part of a story becomes in the HTML of a feed: as on our pages. */
export const feedStory: StoryMap = htmlStory

/** A feed of a selection, in its order. An article that may not be published yet, or no more, is left out with a warning. */
export async function feedOf(
  inputs: AsyncIterable<ExportInput> | Iterable<ExportInput>,
  write: WriteFeed,
): Promise<ExportResult> {
  const entries: FeedEntry[] = []
  const warnings: Warning[] = []
  const about: { first?: ExportInput; isMixed: boolean } = { isMixed: false }
  for await (const input of inputs) {
    about.first ??= input
    about.isMixed ||= input.article.fields.source !== about.first.article.fields.source
    const leftOut = whyLeftOut(input)
    if (leftOut) warnings.push(leftOut)
    else {
      entries.push(await entryOf(input))
      warnings.push(...pictureWarnings(input))
    }
  }
  return {
    bytes: toUtf8(write(feedAround(entries, about.first, about.isMixed))),
    warnings: distinct(warnings),
  }
}

export const onlyOne = (input: ExportInput, write: WriteFeed): Promise<ExportResult> => feedOf([input], write)

function whyLeftOut({ article, now }: ExportInput): Warning | undefined {
  if (isUnderEmbargo(article, now))
    return {
      code: 'embargoed-left-out',
      message: `${article.id} is under embargo until ${article.fields.embargoUntil ?? ''}`,
    }
  if (article.status === 'killed') return { code: 'killed-left-out', message: `${article.id} was killed` }
  return undefined
}

function feedAround(entries: readonly FeedEntry[], first: ExportInput | undefined, isMixed: boolean): Feed {
  const [entry] = entries
  const source = isMixed ? '' : (first?.article.fields.source ?? '')
  const languages = new Set(entries.map(({ language }) => language))
  const updated = entries
    .map((each) => each.updated)
    .toSorted((one, other) => Date.parse(one) - Date.parse(other))
  return {
    title: first?.agency?.name || source || first?.theme.name || 'Midad',
    home: first?.agency
      ? `https://${first.agency.domain}/`
      : (/^https?:\/\/[^/?#]+/i.exec(entry?.url ?? '')?.[0] ?? ''),
    id: feedId(first?.article.id ?? '0'),
    language: languages.size === 1 ? entry?.language : undefined,
    updated: updated.at(-1) ?? new Date(first?.now ?? 0).toISOString(),
    entries,
  }
}

/** Of the first article, and not its own: an entry and its feed must not have the same. */
const feedId = (id: string): string => urnOfId(id).replace(/.{4}-(?=[^-]*$)/, 'feed-')

async function entryOf(input: ExportInput): Promise<FeedEntry> {
  const { article, theme, type } = input
  const { fields } = article
  const { tag, direction } = languageOf(article.language)
  const text = (words: string) => isolateForAttribute(words, direction)
  const page = pageContext(article, theme, picturesAt(article, pathOf(input)), type)
  const story = storyHtml(article.body.content, page)
  const href = cleanHref(fields.canonicalUrl)
  const lead = await leadOf(input)
  return {
    article,
    id: urnOfId(article.id),
    url: href !== undefined && /^https?:/i.test(href) ? href : '',
    language: tag,
    title: text(fields.headline),
    summary: text(fields.summary),
    html: element('div', { class: 'story', lang: tag, dir: direction }, `\n${story}\n`),
    published: instant(fields.date) ?? article.createdAt,
    updated: article.updatedAt,
    authors: fields.byline,
    categories: [
      ...(fields.section ? [{ term: fields.section, scheme: 'section' as const }] : []),
      ...fields.subjects.map((code) => ({
        term: topicName(code, article.language),
        scheme: topicScheme,
        code,
      })),
      ...fields.keywords.map((term) => ({ term })),
    ],
    ...(lead && { lead }),
  }
}

const pathOf = ({ beside }: ExportInput) => beside ?? ((media: string) => `media/${media}`)

async function leadOf(input: ExportInput): Promise<FeedPicture | undefined> {
  const picture = input.article.fields.leadImage
  if (!picture?.media) return undefined
  const stored = await input.assets.picture(picture.media)
  return (
    stored && { picture, url: pathOf(input)(picture.media), mime: stored.mime, bytes: stored.bytes.length }
  )
}

function pictureWarnings({ article, beside }: ExportInput): Warning[] {
  const count = beside ? 0 : mediaNames(article).length
  return count > 0
    ? [
        {
          code: 'pictures-beside',
          message: `${count} pictures are named as media/…, and are not in the file`,
        },
      ]
    : []
}

/** A day alone is its first moment: feeds know only instants. */
function instant(date: string | null): string | undefined {
  if (date === null) return undefined
  if (date.length === 10) return `${date}T00:00:00Z`
  // RFC 3339 asks for the seconds.
  return date.replace(/T(\d{2}:\d{2})(?=Z|[+-])/, 'T$1:00')
}

const distinct = (warnings: readonly Warning[]): Warning[] => [
  ...new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning])).values(),
]
