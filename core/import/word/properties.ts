import { articleId, type ArticleId } from '../../model/article.ts'
import { articleFields, type ArticleFields } from '../../model/fields.ts'
import { languageCodes, type LanguageCode } from '../../model/language-code.ts'
import { languageOf } from '../../language/registry.ts'
import { beforePlace, commaOf, property } from '../../model/word-names.ts'
import { cleanLine } from '../clean-inline.ts'
import { embargoIn, type EmbargoRead } from '../embargo.ts'
import { isoDate } from '../page-meta.ts'
import { childrenOf, xmlAttribute, xmlText, type XmlElement } from '../xml-tree.ts'
import type { Front } from './place.ts'

/** What the properties of a document of ours carry. */
export interface Carried {
  values: ReadonlyMap<string, string>
  language: LanguageCode | undefined
  id: ArticleId | undefined
}

/** Pieces of a long value; more than this is none of ours. */
const mostPieces = 200

/** Undefined where Midad did not write the file. */
export function carriedBy(custom: XmlElement | undefined): Carried | undefined {
  const all = new Map<string, string>()
  for (const element of custom ? childrenOf(custom, 'property') : []) {
    const name = xmlAttribute(element, 'name')
    if (name !== undefined && (name === property || name.startsWith(`${property}.`)))
      all.set(name, xmlText(element))
  }
  if (!all.has(property)) return undefined
  const values = new Map<string, string>()
  for (const [name, first] of all) {
    const id = /^midad\.([a-zA-Z]{1,40})$/.exec(name)?.[1]
    if (id === undefined) continue
    let value = first
    for (let at = 2; at <= mostPieces && all.has(`${name}.${at}`); at += 1)
      value += all.get(`${name}.${at}`) ?? ''
    values.set(id, value)
  }
  const id = articleId.safeParse(values.get('id')).data
  const language = languageCodes.find((code) => code === values.get('language'))
  return { values, language, id }
}

/** What its properties carry of an embargo. */
export const carriedEmbargo = ({ values }: Pick<Carried, 'values'>): EmbargoRead =>
  embargoIn(values.get('embargoUntil'), isoDate)

/** The fields of a file of ours: what can be seen where somebody may have mended it, else what its properties carry. */
export function ownFields(
  { values }: Carried,
  { shown, lead }: Front,
  language: LanguageCode,
): Partial<ArticleFields> {
  const line = (id: string): string => cleanLine(values.get(id) ?? '')
  const urgency = Number(values.get('urgency') ?? Number.NaN)
  const carriedLead = record(values.get('leadImage'))
  const { byline, place } = namesOf(shown.get('byline') ?? '', values, language)
  const fields = {
    headline: cleanLine(shown.get('headline') ?? ''),
    kicker: cleanLine(shown.get('kicker') ?? ''),
    subheadline: shown.get('subheadline') ?? '',
    summary: shown.get('summary') ?? '',
    source: cleanLine(shown.get('source') ?? ''),
    storyType: line('storyType').slice(0, 40),
    section: line('section'),
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : null,
    byline,
    place,
    creditLine: line('creditLine'),
    date: values.get('date') ?? null,
    embargoUntil: carriedEmbargo({ values }).until,
    subjects: list(values.get('subjects')),
    keywords: list(values.get('keywords')),
    slug: line('slug').slice(0, 200),
    canonicalUrl: line('canonicalUrl'),
    seoTitle: line('seoTitle'),
    seoDescription: values.get('seoDescription') ?? '',
    leadImage: leadImage(lead, carriedLead),
  }
  return whatFits(fields)
}

/** What somebody wrote into the properties by hand and no field takes is left out. */
function whatFits(fields: Partial<ArticleFields>): Partial<ArticleFields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([id, value]) => articleFields.safeParse({ [id]: value }).success),
  ) as Partial<ArticleFields>
}

function leadImage(
  lead: Front['lead'],
  carried: Record<string, unknown> | undefined,
): ArticleFields['leadImage'] {
  const text = (key: string): string => {
    const value = carried && Object.hasOwn(carried, key) ? carried[key] : ''
    return typeof value === 'string' ? cleanLine(value) : ''
  }
  if (lead) return { ...lead, alt: lead.alt || text('alt'), source: text('source').slice(0, 500) }
  if (!carried) return null
  const words = { alt: text('alt'), caption: '', credit: '', source: text('source').slice(0, 500) }
  return { media: null, ...words, width: null, height: null }
}

/** The names as they are carried, unless the line on the page says others. */
function namesOf(shown: string, values: ReadonlyMap<string, string>, language: LanguageCode) {
  const byline = list(values.get('byline'))
  const place = cleanLine(values.get('place') ?? '')
  const comma = commaOf(languageOf(language).script)
  const written =
    byline.filter(Boolean).join(comma) + (byline.some(Boolean) && place ? beforePlace : '') + place
  if (cleanLine(written) === cleanLine(shown)) return { byline, place }
  const [names = '', ...places] = cleanLine(shown).split(beforePlace)
  const said = names.split(/[,،;؛]/).map((name) => cleanLine(name))
  return { byline: said.filter(Boolean), place: cleanLine(places.join(beforePlace)) }
}

function list(json: string | undefined): string[] {
  const value = parsed(json)
  return Array.isArray(value)
    ? value.filter((each) => typeof each === 'string').map((each) => cleanLine(each))
    : []
}

function record(json: string | undefined): Record<string, unknown> | undefined {
  const value = parsed(json)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}

function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}
