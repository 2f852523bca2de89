import type { Warning } from '../api/files.ts'
import type { FieldMap, StoryMap } from '../model/carried.ts'
import { cleanLine } from './clean-inline.ts'
import { decodeText } from './decode.ts'
import { embargoIn } from './embargo.ts'
import { languageOfTag } from './html-marks.ts'
import { findElement, parsePage } from './html-tree.ts'
import { parsedPart, partsIn, textIn, valueOf, type JsonPart } from './json-parts.ts'
import { ninjsPictures } from './ninjs-pictures.ts'
import { jsonKeys } from './sniff.ts'
import type { ImportInput, ImportSource } from './source.ts'
import { xhtmlRead } from './wire-carried.ts'
import {
  articleIn,
  cleanLines,
  mediaTopicIn,
  storyTypeOf,
  topicsOf,
  translationOf,
  urgencyOf,
  webAddress,
  wireDate,
} from './wire-fields.ts'
import { articleOf, type WireReading } from './wire-reading.ts'

/** Where each field is read; older names in brackets. */
const fields = {
  status: 'leave-out',
  language: 'language',
  storyType: 'genres, its literal or its IPTC code',
  section: 'subjects with rel section',
  urgency: 'urgency',
  headline: 'headlines, role main or the first (1: headline, or title)',
  kicker: 'headlines, role kicker',
  subheadline: 'headlines, role subheadline',
  summary: 'descriptions, role summary or the first (1: description_text)',
  byline: 'people with rel creator, else by (1: byline)',
  source: 'infoSources, role source or the first',
  creditLine: 'infoSources, role credit',
  place: 'located',
  date: 'contentCreated, in files of others also firstCreated or versionCreated',
  embargoUntil: 'embargoedUntil (1: embargoed)',
  subjects: 'subjects of IPTC Media Topics',
  keywords: 'subjects with rel keyword, and those of other vocabularies',
  slug: 'slugline',
  canonicalUrl: 'altIds, role canonical',
  seoTitle: 'headlines, role seo',
  seoDescription: 'descriptions, role seo',
  leadImage: 'the first association of type picture, or main',
  deskNote: 'edNote',
} as const satisfies FieldMap

/** A news item as JSON: ninjs 1.6, 2.x and 3.x, told apart by their names. Nothing is fetched: pictures come only from beside the file. */
export const ninjs: ImportSource = {
  id: 'ninjs',
  fields,
  story: xhtmlRead satisfies StoryMap,
  accepts: ({ name, bytes }) => /\.(?:json|ninjs)$/i.test(name) && isItem(bytes),
  read: async (file, { beside }) => ({ articles: [await articleOf(readingOf(file), beside)] }),
}

const ofNinjs =
  /^(?:standard|headlines?|bod(?:ies|y_.+)|descriptions?(?:_.+)?|versioncreated|pubstatus|representationtype|slugline|associations|renditions|altids|rightsinfo|trustindicators|digitalsourcetype|genres?|eventdetails|plannedcoverage|infosources?|copyright.+|urgency)$/i

/** An item must have an address, and something of it must be ninjs's. */
function isItem(bytes: Uint8Array): boolean {
  const keys = jsonKeys(bytes)
  if (!keys?.has('uri')) return false
  return Array.from(keys.keys()).some((key) => ofNinjs.test(key))
}

function readingOf({ bytes, language }: ImportInput): WireReading {
  const { text, warnings } = decodeText(bytes)
  const item = parsedPart(text)
  const story = storyIn(item)
  const isOwn = typeof story !== 'string' && / class="midad /.test(bodyOf(item).html)
  const { pictures, others } = ninjsPictures(item)
  const embargo = embargoIn(embargoOf(item), wireDate)
  const { subjects, isCut } = topicsOf(
    partsIn(item, 'subjects', 'subject').flatMap((each) => topicIn(each) ?? []),
  )
  return {
    language: language ?? languageOfTag(textIn(item, 'language')),
    fields: {
      ...wordFields(item, isOwn),
      subjects,
      urgency: urgencyOf(valueOf(item, 'urgency')),
      date: dateOf(item, isOwn),
      embargoUntil: embargo.until,
    },
    story,
    pictures,
    leftOut: [...leftOut(item, isOwn), ...others, ...(isCut ? ['subjects'] : [])],
    warnings: [...warnings, ...withdrawn(item), ...embargo.warnings],
    original: articleIn(textIn(item, 'uri')),
    translatedFrom: translatedFromIn(item),
  }
}

/** As it is said, whatever it is: only what is none says nothing. */
function embargoOf(item: JsonPart): string {
  const value = valueOf(item, 'embargoedUntil', 'embargoed')
  if (value === undefined || value === null || value === false) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function translatedFromIn(item: JsonPart) {
  const found = partsIn(item, 'associations').find((each) => textIn(each, 'rel') === 'translatedFrom')
  return found && translationOf(textIn(found, 'uri'), textIn(found, 'version'))
}

function wordFields(item: JsonPart, isOwn: boolean) {
  const line = (value: string, most?: number) => cleanLine(value, most)
  const headline = (...roles: string[]) => roled(partsIn(item, 'headlines'), roles)
  const description = (...roles: string[]) => roled(partsIn(item, 'descriptions'), roles)
  const sources = partsIn(item, 'infoSources', 'infosource')
  const subjects = partsIn(item, 'subjects', 'subject')
  const [genre] = partsIn(item, 'genres', 'genre')
  const related = (rel: string) => subjects.filter((each) => textIn(each, 'rel') === rel).map(nameOf)
  return {
    headline: line(
      headline('main') || unroled(partsIn(item, 'headlines')) || textIn(item, 'headline', 'title'),
    ),
    kicker: line(headline('kicker')),
    subheadline: cleanLines(headline('subheadline', 'subtitle', 'subheading')),
    seoTitle: line(headline('seo')),
    summary: cleanLines(
      description('summary') || (isOwn ? '' : unroled(partsIn(item, 'descriptions'))) || oldDescription(item),
    ),
    seoDescription: cleanLines(description('seo')),
    byline: bylineOf(item),
    source: line(sourceOf(sources, isOwn)),
    creditLine: line(named(sources, 'credit')),
    place: line(textIn(item, 'located')),
    section: line(related('section')[0] ?? ''),
    keywords: keywordsOf(subjects),
    slug: line(textIn(item, 'slugline'), 200),
    storyType: genre
      ? storyTypeOf(
          textIn(genre, 'literal'),
          textIn(genre, 'uri') || textIn(genre, 'code') || textIn(genre, 'name'),
        )
      : '',
    canonicalUrl: webAddress(
      partsIn(item, 'altIds')
        .map((id) => (textIn(id, 'role') === 'canonical' ? textIn(id, 'value') : ''))
        .find(Boolean),
    ),
    deskNote: cleanLines(textIn(item, 'edNote')),
  }
}

const nameOf = (part: JsonPart): string => textIn(part, 'name') || textIn(part, 'literal')
const roled = (parts: readonly JsonPart[], roles: readonly string[]): string =>
  roles
    .map((role) => parts.find((each) => textIn(each, 'role').toLowerCase() === role))
    .map((each) => (each ? textIn(each, 'value') : ''))
    .find(Boolean) ?? ''
/** Of what has roles of another kind, or none, the first. */
const ownRoles = new Set(['kicker', 'subheadline', 'seo'])
const unroled = (parts: readonly JsonPart[]): string => {
  const first = parts.find((each) => !ownRoles.has(textIn(each, 'role').toLowerCase()))
  return first ? textIn(first, 'value') : ''
}
const named = (parts: readonly JsonPart[], role: string): string => {
  const found = parts.find((each) => textIn(each, 'role').toLowerCase() === role)
  return found ? nameOf(found) : ''
}
const oldDescription = (item: JsonPart): string => {
  const key = Object.keys(item).find((each) => /^description(?:_text|_summary|_.+)?$/i.test(each))
  return key === undefined ? '' : textIn(item, key)
}

function sourceOf(sources: readonly JsonPart[], isOwn: boolean): string {
  const said = named(sources, 'source')
  if (said || isOwn) return said
  const first = sources.find((each) => textIn(each, 'role').toLowerCase() !== 'credit')
  return first ? nameOf(first) : ''
}

function bylineOf(item: JsonPart): string[] {
  const creators = partsIn(item, 'people', 'person').filter((each) => textIn(each, 'rel') === 'creator')
  const names = creators.length > 0 ? creators.map(nameOf) : [textIn(item, 'by', 'byline')]
  return names
    .map((name) => cleanLine(name))
    .filter(Boolean)
    .slice(0, 200)
}

/** A subject of ninjs 1 has its code and scheme apart. */
const topicIn = (part: JsonPart): string | undefined =>
  mediaTopicIn(textIn(part, 'uri')) ??
  mediaTopicIn(textIn(part, 'literal')) ??
  mediaTopicIn(textIn(part, 'code').replace(/^(?=\d{8}$)/, 'medtop:'))

function keywordsOf(subjects: readonly JsonPart[]): string[] {
  const others = subjects.filter((each) => topicIn(each) === undefined && textIn(each, 'rel') !== 'section')
  return [...new Set(others.map((each) => cleanLine(nameOf(each))).filter(Boolean))].slice(0, 200)
}

function dateOf(item: JsonPart, isOwn: boolean): string | null {
  const names = isOwn ? ['contentCreated'] : ['contentCreated', 'firstCreated', 'versionCreated']
  return names.map((name) => wireDate(textIn(item, name))).find((date) => date !== null) ?? null
}

/** The body with marks where there is one, and the plain one. */
function bodyOf(item: JsonPart): { html: string; plain: string } {
  const bodies = partsIn(item, 'bodies')
  const isMarked = (body: JsonPart) =>
    /html/i.test(textIn(body, 'contentType')) || /<(?:p|div|br|h\d|ul|ol)\b/i.test(textIn(body, 'value'))
  const marked = bodies.find(isMarked)
  const plain = bodies.find((body) => body !== marked)
  return {
    html: (marked && textIn(marked, 'value')) || textIn(item, 'body_xhtml', 'body_html', 'body_richtext'),
    plain: (plain && textIn(plain, 'value')) || textIn(item, 'body_text', 'body_plain'),
  }
}

function storyIn(item: JsonPart): WireReading['story'] {
  const { html, plain } = bodyOf(item)
  if (html.trim() === '') return plain
  return findElement(parsePage(html), ({ tagName }) => tagName === 'body') ?? plain
}

/** What an item may say that an article has no place for. */
const placeless = [
  'copyrightNotice',
  'usageTerms',
  'rightsInfo',
  'organisations',
  'organisation',
  'places',
  'place',
  'events',
  'event',
  'eventDetails',
  'plannedCoverage',
  'objects',
  'object',
  'trustIndicators',
  'expires',
  'renditions',
] as const

function leftOut(item: JsonPart, isOwn: boolean): string[] {
  const people = partsIn(item, 'people', 'person').some((each) => textIn(each, 'rel') !== 'creator')
  const isFilled = (value: unknown) =>
    value !== undefined && value !== null && value !== '' && JSON.stringify(value) !== '[]'
  const named = placeless.filter((name) => isFilled(valueOf(item, name)))
  return isOwn ? [] : [...named, ...(people ? ['people'] : [])]
}

const withdrawn = (item: JsonPart): Warning[] =>
  textIn(item, 'pubStatus') === 'canceled'
    ? [{ code: 'item-withdrawn', message: 'whoever sent the item has withdrawn it' }]
    : []
