import type { FieldMap } from '../model/carried.ts'
import { blockText, countCharacters, measureBody } from '../model/measure.ts'
import { isOpenEmbargo } from '../model/open-embargo.ts'
import { formatDate } from '../language/dates.ts'
import type { ExportFormat, ExportInput, ExportResult } from './format.ts'
import { g2Findings } from './newsml-g2-rules.ts'
import { toUtf8 } from './utf8.ts'
import { wireXhtml, xhtmlStory } from './wire-body.ts'
import { wireItem, type WireItem } from './wire-item.ts'
import { wireDay } from './wire-dates.ts'
import type { WirePicture } from './wire-pictures.ts'
import { requireValid } from './wire-rules.ts'
import { xmlDeclaration, xmlElement, xmlEscaped, xmlLetters, xmlLine, type XmlAttributes } from './xml.ts'

/** Where each field goes. */
const fields = {
  status: 'itemMeta/pubStatus',
  language: 'newsItem@xml:lang and @dir, contentMeta/language',
  storyType: 'contentMeta/genre@literal',
  section: 'itemMeta/service',
  urgency: 'contentMeta/urgency',
  headline: 'contentMeta/headline and itemMeta/title',
  kicker: 'contentMeta/headline, role midad:kicker',
  subheadline: 'contentMeta/headline, role midad:subheadline',
  summary: 'contentMeta/description, role drol:summary',
  byline: 'contentMeta/by and a creator for each name',
  source: 'contentMeta/infoSource',
  creditLine: 'contentMeta/creditline',
  place: 'contentMeta/located and dateline',
  date: 'contentMeta/contentCreated',
  embargoUntil: 'itemMeta/embargoed',
  subjects: 'contentMeta/subject, medtop:',
  keywords: 'contentMeta/keyword',
  slug: 'contentMeta/slugline',
  canonicalUrl: 'itemMeta/altRep',
  seoTitle: 'contentMeta/headline, role midad:seo',
  seoDescription: 'contentMeta/description, role midad:seo',
  leadImage: 'as: contentSet/remoteContent and partMeta; not how it is cut',
  deskNote: 'leave-out',
} as const satisfies FieldMap

/** NewsML-G2 2.35, power (newsroom.md 4.2): one newsItem, its story as XHTML inside, its pictures as remoteContent. */
export const newsmlG2: ExportFormat = {
  id: 'newsml-g2',
  label: 'NewsML-G2 2.35',
  extension: 'xml',
  mime: 'application/vnd.iptc.g2.newsitem+xml',
  fields,
  story: xhtmlStory,
  write,
}

const namespace = 'http://iptc.org/std/nar/2006-10-01/'
const catalog = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml'
/** What IPTC's vocabularies have no code for; described in docs/wire.md. */
const ownScheme = 'tag:midad.invalid,2026:wire/'

async function write(input: ExportInput): Promise<ExportResult> {
  const item = await wireItem(input)
  const xml = xmlDeclaration + newsItem(item)
  requireValid('newsml-g2', g2Findings(xml))
  return { bytes: toUtf8(`${xml}\n`), warnings: item.warnings }
}

const el = (name: string, attributes: XmlAttributes, ...content: string[]): string =>
  xmlElement(name, attributes, ...content)
/** An element that may be empty, as xmlElement leaves out none. */
const coded = (name: string, qcode: string | undefined, ...content: string[]): string =>
  qcode === undefined ? '' : el(name, { qcode }, ...content)
/** Text with what is around it on lines of their own, so that people can read the file. */
const lines = (...parts: string[]): string => `\n${parts.filter(Boolean).join('\n')}\n`

function newsItem(item: WireItem): string {
  const { language, provider } = item
  return el(
    'newsItem',
    {
      xmlns: namespace,
      guid: item.uri,
      version: item.version,
      standard: 'NewsML-G2',
      standardversion: '2.35',
      conformance: 'power',
      'xml:lang': language.tag,
      dir: language.direction,
    },
    lines(
      el('catalogRef', { href: catalog }),
      el('catalog', {}, el('scheme', { alias: 'midad', uri: ownScheme })),
      el('rightsInfo', {}, el('copyrightHolder', party(item), named(provider.name))),
      el('itemMeta', {}, itemMeta(item)),
      el('contentMeta', {}, contentMeta(item)),
      ...item.pictures.map(partMeta),
      el('contentSet', {}, contentSet(item)),
    ),
  )
}

/** Who a party is: by address, or by name alone. */
const party = ({ provider }: WireItem): XmlAttributes =>
  provider.uri === undefined ? { literal: oneLine(provider.name) } : { uri: provider.uri }
// What an address may not hold as it is (RFC 3987), in its escaped form.
const address = (href: string): string =>
  xmlLetters(href).replace(/[\s<>"{}|\\^`]/g, (letter) => encodeURIComponent(letter))
/** Names and codes stand on one line (the schema's normalizedString). */
const oneLine = (text: string): string => text.replace(/[\t\n\r]+/g, ' ')
const named = (name: string | undefined): string => xmlLine('name', {}, name && oneLine(name))

/** Empty where it has no end. */
const embargoed = (until: string | undefined): string =>
  until !== undefined && isOpenEmbargo(until) ? el('embargoed', {}) : xmlLine('embargoed', {}, until)

function itemMeta(item: WireItem): string {
  const { article, signal, translatedFrom } = item
  const { fields: said } = article
  return lines(
    coded('itemClass', 'ninat:text'),
    el('provider', party(item), named(item.provider.name)),
    xmlLine('versionCreated', {}, item.versionCreated),
    xmlLine('firstCreated', {}, item.firstCreated),
    embargoed(item.embargo),
    coded('pubStatus', `stat:${item.pubStatus}`),
    xmlLine('generator', {}, 'Midad'),
    said.section && el('service', {}, named(said.section)),
    xmlLine('title', {}, oneLine(said.headline)),
    coded('signal', signal && `sig:${signal}`),
    xmlLine('altRep', { contenttype: 'text/html' }, address(said.canonicalUrl)),
    translatedFrom === undefined
      ? ''
      : el('link', {
          rel: 'irel:translatedFrom',
          residref: translatedFrom.uri,
          version: translatedFrom.version,
        }),
  )
}

function contentMeta(item: WireItem): string {
  const { article, language } = item
  const { fields: said } = article
  const byline = said.byline.filter(Boolean)
  const written = { 'xml:lang': language.tag, dir: language.direction }
  const summary = (text: string) => text.split('\n').map(xmlEscaped).join(el('br', {}))
  return lines(
    said.urgency === null ? '' : xmlLine('urgency', {}, String(said.urgency)),
    xmlLine('contentCreated', {}, item.date && wireDay(item.date)),
    xmlLine('contentModified', {}, item.versionCreated),
    said.place && el('located', {}, named(said.place)),
    said.source && el('infoSource', {}, named(said.source)),
    ...byline.map((name) => el('creator', {}, named(name))),
    el('language', { tag: language.tag }),
    coded('genre', item.genre && `genre:${item.genre}`),
    said.storyType && el('genre', { literal: said.storyType, type: 'midad:storyType' }),
    ...said.keywords.map((keyword) => xmlLine('keyword', {}, oneLine(keyword))),
    ...item.subjects.map(({ code, name }) =>
      el('subject', { type: 'cpnat:abstract', qcode: `medtop:${code}` }, named(name)),
    ),
    xmlLine('slugline', {}, oneLine(said.slug)),
    xmlLine('headline', written, said.headline),
    xmlLine('headline', { role: 'midad:kicker', ...written }, said.kicker),
    xmlLine('headline', { role: 'midad:subheadline', ...written }, said.subheadline),
    xmlLine('headline', { role: 'midad:seo', ...written }, said.seoTitle),
    xmlLine('dateline', {}, dateline(item)),
    xmlLine('by', {}, byline.join(language.script === 'arabic' ? '، ' : ', ')),
    xmlLine('creditline', {}, oneLine(said.creditLine)),
    said.summary && el('description', { role: 'drol:summary' }, summary(said.summary)),
    said.seoDescription && el('description', { role: 'midad:seo' }, summary(said.seoDescription)),
  )
}

/** As a wire text begins: place, date (agency). */
export function dateline({ article, provider, date }: WireItem): string {
  const { place } = article.fields
  if (!place) return ''
  const day = date === undefined ? '' : formatDate(date, { language: article.language, style: 'long' })
  const comma =
    article.language === 'en' || article.language === 'kmr' || article.language === 'he' ? ', ' : '، '
  return `${[place, day].filter(Boolean).join(comma)} (${provider.name})`
}

const pictureId = ({ name }: WirePicture): string => `media-${name}`

/** The words of a picture, pointing at its file. */
function partMeta(picture: WirePicture): string {
  const { href, alt, caption, credit, source, poi } = picture
  const part = el(
    'partMeta',
    {
      partid: `words-${picture.name}`,
      contentrefs: href === undefined ? undefined : pictureId(picture),
    },
    poi ? el('regionDelim', { x: poi.x, y: poi.y }) : '',
    el('role', { qcode: `midad:${picture.name === 'main' ? 'main' : 'illustration'}` }),
    source && el('infoSource', {}, named(source)),
    credit && el('creator', {}, named(credit)),
    xmlLine('creditline', {}, oneLine(credit)),
    xmlLine('description', { role: 'drol:caption' }, caption),
    xmlLine('description', { role: 'midad:alternativeText' }, alt),
  )
  return part
}

function contentSet(item: WireItem): string {
  const { article, language, pictures, addressOf } = item
  const { words } = measureBody(article.body)
  const title = article.fields.headline
  const html = el(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      lang: language.tag,
      'xml:lang': language.tag,
      dir: language.direction,
    },
    `<head><title>${xmlEscaped(title)}</title></head>`,
    `<body>${wireXhtml(article, addressOf)}</body>`,
  )
  const inline = el(
    'inlineXML',
    {
      contenttype: 'application/xhtml+xml',
      wordcount: words,
      charcount: countCharacters(article.body.content.map(blockText).join('\n')),
      'xml:lang': language.tag,
      dir: language.direction,
    },
    html,
  )
  return lines(inline, ...pictures.map(remoteContent))
}

function remoteContent(picture: WirePicture): string {
  const { href, mime, size, width, height } = picture
  if (href === undefined) return ''
  return el('remoteContent', {
    id: pictureId(picture),
    rendition: 'rnd:highRes',
    href,
    contenttype: mime,
    size,
    width,
    height,
  })
}
