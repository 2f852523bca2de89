import type { Article } from '../../model/article.ts'
import type { FieldId } from '../../model/fields.ts'
import { languageOf } from '../../language/registry.ts'
import type { Agency } from '../format.ts'
import { xmlElement, xmlEscaped, xmlLine } from '../xml.ts'
import { property } from '../../model/word-names.ts'

const coreNamespaces = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}

/** docProps/core.xml: what programs show of a file. */
export function coreProperties({ fields, language, createdAt, updatedAt }: Article): string {
  const time = { 'xsi:type': 'dcterms:W3CDTF' }
  return xmlElement(
    'cp:coreProperties',
    coreNamespaces,
    xmlLine('dc:title', {}, fields.headline),
    xmlLine('dc:subject', {}, fields.section),
    xmlLine('dc:creator', {}, fields.byline.join('; ')),
    xmlLine('cp:keywords', {}, fields.keywords.join('; ')),
    xmlLine('dc:description', {}, fields.summary),
    xmlLine('dcterms:created', time, seconds(createdAt)),
    xmlLine('dcterms:modified', time, seconds(updatedAt)),
    xmlLine('dc:language', {}, languageOf(language).tag),
  )
}

/** Word refuses fractions of a second there. */
const seconds = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`

/** docProps/app.xml. */
export const appProperties = ({ fields }: Article, agency: Agency | undefined): string =>
  xmlElement(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    '<Application>Midad</Application>',
    xmlLine('Company', {}, agency?.name ?? fields.source),
  )

/** What a document property may hold, UTF-16 units: Word's own window takes no more. */
const longest = 255

/** docProps/custom.xml: what no reader sees and an import brings back; a long value goes on in `…2`, `…3`. */
export function customProperties(article: Article): string {
  const values: Partial<Record<FieldId | 'id', string>> = { ...carried(article), id: article.id }
  let pid = 2
  const named = (name: string, value: string): string =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid++}" name="${name}">` +
    `<vt:lpwstr>${xmlEscaped(value)}</vt:lpwstr></property>`
  let properties = named(property, '1')
  for (const [id, value] of Object.entries(values)) {
    for (let at = 0, count = 1; at < value.length; at += longest, count += 1)
      properties += named(`${property}.${id}${count > 1 ? `.${count}` : ''}`, value.slice(at, at + longest))
  }
  return xmlElement(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    properties,
  )
}

/** The fields that stand nowhere on the page, or not as they are. */
function carried({ language, fields }: Article): Partial<Record<FieldId, string>> {
  const list = (values: readonly string[]): string => (values.length > 0 ? JSON.stringify(values) : '')
  const lead = fields.leadImage
  return {
    language,
    storyType: fields.storyType,
    section: fields.section,
    urgency: fields.urgency === null ? '' : String(fields.urgency),
    byline: list(fields.byline),
    creditLine: fields.creditLine,
    place: fields.place,
    date: fields.date ?? '',
    embargoUntil: fields.embargoUntil ?? '',
    subjects: list(fields.subjects),
    keywords: list(fields.keywords),
    slug: fields.slug,
    canonicalUrl: fields.canonicalUrl,
    seoTitle: fields.seoTitle,
    seoDescription: fields.seoDescription,
    leadImage: lead ? JSON.stringify({ alt: lead.alt, source: lead.source }) : '',
  }
}
