import { languageOf } from '../language/registry.ts'
import { guessLanguage } from '../language/guess.ts'
import type { FieldMap, StoryMap } from '../model/carried.ts'
import { untilFurtherNotice } from '../model/open-embargo.ts'
import { cleanLine } from './clean-inline.ts'
import { decodeText } from './decode.ts'
import { embargoIn, type EmbargoRead } from './embargo.ts'
import { languageOfTag } from './html-marks.ts'
import { nitfBlocks } from './nitf-html.ts'
import { nitfPictures } from './nitf-pictures.ts'
import { xmlRoot } from './sniff.ts'
import type { ImportInput, ImportSource } from './source.ts'
import { xhtmlRead } from './wire-carried.ts'
import {
  articleIn,
  basicDate,
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
import { h } from './xhtml-tree.ts'
import { childOf, childrenOf, parseXml, xmlAttribute, xmlText, type XmlElement } from './xml-tree.ts'

/** Where each field is read. */
const fields = {
  status: 'leave-out',
  language: 'body@xml:lang or nitf@baselang',
  storyType: 'meta midad:type or tobject.property',
  section: 'pubdata@position.section',
  urgency: 'docdata/urgency',
  headline: 'hedline/hl1, else head/title',
  kicker: 'hedline/hl2.kicker',
  subheadline: 'hedline/hl2.subheadline, else the first hl2',
  summary: 'abstract',
  byline: 'byline, its persons where there are any',
  source: 'body.end/tagline in files of ours, else distributor',
  creditLine: 'rights/rights.owner',
  place: 'dateline/location',
  date: 'story.date or pubdata@date.publication, in files of others also date.issue',
  embargoUntil: 'docdata/date.release, else management-status embargoed',
  subjects: 'tobject.subject@tobject.subject.refnum',
  keywords: 'docdata/key-list',
  slug: 'du-key@key',
  canonicalUrl: 'pubdata@ex-ref',
  seoTitle: 'meta midad:seo-title',
  seoDescription: 'meta midad:seo-description',
  leadImage: 'the first media of class lead',
  deskNote: 'ed-msg and notes of body.head',
} as const satisfies FieldMap

/** NITF 3.x, alone in a file. */
export const nitf: ImportSource = {
  id: 'nitf',
  fields,
  story: xhtmlRead satisfies StoryMap,
  accepts: ({ name, bytes }) => /\.(?:xml|nitf)$/i.test(name) && xmlRoot(bytes)?.name === 'nitf',
  read: async (file, { beside }) => ({ articles: [await articleOf(readingOf(file), beside)] }),
}

function readingOf({ bytes, language }: ImportInput): WireReading {
  const { text, warnings } = decodeText(bytes)
  const reading = nitfReading(parseXml(text))
  return { ...reading, language: language ?? reading.language, warnings: [...warnings, ...reading.warnings] }
}

/** What a `nitf` element says, wherever it stands. */
export function nitfReading(root: XmlElement): WireReading {
  const body = childOf(root, 'body')
  const content = body ? childrenOf(body, 'body.content').flatMap((each) => childrenOf(each)) : []
  const head = childOf(root, 'head')
  const isOwn = metaOf(head, 'generator') === 'Midad'
  const said = languageOfTag((body && xmlAttribute(body, 'lang')) ?? xmlAttribute(root, 'baselang'))
  const guessed = said ?? guessLanguage(body ? xmlText(body) : '')
  const { quotes } = languageOf(guessed)
  const { pictures, rest } = nitfPictures(content, isOwn)
  const blocks = nitfBlocks(rest, quotes)
  const embargo = embargoOf(head)
  const lang = said && languageOf(said).tag
  return {
    language: said && isOwn ? said : undefined,
    fields: { ...fieldsOf(root, isOwn), embargoUntil: embargo.until },
    story: h(
      'div',
      { class: isOwn ? 'midad story' : undefined, lang, dir: body && xmlAttribute(body, 'dir') },
      ...blocks,
    ),
    pictures,
    leftOut: isOwn ? [] : leftOut(root),
    warnings: [...withdrawn(head), ...embargo.warnings],
    original: articleIn(xmlAttribute(root, 'uno') ?? ''),
    translatedFrom: translationOf(
      metaOf(head, 'midad:translated-from'),
      metaOf(head, 'midad:translated-from-version'),
    ),
  }
}

const at = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce((inside: XmlElement | undefined, name) => inside && childOf(inside, name), element)
const all = (element: XmlElement | undefined, ...path: string[]): XmlElement[] => {
  const [name, ...more] = path
  if (!element || name === undefined) return []
  const found = childrenOf(element, name)
  return more.length === 0 ? found : found.flatMap((each) => all(each, ...more))
}
const line = (element: XmlElement | undefined, most?: number): string =>
  element ? cleanLine(xmlText(element), most) : ''
const paragraphs = (element: XmlElement | undefined): string =>
  element
    ? cleanLines(
        childrenOf(element)
          .map((each) => xmlText(each).replace(/\s+/g, ' '))
          .join('\n'),
      )
    : ''
const metaOf = (head: XmlElement | undefined, name: string): string => {
  const found = all(head, 'meta').find((each) => xmlAttribute(each, 'name') === name)
  return (found && xmlAttribute(found, 'content')) ?? ''
}
const attributeAt = (element: XmlElement | undefined, name: string): string =>
  (element && xmlAttribute(element, name)) ?? ''

function fieldsOf(root: XmlElement, isOwn: boolean): WireReading['fields'] {
  const head = childOf(root, 'head')
  const docdata = at(head, 'docdata')
  const pubdata = at(head, 'pubdata')
  const bodyHead = at(root, 'body', 'body.head')
  const hedline = at(bodyHead, 'hedline')
  const second = (name: string) => all(hedline, 'hl2').find((each) => xmlAttribute(each, 'class') === name)
  const refnums = all(head, 'tobject', 'tobject.subject').map(
    (each) => xmlAttribute(each, 'tobject.subject.refnum') ?? '',
  )
  const { subjects } = topicsOf(refnums.flatMap((code) => mediaTopicIn(`medtop:${code}`) ?? []))
  return {
    headline: line(at(hedline, 'hl1')) || line(at(head, 'title')),
    kicker: line(second('kicker')),
    subheadline: cleanLines(wordsOf(second('subheadline') ?? (isOwn ? undefined : all(hedline, 'hl2')[0]))),
    summary: cleanLines(all(bodyHead, 'abstract').map(paragraphs).filter(Boolean).join('\n')),
    byline: bylinesOf(bodyHead),
    source: line(at(root, 'body', 'body.end', 'tagline')) || (isOwn ? '' : line(at(bodyHead, 'distributor'))),
    creditLine: line(at(bodyHead, 'rights', 'rights.owner')),
    place: line(at(bodyHead, 'dateline', 'location')),
    section: cleanLine(attributeAt(pubdata, 'position.section')),
    date: dateOf(root, isOwn),
    urgency: urgencyOf(attributeAt(at(docdata, 'urgency'), 'ed-urg')),
    subjects,
    keywords: all(docdata, 'key-list', 'keyword')
      .map((each) => cleanLine(attributeAt(each, 'key')))
      .filter(Boolean)
      .slice(0, 200),
    slug: cleanLine(attributeAt(at(docdata, 'du-key'), 'key'), 200),
    canonicalUrl: webAddress(attributeAt(pubdata, 'ex-ref')),
    storyType: storyTypeOf(
      metaOf(head, 'midad:type'),
      attributeAt(at(head, 'tobject', 'tobject.property'), 'tobject.property.type'),
    ),
    seoTitle: cleanLine(metaOf(head, 'midad:seo-title')),
    seoDescription: cleanLines(metaOf(head, 'midad:seo-description')),
    deskNote: cleanLines(
      [
        attributeAt(at(docdata, 'ed-msg'), 'info'),
        ...all(bodyHead, 'note').map((note) => xmlText(note).replace(/\s+/g, ' ')),
      ].join('\n'),
    ),
  }
}

/** With its line breaks. */
const wordsOf = (element: XmlElement | undefined): string =>
  element
    ? element.children
        .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : wordsOf(child)))
        .join('')
    : ''

function bylinesOf(bodyHead: XmlElement | undefined): string[] {
  return all(bodyHead, 'byline')
    .flatMap((byline) => {
      const persons = childrenOf(byline, 'person')
      return persons.length > 0 ? persons.map((each) => line(each)) : [line(byline)]
    })
    .filter(Boolean)
    .slice(0, 200)
}

function dateOf(root: XmlElement, isOwn: boolean): string | null {
  const head = childOf(root, 'head')
  const said = [
    attributeAt(at(head, 'pubdata'), 'date.publication'),
    attributeAt(at(root, 'body', 'body.head', 'dateline', 'story.date'), 'norm'),
    ...(isOwn ? [] : [attributeAt(at(head, 'docdata', 'date.issue'), 'norm')]),
  ]
  return said.map((each) => wireDate(basicDate(each))).find((date) => date !== null) ?? null
}

/** Held by its status, without a moment at which it may be released, it is held until further notice. */
function embargoOf(head: XmlElement | undefined): EmbargoRead {
  const docdata = at(head, 'docdata')
  const said = attributeAt(at(docdata, 'date.release'), 'norm').trim()
  const isHeld = /^embargo/i.test(attributeAt(docdata, 'management-status'))
  if (said === '' && isHeld) return { until: untilFurtherNotice, warnings: [] }
  return embargoIn(basicDate(said), wireDate)
}

/** What an item may say that an article has no place for. */
function leftOut(root: XmlElement): string[] {
  const docdata = at(root, 'head', 'docdata')
  const names = [
    'evloc',
    'fixture',
    'date.expire',
    'doc-scope',
    'series',
    'doc.rights',
    'identified-content',
    'del-list',
  ]
  return [
    ...names.filter((name) => all(docdata, name).length > 0),
    ...(at(root, 'head', 'iim') ? ['iim'] : []),
    ...(at(root, 'body', 'body.end', 'bibliography') ? ['bibliography'] : []),
  ]
}

const withdrawn = (head: XmlElement | undefined) =>
  /^cancel/i.test(attributeAt(at(head, 'docdata'), 'management-status'))
    ? [{ code: 'item-withdrawn', message: 'whoever sent the item has withdrawn it' }]
    : []
