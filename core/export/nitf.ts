import type { Warning } from '../api/files.ts'
import { formatDate } from '../language/dates.ts'
import { directionOf } from '../language/direction.ts'
import type { BodyNode } from '../model/body.ts'
import type { FieldMap } from '../model/carried.ts'
import type { ExportFormat, ExportInput, ExportResult } from './format.ts'
import { framing, nitfStory, nitfStoryXml, reference } from './nitf-body.ts'
import { nitfLine } from './nitf-inline.ts'
import { nitfFindings } from './nitf-rules.ts'
import { toUtf8 } from './utf8.ts'
import { nitfDate, wireDay } from './wire-dates.ts'
import { wireItem, type WireItem } from './wire-item.ts'
import { requireValid } from './wire-rules.ts'
import { xmlDeclaration, xmlElement, xmlLine, type XmlAttributes } from './xml.ts'

/** Where each field goes. */
const fields = {
  status: 'docdata@management-status',
  language: 'nitf@baselang and body@xml:lang',
  storyType: 'meta midad:type, its genre as tobject.property',
  section: 'pubdata@position.section',
  urgency: 'docdata/urgency',
  headline: 'hedline/hl1 and head/title',
  kicker: 'hedline/hl2.kicker',
  subheadline: 'hedline/hl2.subheadline',
  summary: 'abstract',
  byline: 'byline, one for each name',
  source: 'body.end/tagline',
  creditLine: 'rights/rights.owner',
  place: 'dateline/location',
  date: 'docdata/date.issue, dateline/story.date and pubdata@date.publication',
  embargoUntil: 'docdata/date.release',
  subjects: 'tobject/tobject.subject',
  keywords: 'docdata/key-list',
  slug: 'docdata/du-key',
  canonicalUrl: 'pubdata@ex-ref',
  seoTitle: 'meta midad:seo-title',
  seoDescription: 'meta midad:seo-description',
  leadImage: 'the first media, class lead',
  deskNote: 'leave-out',
} as const satisfies FieldMap

/** NITF 3.6 (newsroom.md 4.3). It knows no direction: that stands in attributes of XHTML, which its schema allows and old readers pass over. */
export const nitf: ExportFormat = {
  id: 'nitf',
  label: 'NITF 3.6',
  extension: 'nitf',
  mime: 'application/nitf+xml',
  fields,
  story: nitfStory,
  write,
}

async function write(input: ExportInput): Promise<ExportResult> {
  const item = await wireItem(input)
  const xml = xmlDeclaration + document(item)
  requireValid('nitf', nitfFindings(xml))
  // The crop of the lead picture has a place here.
  const warnings = item.warnings.filter(({ code }) => code !== 'crop-left-out')
  return { bytes: toUtf8(`${xml}\n`), warnings: [...warnings, ...turned(item)] }
}

/** Whether something runs against the article's own direction, which its language says too. */
function turned({ article }: WireItem): Warning[] {
  const own = directionOf(article.language)
  const isTurned = (node: BodyNode): boolean =>
    ('attrs' in node && node.attrs !== undefined && 'dir' in node.attrs && (node.attrs.dir ?? own) !== own) ||
    ('content' in node && (node.content ?? []).some(isTurned))
  return article.body.content.some(isTurned)
    ? [
        {
          code: 'direction-beside',
          message: 'NITF cannot carry direction: xml:lang is kept, and dir as an attribute of XHTML',
        },
      ]
    : []
}

const el = (name: string, attributes: XmlAttributes, ...content: string[]): string =>
  xmlElement(name, attributes, ...content)
const lines = (...parts: string[]): string => `\n${parts.filter(Boolean).join('\n')}\n`
/** An element that stands only where its first attribute has a value. */
const valued = (name: string, attributes: XmlAttributes): string => {
  const [first] = Object.values(attributes)
  return first === undefined || first === null || first === '' ? '' : el(name, attributes)
}

function document(item: WireItem): string {
  const { language, uri } = item
  const root = {
    xmlns: 'http://iptc.org/std/NITF/2006-10-18/',
    'xmlns:h': 'http://www.w3.org/1999/xhtml',
    uno: uri,
    version: '-//IPTC//DTD NITF 3.6//EN',
    baselang: language.tag,
  }
  const body = { 'xml:lang': language.tag, 'h:dir': language.direction }
  return el(
    'nitf',
    root,
    lines(head(item), el('body', body, lines(bodyHead(item), bodyContent(item), bodyEnd(item)))),
  )
}

function head(item: WireItem): string {
  const { article, date, pubStatus, provider, genre } = item
  const { fields: said } = article
  const published = inBasicFormat(date)
  const pubdata = {
    'date.publication': published,
    name: provider.name,
    'position.section': said.section,
    'ex-ref': said.canonicalUrl,
  }
  const subjects = item.subjects.map(({ code, name }) =>
    el('tobject.subject', { 'tobject.subject.refnum': code, 'tobject.subject.type': name }),
  )
  return el(
    'head',
    {},
    lines(
      xmlLine('title', {}, said.headline),
      el('meta', { name: 'generator', content: 'Midad' }),
      meta('midad:type', said.storyType),
      meta('midad:seo-title', said.seoTitle),
      meta('midad:seo-description', said.seoDescription),
      meta('midad:translated-from', item.translatedFrom?.uri),
      meta('midad:translated-from-version', item.translatedFrom && String(item.translatedFrom.version)),
      el(
        'tobject',
        { 'tobject.type': 'news' },
        valued('tobject.property', { 'tobject.property.type': genre }),
        ...subjects,
      ),
      el('docdata', { 'management-status': pubStatus }, docdata(item)),
      el('pubdata', { type: 'web', ...pubdata }),
    ),
  )
}

// A moment that stands for a day alone is that day here.
const inBasicFormat = (instant: string | undefined): string | undefined =>
  instant && nitfDate(wireDay(instant))

const meta = (name: string, content: string | undefined): string =>
  content ? el('meta', { name, content }) : ''

function docdata(item: WireItem): string {
  const { article, uri, version, embargo, date, signal, provider, firstCreated } = item
  const { fields: said } = article
  const keywords = said.keywords.filter(Boolean)
  return lines(
    signal === undefined ? '' : el('correction', { info: signal, 'id-string': uri }),
    el('doc-id', {
      'id-string': uri,
      regsrc: provider.uri && new RegExp('//([^/]+)').exec(provider.uri)?.[1],
    }),
    valued('urgency', { 'ed-urg': said.urgency }),
    valued('date.issue', { norm: inBasicFormat(date ?? item.versionCreated) }),
    valued('date.release', { norm: inBasicFormat(embargo) }),
    el('du-key', { version, key: said.slug }),
    el('doc.copyright', { year: firstCreated.slice(0, 4), holder: provider.name }),
    keywords.length > 0 ? el('key-list', {}, ...keywords.map((key) => el('keyword', { key }))) : '',
  )
}

function bodyHead(item: WireItem): string {
  const { article, provider, language, date } = item
  const { fields: said } = article
  const words = (text: string) => nitfLine(text, language.direction)
  const paragraphs = (text: string) => text.split('\n').map((line) => el('p', {}, words(line)))
  const place = said.place && el('location', {}, nitfPlain(said.place))
  const day =
    date === undefined
      ? ''
      : el(
          'story.date',
          { norm: inBasicFormat(date) },
          nitfPlain(formatDate(date, { language: article.language, style: 'long' })),
        )
  const hedline = [
    // It must be there, be it empty.
    said.headline ? el('hl1', {}, words(said.headline)) : '<hl1/>',
    said.kicker && el('hl2', { class: 'kicker' }, words(said.kicker)),
    said.subheadline && el('hl2', { class: 'subheadline' }, words(said.subheadline)),
  ]
  return el(
    'body.head',
    {},
    lines(
      el('hedline', {}, ...hedline),
      said.creditLine && el('rights', {}, xmlLine('rights.owner', {}, said.creditLine)),
      ...said.byline.filter(Boolean).map((name) => el('byline', {}, xmlLine('person', {}, name))),
      el('distributor', {}, xmlLine('org', {}, provider.name)),
      place || day ? el('dateline', {}, [place, day].filter(Boolean).join(' ')) : '',
      said.summary && el('abstract', {}, ...paragraphs(said.summary)),
    ),
  )
}

const nitfPlain = (text: string): string => xmlLine('x', {}, text).slice(3, -4)

function bodyContent({ article, language, addressOf, pictures }: WireItem): string {
  const lead = article.fields.leadImage
  const mime = pictures.find(({ media }) => media === lead?.media)?.mime
  const place = {
    body: { direction: language.direction, footnotes: { referenceHtml: () => '' }, addressOf },
    direction: language.direction,
  }
  const words = lead && { ...lead, media: lead.media ?? '', mime }
  const picture =
    words && (words.media || words.caption || words.alt || words.credit)
      ? el(
          'media',
          { 'media-type': 'image', class: 'lead' },
          words.source ? el('media-metadata', { name: 'source', value: words.source }) : '',
          framing(words),
          reference(words, place),
        )
      : ''
  return el('body.content', {}, lines(picture, nitfStoryXml(article, addressOf)))
}

const bodyEnd = ({ article, language }: WireItem): string =>
  article.fields.source
    ? el('body.end', {}, el('tagline', {}, nitfLine(article.fields.source, language.direction)))
    : ''
