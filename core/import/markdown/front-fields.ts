import { parse } from 'yaml'
import { storedDate, type ArticleFields, type LeadImage } from '../../model/fields.ts'
import { cleanHref } from '../../model/clean-body.ts'
import { framingShape } from '../../model/crop.ts'
import { z } from 'zod'
import { cleanLine } from '../clean-inline.ts'
import { embargoIn, type EmbargoRead } from '../embargo.ts'
import { isoDate } from '../page-meta.ts'
import type { PictureShelf } from '../picture-shelf.ts'

/** The values of a YAML document by their keys, whose objects are maps too; every plain value is text. */
type Yaml = ReadonlyMap<unknown, unknown>

/** In UTF-16 units. More is no front matter. */
const mostLetters = 100_000
const mostNested = 40

/** The front matter of a text and the text behind it. One that is no YAML stays part of the text. */
export function takeFrontMatter(text: string): { yaml: Yaml; rest: string } {
  const none = { yaml: new Map<unknown, unknown>(), rest: text }
  const start = /^---[ \t]*\r?\n/.exec(text)
  if (!start) return none
  const end = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm
  end.lastIndex = start[0].length
  const closing = end.exec(text)
  if (!closing || closing.index > mostLetters) return none
  const front = text.slice(start[0].length, closing.index)
  if (isNestedDeeply(front)) return none
  try {
    const yaml: unknown = parse(front, {
      schema: 'failsafe',
      mapAsMap: true,
      maxAliasCount: 0,
      logLevel: 'silent',
    })
    return yaml instanceof Map ? { yaml, rest: text.slice(end.lastIndex) } : none
  } catch {
    return none
  }
}

/** Counted before anything follows it inwards: brackets open on a line, and signs of lists in front of one. */
function isNestedDeeply(front: string): boolean {
  let open = 0
  for (const letter of front.replaceAll(/[^[\]{}]/g, '')) {
    open = Math.max(0, open + (letter === '[' || letter === '{' ? 1 : -1))
    if (open > mostNested) return true
  }
  return (
    new RegExp(`(?:[-?:][ \\t]+){${mostNested}}`).test(front) ||
    new RegExp(`^[ \\t]{${mostNested * 4}}`, 'm').test(front)
  )
}

/** Whether Midad wrote it: what stands in it means what our export means by it. */
export const isOwn = (yaml: Yaml): boolean => yaml.get('generator') === 'Midad'
export const languageTag = (yaml: Yaml): string => textOf(firstOf(yaml, ['lang', 'language']))
/** The address of the lead picture. */
export function leadPath(yaml: Yaml): string {
  const image = yaml.get('image')
  return textOf(image instanceof Map ? image.get('path') : image)
}

const saysNone = /^(?:no|none|false|null|~)$/i
/** What the front matter says of an embargo. */
export function frontEmbargo(yaml: Yaml): EmbargoRead {
  const said = cleanLine(textOf(yaml.get('embargo')))
  return embargoIn(saysNone.test(said) ? '' : said, dateOf)
}

/** What the front matter says of the article, ours or that of a site generator (Jekyll, Hugo, pandoc). */
export function frontFields(yaml: Yaml, pictures: PictureShelf): Partial<ArticleFields> {
  const isOurs = isOwn(yaml)
  const line = (...keys: string[]): string => cleanLine(textOf(firstOf(yaml, keys)))
  const lines = (...keys: string[]): string => linesOf(textOf(firstOf(yaml, keys)))
  const list = (...keys: string[]): string[] =>
    listOf(firstOf(yaml, keys)).map(nameOf).filter(Boolean).slice(0, 200)
  const description = lines('description')
  const summary = lines('summary', 'abstract', 'excerpt')
  const urgency = Number(line('urgency'))
  const canonical = cleanHref(line('canonical_url', 'canonical', 'original_url')) ?? ''
  return {
    headline: line('title'),
    kicker: line('kicker'),
    subheadline: lines('subtitle'),
    summary: summary || (isOurs ? '' : description),
    byline: list('author', 'authors', 'byline'),
    source: line('source'),
    creditLine: line('credit'),
    place: line('place', 'dateline', 'location'),
    date: dateOf(line('date')),
    embargoUntil: frontEmbargo(yaml).until,
    storyType: isOurs ? line('type').slice(0, 40) : '',
    section: line('section') || (list('categories', 'category')[0] ?? ''),
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : null,
    subjects: list('subjects')
      .flatMap((code) => /^medtop:(\d{8})$/.exec(code)?.[1] ?? [])
      .slice(0, 17),
    keywords: list('keywords', 'tags'),
    slug: line('slug').slice(0, 200),
    canonicalUrl: /^https?:/i.test(canonical) ? canonical : '',
    seoTitle: line('seo_title'),
    seoDescription: isOurs || summary ? description : '',
    leadImage: leadOf(yaml, pictures),
  }
}

function firstOf(yaml: Yaml, keys: readonly string[]): unknown {
  const key = keys.find((each) => yaml.get(each) !== undefined)
  return key === undefined ? undefined : yaml.get(key)
}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const linesOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => cleanLine(line, 20_000))
    .join('\n')
    .trim()
    .slice(0, 20_000)
const nameOf = (value: unknown): string => cleanLine(textOf(value instanceof Map ? value.get('name') : value))
/** A list, or a text that stands for a list of one. */
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]
const dateOf = (text: string): string | null =>
  storedDate.safeParse(text).success ? text : isoDate(text.replace(/ (?=[+-]\d)/, ''))

function leadOf(yaml: Yaml, pictures: PictureShelf): LeadImage | null {
  const said = yaml.get('image')
  if (said === undefined || said === '') return null
  const value: Yaml = said instanceof Map ? said : new Map()
  const text = (key: string, most: number) => linesOf(textOf(value.get(key))).slice(0, most)
  const numbers = (key: string): number[] => listOf(value.get(key)).map((each) => Number(textOf(each)))
  const pixels = (key: string) => {
    const [count = 0] = numbers(key)
    return Number.isInteger(count) && count > 0 ? count : null
  }
  const [x, y, width, height] = numbers('crop')
  const [across, down] = numbers('focal')
  const framing = z.object(framingShape).safeParse({
    ...(height !== undefined && { crop: { x, y, width, height } }),
    ...(value.has('aspect') && { aspect: value.get('aspect') }),
    ...(down !== undefined && { focal: { x: across, y: down } }),
  })
  return {
    media: pictures.put(leadPath(yaml)) ?? null,
    alt: text('alt', 2000),
    caption: text('caption', 5000),
    credit: text('credit', 500),
    source: text('source', 500),
    width: pixels('width'),
    height: pixels('height'),
    ...framing.data,
  }
}
