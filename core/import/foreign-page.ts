import { parseDate } from '../language/parse-date.ts'
import type { ArticleFields } from '../model/fields.ts'
import { cleanLine } from './clean-inline.ts'
import type { PageReading } from './page-reading.ts'
import { attribute, elementsOf, findElement, textOf, type HtmlElement } from './html-tree.ts'
import { canonicalOf, isoDate, linkedData, metaOf, metasOf } from './page-meta.ts'

const furniture = new Set(
  (
    'script style noscript template head nav form aside iframe object embed button input select textarea svg math ' +
    'canvas video audio dialog footer menu'
  ).split(' '),
)
const furnitureRoles = new Set([
  'navigation',
  'search',
  'banner',
  'contentinfo',
  'complementary',
  'dialog',
  'menu',
])

/** What stands around a story on a page: code, menus, forms, and what readers are not shown. */
export const isFurniture = (element: HtmlElement): boolean =>
  furniture.has(element.tagName) ||
  furnitureRoles.has(attribute(element, 'role') ?? '') ||
  attribute(element, 'hidden') !== undefined ||
  attribute(element, 'aria-hidden') === 'true' ||
  /display\s*:\s*none/i.test(attribute(element, 'style') ?? '')

/** The element that holds the story: the article, else the main part, else whatever holds most paragraph text. */
export function storyContainer(root: HtmlElement): HtmlElement {
  const seen = elementsOf(root, (element) => !isFurniture(element))
  const longest = (tag: string) => {
    const all = seen
      .filter(({ tagName }) => tagName === tag)
      .map((element) => ({ element, length: wordsIn(element) }))
    return all.sort((a, b) => b.length - a.length).find(({ length }) => length > 0)?.element
  }
  const fullest = () => {
    const scores = new Map<HtmlElement, number>()
    for (const element of seen.filter(({ tagName }) => tagName === 'p')) {
      const parent = element.parentNode
      if (parent && 'tagName' in parent)
        scores.set(parent, (scores.get(parent) ?? 0) + textOf(element).length)
    }
    return [...scores].sort(([, a], [, b]) => b - a)[0]?.[0]
  }
  return (
    longest('article') ??
    longest('main') ??
    fullest() ??
    findElement(root, ({ tagName }) => tagName === 'body') ??
    root
  )
}

/** Letters in the paragraphs of an element. */
const wordsIn = (element: HtmlElement): number =>
  elementsOf(element, (each) => !isFurniture(each))
    .filter(({ tagName }) => tagName === 'p')
    .reduce((sum, paragraph) => sum + textOf(paragraph).trim().length, 0)

/** The fields that a page of another house gives away; what was read as a field is left out of the story. */
export function foreignFields(
  root: HtmlElement,
  container: HtmlElement,
  page: PageReading,
): Partial<ArticleFields> {
  const data = linkedData(root)
  const heading = headingOf(root, container)
  const headline = cleanLine(heading ? textOf(heading) : (metaOf(root, 'og:title') ?? titleOf(root)))
  const authors = [data.author]
    .flat()
    .map((author) => nameOf(author))
    .filter(Boolean)
  const named = authors.length > 0 ? authors : metasOf(root, 'author').map((name) => cleanLine(name))
  page.isDropped = (element) => isFurniture(element) || element === heading || repeats(element, headline)
  return {
    headline,
    summary: cleanLine(metaOf(root, 'description', 'og:description') ?? '', 20_000),
    byline: named.filter((name) => name && !/^https?:/i.test(name)),
    source: cleanLine(metaOf(root, 'og:site_name') ?? nameOf(data.publisher)),
    section: cleanLine(metaOf(root, 'article:section') ?? ''),
    keywords: metasOf(root, 'article:tag')
      .map((tag) => cleanLine(tag))
      .slice(0, 200),
    canonicalUrl: canonicalOf(root),
    date: dateOf(root, container, data.datePublished),
  }
}

const headingOf = (root: HtmlElement, container: HtmlElement): HtmlElement | undefined =>
  findElement(container, ({ tagName }) => tagName === 'h1') ??
  findElement(root, ({ tagName }) => tagName === 'h1')

/** The headline standing again over its picture. */
const repeats = (element: HtmlElement, headline: string): boolean =>
  headline !== '' && /^(?:p|h[1-6])$/.test(element.tagName) && cleanLine(textOf(element)) === headline

const titleOf = (root: HtmlElement): string => {
  const title = findElement(root, ({ tagName }) => tagName === 'title')
  return title ? textOf(title) : ''
}

const nameOf = (value: unknown): string => {
  const name = typeof value === 'object' && value !== null ? (value as { name?: unknown }).name : value
  return typeof name === 'string' ? cleanLine(name) : ''
}

function dateOf(root: HtmlElement, container: HtmlElement, published: unknown): string | null {
  const said = isoDate(
    published ?? metaOf(root, 'article:published_time', 'datepublished', 'date', 'pubdate'),
  )
  if (said) return said
  const isTime = ({ tagName }: HtmlElement) => tagName === 'time'
  const time = findElement(container, isTime) ?? findElement(root, isTime)
  if (!time) return null
  return isoDate(attribute(time, 'datetime')) ?? parseDate(cleanLine(textOf(time))) ?? null
}
