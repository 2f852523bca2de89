import { isAnything, isCount, isLanguage, isName, isOneOf, isToken, type Finding } from './wire-rules.ts'
import { xmlFindings, type ElementRule, type ElementRules } from './xml-rules.ts'

/** NITF allows an attribute of another vocabulary everywhere; of those Midad writes this one. */
const everywhere = { id: isName, 'h:dir': isOneOf('ltr', 'rtl') }
const common = { ...everywhere, class: isAnything, 'xml:lang': isLanguage }

const inline = 'a|br|em|lang|num'
const blocks = 'p|hl2|table|media|ol|ul|dl|bq|hr'
/** Words with marks. */
const words: ElementRule = { attributes: common, content: `(${inline})*`, isMixed: true }
/** Words or blocks. */
const either: ElementRule = { attributes: common, content: `(${inline}|${blocks})*`, isMixed: true }
const plain: ElementRule = { attributes: common, isMixed: true }
const cell: ElementRule = { ...either, attributes: { ...common, rowspan: isToken, colspan: isToken } }

/** Of NITF 3.6, the elements that Midad writes, as the standard's schema has them. */
const rules: ElementRules = {
  nitf: {
    attributes: {
      ...everywhere,
      xmlns: isOneOf('http://iptc.org/std/NITF/2006-10-18/'),
      'xmlns:h': isOneOf('http://www.w3.org/1999/xhtml'),
      uno: isAnything,
      version: isOneOf('-//IPTC//DTD NITF 3.6//EN'),
      baselang: isAnything,
    },
    required: ['xmlns', 'xmlns:h'],
    content: 'head? body',
  },
  head: { content: 'title? meta* tobject? docdata? pubdata*' },
  title: { isMixed: true },
  meta: { attributes: { name: isToken, content: isAnything }, required: ['content'] },
  tobject: { attributes: { 'tobject.type': isAnything }, content: 'tobject.property* tobject.subject*' },
  'tobject.property': { attributes: { 'tobject.property.type': isAnything } },
  'tobject.subject': {
    attributes: { 'tobject.subject.refnum': isToken, 'tobject.subject.type': isAnything },
    required: ['tobject.subject.refnum'],
  },
  docdata: {
    attributes: { 'management-status': isAnything },
    content: '(correction|doc-id|urgency|date.issue|date.release|du-key|doc.copyright|key-list)*',
  },
  correction: { attributes: { info: isAnything, 'id-string': isAnything } },
  'doc-id': { attributes: { 'id-string': isAnything, regsrc: isAnything } },
  urgency: { attributes: { 'ed-urg': isOneOf('1', '2', '3', '4', '5', '6', '7', '8', '9') } },
  'date.issue': { attributes: { norm: isAnything } },
  'date.release': { attributes: { norm: isAnything } },
  'du-key': { attributes: { version: isToken, key: isAnything } },
  'doc.copyright': { attributes: { year: isToken, holder: isAnything } },
  'key-list': { content: 'keyword*' },
  keyword: { attributes: { key: isAnything } },
  pubdata: {
    attributes: {
      type: isOneOf('print', 'audio', 'video', 'web', 'appliance', 'other'),
      'date.publication': isAnything,
      name: isAnything,
      'position.section': isAnything,
      'ex-ref': isAnything,
    },
  },
  body: { attributes: common, content: 'body.head? body.content* body.end?' },
  'body.head': { content: 'hedline* rights? byline* distributor? dateline* abstract*' },
  hedline: { attributes: common, content: 'hl1 hl2*' },
  hl1: words,
  hl2: words,
  rights: { content: '(rights.owner)*', isMixed: true },
  'rights.owner': { isMixed: true },
  byline: { content: '(person)*', isMixed: true },
  person: plain,
  distributor: { content: '(org)*', isMixed: true },
  org: plain,
  dateline: { content: '(location|story.date)*', isMixed: true },
  location: plain,
  'story.date': { attributes: { norm: isAnything }, isMixed: true },
  abstract: { attributes: common, content: `(${blocks})+` },
  'body.content': { content: `(block|${blocks})*` },
  block: { attributes: common, content: `(${blocks})*` },
  p: words,
  ol: { attributes: { ...common, seqnum: isToken }, content: 'li+' },
  ul: { attributes: common, content: 'li+' },
  li: either,
  dl: { attributes: common, content: '(dt|dd)+' },
  dt: words,
  dd: { attributes: common, content: `(${inline}|${blocks}|block)*` },
  bq: { attributes: common, content: 'block+ credit?' },
  credit: words,
  hr: { attributes: common },
  table: { attributes: common, content: 'tbody' },
  tbody: { attributes: common, content: 'tr+' },
  tr: { attributes: common, content: '(th|td)+' },
  th: cell,
  td: cell,
  media: {
    attributes: { ...common, 'media-type': isAnything },
    required: ['media-type'],
    content: 'media-metadata* media-reference+ media-caption* media-producer*',
  },
  'media-metadata': { attributes: { name: isAnything, value: isAnything }, required: ['name'] },
  'media-reference': {
    attributes: {
      source: isAnything,
      'mime-type': isAnything,
      'alternate-text': isAnything,
      width: isCount,
      height: isCount,
      units: isOneOf('pixels'),
    },
    isMixed: true,
  },
  'media-caption': either,
  'media-producer': words,
  a: { ...words, attributes: { ...common, href: isAnything, title: isAnything } },
  br: {},
  em: words,
  lang: words,
  num: { attributes: common, content: '(sub|sup)*', isMixed: true },
  sub: plain,
  sup: plain,
  'body.end': { content: 'tagline?' },
  tagline: words,
}

/** Everything in which a NITF file of ours differs from what the standard asks for. */
export const nitfFindings = (xml: string): Finding[] =>
  xmlFindings(xml, 'nitf', rules, { ids: ['id'], references: [] })
