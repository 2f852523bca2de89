import type { Warning } from '../api/files.ts'
import { languageOf, type Language } from '../language/registry.ts'
import { isDomain } from '../model/agency.ts'
import type { Article, ArticleId } from '../model/article.ts'
import { topicName } from '../model/media-topics.ts'
import { untilFurtherNotice } from '../model/open-embargo.ts'
import { embargoWarning } from './embargo.ts'
import type { Agency, ExportInput } from './format.ts'
import { inHouseStyle } from './house-style.ts'
import { wireInstant } from './wire-dates.ts'
import { wirePictures, type WirePicture } from './wire-pictures.ts'
import { wireSignal, type WireSignal } from './wire-signal.ts'

/** An article as the wire formats send it: what they all say, worked out once. */
export interface WireItem {
  article: Article
  language: Language
  /** The address of the item in all its versions: `urn:newsml:<domain>:<day>:<id>`, or `urn:uuid:` without a domain. */
  uri: string
  /** From 1, one more with each save. */
  version: number
  provider: { name: string; uri: string | undefined }
  pubStatus: 'usable' | 'withheld' | 'canceled'
  /** RFC 3339. */
  firstCreated: string
  versionCreated: string
  date: string | undefined
  /** Until when nobody may publish it; the day `untilFurtherNotice` for an embargo of which nobody knows when it ends. */
  embargo: string | undefined
  signal: WireSignal | undefined
  /** IPTC genre code, where the story type has one. */
  genre: string | undefined
  subjects: readonly { code: string; uri: string; name: string }[]
  /** The address of the item that this one was translated from, and which of its versions. */
  translatedFrom: { uri: string; version: number } | undefined
  pictures: readonly WirePicture[]
  /** The address of a picture that comes along. */
  addressOf: (media: string) => string | undefined
  warnings: Warning[]
}

export const mediaTopicScheme = 'http://cv.iptc.org/newscodes/mediatopic/'
export const genreScheme = 'http://cv.iptc.org/newscodes/genre/'

/** Works it out. Pictures are asked for; where nobody says where they lie, it is `media/<name>`, as in a packaged send. */
export async function wireItem(input: ExportInput): Promise<WireItem> {
  const article = input.house ? inHouseStyle(input.article, input.house) : input.article
  const { fields } = article
  const sender = agencyOf(input)
  const { pictures, warnings } = await wirePictures(article, input.assets, input.beside)
  const dates = datesOf(article, input.now)
  const uri = itemUri(article.id, sender.domain)
  const present = new Map(
    pictures.flatMap(({ media, href }) => (href === undefined ? [] : [[media, href] as const])),
  )
  return {
    article,
    language: languageOf(article.language),
    uri,
    version: versionOf(article),
    provider: { name: sender.name, uri: sender.domain ? `https://${sender.domain}/` : undefined },
    pubStatus: article.status === 'killed' ? 'canceled' : article.status === 'draft' ? 'withheld' : 'usable',
    ...dates.said,
    signal: wireSignal(article),
    genre: input.type?.genre ?? undefined,
    subjects: fields.subjects.map((code) => ({
      code,
      uri: `${mediaTopicScheme}${code}`,
      name: topicName(code, article.language),
    })),
    translatedFrom: article.translatedFrom && {
      uri: itemUri(article.translatedFrom.id, sender.domain),
      version: versionOf(article.translatedFrom),
    },
    pictures,
    addressOf: (media) => present.get(media),
    warnings: [...sender.warnings, ...dates.warnings, ...warnings],
  }
}

const versionOf = ({ revision }: { revision: number }): number => Math.max(1, revision)

/** Who sends it; where the house has not said, its logo, the story's source or the theme, with a warning. */
function agencyOf({ agency, theme, article }: ExportInput): Agency & { warnings: Warning[] } {
  const name = agency?.name.trim() || theme.logo.text || article.fields.source || theme.name
  const domain = agency?.domain.trim().toLowerCase() ?? ''
  return { name, domain: isDomain(domain) ? domain : '', warnings: unsaid(name, agency, domain) }
}

function unsaid(name: string, agency: Agency | undefined, domain: string): Warning[] {
  if (!agency?.name.trim())
    return [{ code: 'agency-unnamed', message: `the settings name no agency: ${name} stands as the sender` }]
  return isDomain(domain)
    ? []
    : [{ code: 'agency-without-domain', message: 'the settings have no domain: the address is a UUID' }]
}

/** The address of an item: RFC 3085 of NewsML, with the day on which its id was given, else RFC 4122; the same for every version. */
function itemUri(id: ArticleId, domain: string): string {
  const day = new Date(Number(bitsOf(id) >> 80n)).toISOString().slice(0, 10).replaceAll('-', '')
  return domain ? `urn:newsml:${domain}:${day}:${id}` : uuidUri(id)
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** A ULID is 128 bits, as a UUID is. Its first letter has three bits. */
const bitsOf = (id: ArticleId): bigint =>
  BigInt.asUintN(
    128,
    Array.from(id).reduce((bits, letter) => bits * 32n + BigInt(Math.max(0, letters.indexOf(letter))), 0n),
  )

function uuidUri(id: ArticleId): string {
  const hex = bitsOf(id).toString(16).padStart(32, '0')
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}

function datesOf(article: Article, now: number) {
  const { createdAt, updatedAt, fields } = article
  const warnings: Warning[] = []
  const fallback = wireInstant(new Date(now).toISOString()) ?? '1970-01-01T00:00:00+00:00'
  const embargo = fields.embargoUntil
  const said = (date: string | null): string | undefined => {
    if (date === null) return undefined
    const instant = wireInstant(date)
    if (instant === undefined)
      warnings.push({ code: 'date-left-out', message: `${date} is on no calendar of the wire` })
    return instant
  }
  const dates = {
    firstCreated: wireInstant(createdAt) ?? fallback,
    versionCreated: wireInstant(updatedAt) ?? fallback,
    date: said(fields.date),
    // A file that says nothing of an embargo says that there is none.
    embargo: embargo === null ? undefined : (wireInstant(embargo) ?? wireInstant(untilFurtherNotice)),
  }
  return { said: dates, warnings: [...warnings, ...embargoWarning(article, now)] }
}
