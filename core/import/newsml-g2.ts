import { DeskError, toErrorData } from '../api/errors.ts'
import type { FieldMap, StoryMap } from '../model/carried.ts'
import { decodeText } from './decode.ts'
import { newsItemReading } from './newsml-g2-item.ts'
import { xmlRoot } from './sniff.ts'
import type { Beside, ImportedFile, ImportInput, ImportSource } from './source.ts'
import { xhtmlRead } from './wire-carried.ts'
import { articleOf, type WireReading } from './wire-reading.ts'
import { childOf, childrenOf, parseXml, xmlAttribute, type XmlElement } from './xml-tree.ts'

/** Where each field is read. */
const fields = {
  status: 'leave-out',
  language: 'contentMeta/language or newsItem@xml:lang',
  storyType: 'contentMeta/genre',
  section: 'itemMeta/service',
  urgency: 'contentMeta/urgency',
  headline: 'contentMeta/headline without a role, else itemMeta/title',
  kicker: 'contentMeta/headline, role midad:kicker',
  subheadline: 'contentMeta/headline, role midad:subheadline',
  summary: 'contentMeta/description, role drol:summary',
  byline: 'contentMeta/creator by name, else by',
  source: 'contentMeta/infoSource, in files of others else itemMeta/provider',
  creditLine: 'contentMeta/creditline',
  place: 'contentMeta/located',
  date: 'contentMeta/contentCreated, in files of others also itemMeta/firstCreated or versionCreated',
  embargoUntil: 'itemMeta/embargoed',
  subjects: 'contentMeta/subject of IPTC Media Topics',
  keywords: 'contentMeta/keyword, and subjects of other vocabularies',
  slug: 'contentMeta/slugline',
  canonicalUrl: 'itemMeta/altRep of a page',
  seoTitle: 'contentMeta/headline, role midad:seo',
  seoDescription: 'contentMeta/description, role midad:seo',
  leadImage: 'partMeta of role midad:main, else the largest remoteContent',
  deskNote: 'itemMeta/edNote',
} as const satisfies FieldMap

const roots = new Set(['newsItem', 'newsMessage', 'packageItem'])

/**
 * NewsML-G2: one item, or a message with several. Pictures that are items of their own in a message go with the text whose package names
 * them, or with the only text there is.
 */
export const newsmlG2: ImportSource = {
  id: 'newsml-g2',
  fields,
  story: xhtmlRead satisfies StoryMap,
  accepts: ({ name, bytes }) => /\.(?:xml|newsml)$/i.test(name) && roots.has(xmlRoot(bytes)?.name ?? ''),
  read,
}

async function read(file: ImportInput, { beside }: { beside?: Beside | undefined }): Promise<ImportedFile> {
  const { text, warnings } = decodeText(file.bytes)
  const root = parseXml(text)
  if (root.name === 'newsMessage') return readMessage(root, file, beside)
  if (root.name === 'packageItem')
    throw new DeskError('unsupported-file', 'a package only names its items, which are in files of their own')
  const reading = newsItemReading(root)
  return { articles: [await written(reading, file, beside, warnings)] }
}

const written = (
  reading: WireReading,
  { language }: ImportInput,
  beside: Beside | undefined,
  warnings: WireReading['warnings'] = [],
) =>
  articleOf(
    { ...reading, language: language ?? reading.language, warnings: [...warnings, ...reading.warnings] },
    beside,
  )

/** More items are no message of a newsroom. */
const mostItems = 2000

async function readMessage(
  root: XmlElement,
  file: ImportInput,
  beside: Beside | undefined,
): Promise<ImportedFile> {
  const items = childrenOf(root, 'itemSet')
    .flatMap((set) => childrenOf(set))
    .slice(0, mostItems)
  const news = items.filter(({ name }) => name === 'newsItem')
  const texts = news.filter((item) => !isPicture(item))
  const pictures = news.filter(isPicture)
  const read: ImportedFile = { articles: [], failed: [] }
  for (const [at, item] of (texts.length > 0 ? texts : pictures).entries()) {
    const name = String(at + 1)
    try {
      const reading = newsItemReading(item)
      const own = texts.length > 0 ? picturesOf(item, texts, pictures, items) : []
      const more = own.flatMap((picture) => newsItemReading(picture).pictures)
      const isLead = reading.pictures.some((picture) => picture.isLead)
      reading.pictures.push(...more.map((picture, nth) => ({ ...picture, isLead: !isLead && nth === 0 })))
      read.articles.push({ ...(await written(reading, file, beside)), name })
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
      read.failed?.push({ name, error: toErrorData(error) })
    }
  }
  if (read.articles.length === 0 && read.failed?.length === 0)
    throw new DeskError('unreadable', 'the message holds no news item')
  return read
}

function isPicture(item: XmlElement): boolean {
  const meta = childOf(item, 'itemMeta')
  const code = meta && childOf(meta, 'itemClass')
  return /(?:picture|graphic)$/i.test(
    (code && (xmlAttribute(code, 'qcode') ?? xmlAttribute(code, 'uri'))) ?? '',
  )
}

/** The pictures that stand in a package with this text; all of them where it is the only text. */
function picturesOf(
  item: XmlElement,
  texts: readonly XmlElement[],
  pictures: readonly XmlElement[],
  items: readonly XmlElement[],
): XmlElement[] {
  if (texts.length === 1) return [...pictures]
  const guid = xmlAttribute(item, 'guid')
  const named = items
    .filter(({ name }) => name === 'packageItem')
    .map((pack) => new Set(referencesIn(pack)))
    .filter((references) => guid !== undefined && references.has(guid))
  return pictures.filter((picture) =>
    named.some((references) => references.has(xmlAttribute(picture, 'guid') ?? '')),
  )
}

const referencesIn = (pack: XmlElement): string[] =>
  childrenOf(pack, 'groupSet')
    .flatMap((set) => childrenOf(set, 'group'))
    .flatMap((group) => childrenOf(group, 'itemRef'))
    .flatMap((reference) => xmlAttribute(reference, 'residref') ?? [])
