import { isoDate } from './page-meta.ts'
import { cleanLine } from './clean-inline.ts'
import { cleanHref } from '../model/clean-body.ts'
import type { SourceNamed } from './source.ts'
import { shippedTypes } from '../model/shipped-types.ts'
import { storyTypeId } from '../model/story-type.ts'

/** A summary or a caption: cleaned, its line ends kept. */
export const cleanLines = (value: string, maxLength = 20_000): string =>
  value
    .split('\n')
    .map((line) => cleanLine(line, maxLength))
    .join('\n')
    .trim()
    .slice(0, maxLength)

/**
 * A date of a wire item as an article has it: the day alone where a whole day was meant (core/export/wire-dates.ts), without seconds that
 * are none. Null for what is no date.
 */
export function wireDate(value: string | undefined): string | null {
  const date = isoDate(value?.trim().replace(/\+00:00$/, 'Z'))
  if (date === null || value === undefined) return null
  if (value.trim().endsWith('T00:00:00Z')) return date.slice(0, 10)
  return date.replace(/(T\d{2}:\d{2}):00(?:\.0+)?(?=Z|[+-])/, '$1')
}

/** ISO 8601's basic format (`20240508T143000+0300`) as the extended one, with its zone where it has one. */
export function basicDate(value: string | undefined): string | undefined {
  const [, year, month, day, hours, minutes, seconds, zone] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      value?.trim() ?? '',
    ) ?? []
  if (year === undefined) return value
  const date = `${year}-${month}-${day}`
  if (hours === undefined) return date
  const place = zone === undefined || zone === 'Z' ? (zone ?? '') : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  return `${date}T${hours}:${minutes}:${seconds ?? '00'}${place}`
}

/** The eight digits of an IPTC Media Topic, from a code (`medtop:04000000`) or an address. */
export const mediaTopicIn = (value: string | undefined): string | undefined =>
  /^(?:medtop:|(?:https?:\/\/cv\.iptc\.org\/newscodes\/)?mediatopic\/|https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/)(\d{8})$/.exec(
    value?.trim() ?? '',
  )?.[1]

/** Each once, as many as an article may have, and whether there were more. */
export function topicsOf(codes: readonly string[]): { subjects: string[]; isCut: boolean } {
  const subjects = [...new Set(codes)]
  return { subjects: subjects.slice(0, 17), isCut: subjects.length > 17 }
}

/** The urgency from 1 to 9; null for anything else. */
export function urgencyOf(value: unknown): number | null {
  const urgency = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof urgency === 'number' && Number.isInteger(urgency) && urgency >= 1 && urgency <= 9
    ? urgency
    : null
}

/** The story type that a file of ours names, or the first shipped one of an IPTC genre. */
export function storyTypeOf(named: string | undefined, genre: string | undefined): string {
  const own = storyTypeId.safeParse(named ?? '')
  if (own.success) return own.data
  const code = genre?.replace(/^(?:genre:|https?:\/\/cv\.iptc\.org\/newscodes\/genre\/)/, '').toLowerCase()
  if (!code) return ''
  return shippedTypes.find((type) => type.genre?.toLowerCase() === code)?.id ?? ''
}

/** An address of the web, as `canonicalUrl` has one; else ''. */
export function webAddress(value: string | undefined): string {
  const href = cleanHref(value ?? '') ?? ''
  return /^https?:/i.test(href) ? href : ''
}

/** Where a picture lies: `file:` before a path that is none of the machine means beside the item. */
export const besideAddress = (href: string): string =>
  href
    .trim()
    .slice(0, 2000)
    .replace(/^file:(?:\/\/\/\.\/|(?!\/))/i, '')

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The id of the Midad article that an address of ours was made of (core/export/wire-item.ts); undefined for any other address. */
export function articleIn(uri: string): string | undefined {
  const named = /^urn:newsml:[^:]+:\d{8}:([0-7][0-9A-HJKMNP-TV-Z]{25})$/.exec(uri)?.[1]
  if (named !== undefined) return named
  const hex = /^urn:uuid:([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i.exec(uri)?.[1]?.replaceAll('-', '')
  if (hex === undefined) return undefined
  let bits = BigInt(`0x${hex}`)
  let id = ''
  for (let at = 0; at < 26; at += 1) {
    id = (letters[Number(bits & 31n)] ?? '0') + id
    bits >>= 5n
  }
  return id
}

/** The article that an item was translated from, by its address and version; undefined for any that no Midad sent. */
export function translationOf(uri: string, version: string): SourceNamed | undefined {
  const id = articleIn(uri)
  if (id === undefined) return undefined
  return { id, revision: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : undefined, version: '' }
}
