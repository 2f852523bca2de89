import { cleanHref } from '../model/clean-body.ts'
import { storedDate } from '../model/fields.ts'
import { attribute, elementsOf, findElement, textOf, type HtmlElement } from './html-tree.ts'

/** A JSON-LD object: read key by key, never trusted to have any. */
export type LinkedData = Readonly<Record<string, unknown>>
export const isRecord = (value: unknown): value is LinkedData =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The content of the first meta element of this name or property that has any. */
export function metaOf(root: HtmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    const [first] = metasOf(root, name)
    if (first) return first
  }
  return undefined
}

/** The content of every meta element of this name or property. */
export const metasOf = (root: HtmlElement, name: string): string[] =>
  elementsOf(root)
    .filter(({ tagName }) => tagName === 'meta')
    .filter((meta) => (attribute(meta, 'name') ?? attribute(meta, 'property'))?.toLowerCase() === name)
    .map((meta) => attribute(meta, 'content')?.trim() ?? '')
    .filter(Boolean)

/** The page's own address where it is one that a link may have. */
export function canonicalOf(root: HtmlElement): string {
  const link = findElement(root, (each) => each.tagName === 'link' && attribute(each, 'rel') === 'canonical')
  const href = cleanHref((link && attribute(link, 'href')) ?? '')
  return href !== undefined && /^https?:/i.test(href) ? href : ''
}

/** The first news article among the page's JSON-LD (schema.org Article and its kinds); empty where there is none. */
export function linkedData(root: HtmlElement): LinkedData {
  const scripts = elementsOf(root).filter(
    (element) =>
      element.tagName === 'script' && attribute(element, 'type')?.toLowerCase() === 'application/ld+json',
  )
  return scripts.flatMap((script) => articlesIn(parsed(textOf(script))))[0] ?? {}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Many pages carry broken JSON-LD; they are read by what can be seen.
    return undefined
  }
}

function articlesIn(value: unknown): LinkedData[] {
  if (Array.isArray(value))
    return value.flatMap((each: unknown) => (Array.isArray(each) ? [] : articlesIn(each)))
  if (!isRecord(value)) return []
  const types = [value['@type']].flat()
  if (types.some((type) => typeof type === 'string' && /Article$|^BlogPosting$/.test(type))) return [value]
  return Array.isArray(value['@graph']) ? articlesIn(value['@graph']) : []
}

/** A date that an article may have, from what a page says: with its zone, or else the day alone. */
export function isoDate(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value
    .trim()
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
    .replace(' ', 'T')
  if (storedDate.safeParse(text).success) return text
  const day = text.slice(0, 10)
  return storedDate.safeParse(day).success ? day : null
}
