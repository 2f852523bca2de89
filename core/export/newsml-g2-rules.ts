import {
  isAnything,
  isCount,
  isInstant,
  isLanguage,
  isName,
  isOneLine,
  isOneOf,
  isPositive,
  isQcode,
  isReference,
  isTruncatedDate,
  type Finding,
} from './wire-rules.ts'
import { xmlFindings, type ElementRule, type ElementRules } from './xml-rules.ts'

const direction = isOneOf('ltr', 'rtl')
const written = { 'xml:lang': isLanguage, dir: direction }
const flexible = { qcode: isQcode, uri: isReference, literal: isOneLine, type: isQcode }
/** A thing named by a code, an address or words, with names for people. */
const concept: ElementRule = { attributes: flexible, content: 'name*' }
const code: ElementRule = { attributes: { qcode: isQcode, uri: isReference }, content: 'name*' }
const label: ElementRule = { attributes: { role: isQcode, ...written }, isMixed: true }
const block: ElementRule = { attributes: { role: isQcode, ...written }, content: 'br*', isMixed: true }
const line: ElementRule = { attributes: written, text: isOneLine, isMixed: true }
const instant: ElementRule = { text: isInstant }
const size = { width: isCount, height: isCount, size: isCount }

const administrative = '(located|infoSource|creator)*'
const descriptive = '(language|genre|keyword|subject|slugline|headline|dateline|by|creditline|description)*'

/** Of NewsML-G2 2.35 power, the elements that Midad writes, as the standard's schema has them. */
const rules: ElementRules = {
  newsItem: {
    attributes: {
      xmlns: isOneOf('http://iptc.org/std/nar/2006-10-01/'),
      guid: isAnything,
      version: isPositive,
      standard: isOneOf('NewsML-G2'),
      standardversion: isOneOf('2.35'),
      conformance: isOneOf('power'),
      ...written,
    },
    required: ['xmlns', 'guid', 'standard', 'standardversion', 'conformance'],
    content: '(catalogRef|catalog)* rightsInfo* itemMeta contentMeta? partMeta* contentSet?',
  },
  catalogRef: { attributes: { href: isReference }, required: ['href'] },
  catalog: { content: 'scheme+' },
  scheme: { attributes: { alias: isName, uri: isReference }, required: ['alias', 'uri'] },
  rightsInfo: { content: 'copyrightHolder?' },
  copyrightHolder: concept,
  itemMeta: {
    content:
      'itemClass provider versionCreated firstCreated? embargoed? pubStatus? generator* service* title* signal* altRep* link*',
  },
  itemClass: code,
  provider: concept,
  versionCreated: instant,
  firstCreated: instant,
  embargoed: { text: (value) => (value === '' ? undefined : isInstant(value)) },
  pubStatus: code,
  generator: line,
  service: code,
  title: line,
  signal: concept,
  altRep: { attributes: { contenttype: isAnything }, text: isReference },
  link: { attributes: { rel: isQcode, residref: isAnything, version: isPositive } },
  contentMeta: {
    content: `urgency? contentCreated? contentModified? ${administrative} ${descriptive}`,
  },
  urgency: { text: isOneOf('1', '2', '3', '4', '5', '6', '7', '8', '9') },
  contentCreated: { text: isTruncatedDate },
  contentModified: { text: isTruncatedDate },
  located: concept,
  infoSource: concept,
  creator: concept,
  language: { attributes: { tag: isLanguage }, required: ['tag'] },
  genre: concept,
  keyword: line,
  subject: concept,
  slugline: line,
  headline: label,
  dateline: label,
  by: label,
  creditline: line,
  description: block,
  br: {},
  name: line,
  partMeta: {
    attributes: { partid: isName, contentrefs: isName },
    content: `regionDelim? role? ${administrative} ${descriptive}`,
  },
  regionDelim: { attributes: { x: isCount, y: isCount } },
  role: code,
  contentSet: { content: '(inlineXML|remoteContent)*' },
  inlineXML: {
    attributes: { contenttype: isAnything, wordcount: isCount, charcount: isCount, ...written },
    content: '#any',
  },
  remoteContent: {
    attributes: { id: isName, rendition: isQcode, href: isReference, contenttype: isAnything, ...size },
  },
}

/** Everything in which a NewsML-G2 item of ours differs from what the standard asks for. */
export const g2Findings = (xml: string): Finding[] =>
  xmlFindings(xml, 'newsItem', rules, { ids: ['id', 'partid'], references: ['contentrefs'] })
