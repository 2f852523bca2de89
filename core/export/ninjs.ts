import { countCharacters, blockText, measureBody } from '../model/measure.ts'
import type { FieldMap } from '../model/carried.ts'
import type { ExportFormat, ExportInput, ExportResult } from './format.ts'
import { toUtf8 } from './utf8.ts'
import { wireXhtml, xhtmlStory } from './wire-body.ts'
import { genreScheme, wireItem, type WireItem } from './wire-item.ts'
import type { WirePicture } from './wire-pictures.ts'
import { requireValid } from './wire-rules.ts'
import { ninjsFindings } from './ninjs-rules.ts'

/** Where each field goes: the property, and what sets it apart from others there. */
const fields = {
  status: 'pubStatus',
  language: 'language',
  storyType: 'genres, literal',
  section: 'subjects with rel section',
  urgency: 'urgency',
  headline: 'headlines, role main, and title',
  kicker: 'headlines, role kicker',
  subheadline: 'headlines, role subheadline',
  summary: 'descriptions, role summary',
  byline: 'by, and people with rel creator',
  source: 'infoSources, role source',
  creditLine: 'infoSources, role credit',
  place: 'located',
  date: 'contentCreated',
  embargoUntil: 'embargoedUntil',
  subjects: 'subjects, by the addresses of IPTC Media Topics',
  keywords: 'subjects with rel keyword',
  slug: 'slugline',
  canonicalUrl: 'altIds, role canonical',
  seoTitle: 'headlines, role seo',
  seoDescription: 'descriptions, role seo',
  leadImage: 'as: associations, name main; not how it is cut',
  deskNote: 'leave-out',
} as const satisfies FieldMap

/** ninjs 3.1 (newsroom.md 4.1): one item as JSON, its story as XHTML and as plain text, its pictures as associations. */
export const ninjs: ExportFormat = {
  id: 'ninjs',
  label: 'ninjs 3.1',
  extension: 'json',
  mime: 'application/json',
  fields,
  story: xhtmlStory,
  write,
}

const schemaAddress = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json'

async function write(input: ExportInput): Promise<ExportResult> {
  const item = await wireItem(input)
  const json = ninjsItem(item)
  requireValid('ninjs', ninjsFindings(json))
  return { bytes: toUtf8(`${JSON.stringify(json, null, 1)}\n`), warnings: item.warnings }
}

/** JSON whose empty parts are left out when it is written. */
type Json = string | number | undefined | readonly Json[] | { readonly [key: string]: Json }

function ninjsItem(item: WireItem): Json {
  const { article, language } = item
  const { fields: said } = article
  return {
    standard: { name: 'ninjs', version: '3.1', schema: schemaAddress },
    uri: item.uri,
    type: 'text',
    representationType: 'full',
    version: String(item.version),
    firstCreated: item.firstCreated,
    versionCreated: item.versionCreated,
    contentCreated: item.date,
    embargoedUntil: item.embargo,
    pubStatus: item.pubStatus,
    urgency: said.urgency ?? undefined,
    language: language.tag,
    copyrightHolder: item.provider.name,
    title: text(said.headline),
    slugline: text(said.slug),
    by: text(said.byline.filter(Boolean).join(language.script === 'arabic' ? '، ' : ', ')),
    located: text(said.place),
    headlines: some([
      ...roled('main', said.headline),
      ...roled('kicker', said.kicker),
      ...roled('subheadline', said.subheadline),
      ...roled('seo', said.seoTitle),
    ]),
    descriptions: some([...roled('summary', said.summary), ...roled('seo', said.seoDescription)]),
    bodies: bodies(item),
    people: some(said.byline.filter(Boolean).map((name) => ({ name, rel: 'creator' }))),
    infoSources: some([
      { name: item.provider.name, role: 'provider', uri: item.provider.uri },
      ...named('source', said.source),
      ...named('credit', said.creditLine),
    ]),
    subjects: some([
      ...item.subjects.map(({ code, uri, name }) => ({ name, rel: 'about', uri, literal: `medtop:${code}` })),
      ...related('section', said.section),
      ...said.keywords.flatMap((keyword) => related('keyword', keyword)),
    ]),
    genres: genres(item),
    altIds: said.canonicalUrl ? [{ role: 'canonical', value: said.canonicalUrl }] : undefined,
    associations: some([
      ...item.pictures.map((picture) => association(item, picture)),
      ...(item.translatedFrom
        ? [
            {
              name: 'translatedFrom',
              rel: 'translatedFrom',
              type: 'text',
              ...translation(item.translatedFrom),
            },
          ]
        : []),
    ]),
  }
}

const translation = ({ uri, version }: NonNullable<WireItem['translatedFrom']>) => ({
  uri,
  version: String(version),
})
const text = (value: string): string | undefined => value || undefined
const some = <Part>(parts: readonly Part[]): readonly Part[] | undefined =>
  parts.length > 0 ? parts : undefined
const roled = (role: string, value: string) => (value ? [{ role, contentType: 'text/plain', value }] : [])
const named = (role: string, name: string) => (name ? [{ name, role }] : [])
const related = (rel: string, name: string) => (name ? [{ name, rel }] : [])

function bodies({ article, addressOf }: WireItem): Json {
  const { words, characters } = measureBody(article.body)
  const plain = article.body.content.map(blockText).filter(Boolean).join('\n\n')
  return [
    {
      role: 'main',
      contentType: 'application/xhtml+xml',
      charCount: characters,
      wordCount: words,
      value: wireXhtml(article, addressOf),
    },
    {
      role: 'plain',
      contentType: 'text/plain',
      charCount: countCharacters(plain),
      wordCount: words,
      value: plain,
    },
  ]
}

function genres({ genre, article }: WireItem): Json {
  const { storyType } = article.fields
  if (!genre && !storyType) return undefined
  return [{ name: genre ?? storyType, uri: genre && `${genreScheme}${genre}`, literal: text(storyType) }]
}

/**
 * An address of ninjs must be a whole one (its schema says `"format": "uri"`), and the file lies beside the item: `file:` before a relative
 * path is both, and is read against the item's own folder (WHATWG URL, "file state").
 */
const inFile = (href: string | undefined): string | undefined => href && `file:${href}`

function association(item: WireItem, picture: WirePicture): Json {
  const { name, href, mime, size, width, height, poi } = picture
  const rendition = {
    name: 'original',
    href: inFile(href),
    contentType: mime,
    width: width ?? undefined,
    height: height ?? undefined,
    sizeInBytes: size,
    poi,
  }
  return {
    name,
    rel: 'illustration',
    uri: `${item.uri}#${name}`,
    type: 'picture',
    language: item.language.tag,
    by: text(picture.credit),
    descriptions: some([...roled('caption', picture.caption), ...roled('alternativeText', picture.alt)]),
    infoSources: some(named('source', picture.source)),
    renditions: href === undefined ? undefined : [rendition],
  }
}
