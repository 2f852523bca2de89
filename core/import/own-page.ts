import type { ArticleFields, LeadImage } from '../model/fields.ts'
import { cleanLine } from './clean-inline.ts'
import { embargoIn, type EmbargoRead } from './embargo.ts'
import { pictureOf } from './html-picture.ts'
import type { PageReading } from './page-reading.ts'
import { findElement, hasClass, textOf, type HtmlElement } from './html-tree.ts'
import { canonicalOf, isoDate, isRecord, linkedData, metaOf } from './page-meta.ts'

/** The story of a page that Midad wrote; undefined in any other. */
export function ownStory(root: HtmlElement): HtmlElement | undefined {
  if (metaOf(root, 'generator') !== 'Midad') return undefined
  return findElement(root, (element) => element.tagName === 'div' && hasClass(element, 'story'))
}

/** What our own page says of an embargo. */
export const ownEmbargo = (root: HtmlElement): EmbargoRead =>
  embargoIn(metaOf(root, 'midad:embargo'), isoDate)

/** The fields of our own page: what can be seen where someone may have mended it, else what the head carries. */
export function ownFields(root: HtmlElement, page: PageReading): Partial<ArticleFields> {
  const data = linkedData(root)
  const text = (key: string) => cleanText(data[key])
  const headline = shown(root, ({ tagName }) => tagName === 'h1') ?? text('headline')
  const summary = text('description')
  const title = cleanLine(textOf(findElement(root, ({ tagName }) => tagName === 'title') ?? root))
  const description = paragraphs(metaOf(root, 'description') ?? '')
  const urgency = Number(metaOf(root, 'midad:urgency'))
  return {
    headline,
    storyType: cleanLine(metaOf(root, 'midad:type') ?? '', 40),
    kicker: cleanLine(metaOf(root, 'midad:kicker') ?? ''),
    subheadline: text('alternativeHeadline'),
    summary,
    section: text('articleSection'),
    byline: namesOf(data.author),
    source: nameOf(data.publisher),
    creditLine: text('creditText'),
    place: text('dateline'),
    date: isoDate(data.datePublished),
    embargoUntil: ownEmbargo(root).until,
    keywords: listOf(data.keywords).map(cleanText).filter(Boolean),
    subjects: listOf(data.about).flatMap(topicCode),
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : null,
    slug: cleanLine(metaOf(root, 'midad:slug') ?? '', 200),
    canonicalUrl: canonicalOf(root),
    seoTitle: title === headline ? '' : title,
    seoDescription: description === summary ? '' : description,
    leadImage: leadOf(root, data.image, page),
  }
}

const shown = (root: HtmlElement, fits: (element: HtmlElement) => boolean): string | undefined => {
  const element = findElement(root, fits)
  return element && cleanLine(textOf(element))
}

/** A picture's words, and the picture where the page has it. */
function leadOf(root: HtmlElement, images: unknown, page: PageReading): LeadImage | null {
  // One in several shapes, where the pictures lay beside the page.
  const image: unknown = Array.isArray(images) ? images[0] : images
  if (!isRecord(image)) return null
  const figure = findElement(root, (element) => hasClass(element, 'lead-picture'))
  const img = figure && findElement(figure, ({ tagName }) => tagName === 'img')
  const seen = img && pictureOf(img, undefined, page)
  return {
    media: seen?.media ?? null,
    alt: cleanText(image.description),
    caption: cleanText(image.caption),
    credit: cleanText(image.creditText),
    source: nameOf(image.provider),
    width: pixels(image.width),
    height: pixels(image.height),
    ...(seen?.crop && { crop: seen.crop }),
    ...(seen?.aspect && { aspect: seen.aspect }),
    ...(seen?.focal && { focal: seen.focal }),
  }
}

const pixels = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null
const cleanText = (value: unknown): string => (typeof value === 'string' ? paragraphs(value) : '')
/** Cleaned, its line ends kept: a summary or a caption may have several lines. */
const paragraphs = (value: string): string =>
  value
    .split('\n')
    .map((line) => cleanLine(line, 20_000))
    .join('\n')
    .trim()
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
const nameOf = (value: unknown): string => (isRecord(value) ? cleanText(value.name) : cleanText(value))
const namesOf = (value: unknown): string[] => listOf(value).map(nameOf).filter(Boolean)
const topicCode = (value: unknown): string[] => {
  const code = isRecord(value) ? /^medtop:(\d{8})$/.exec(cleanText(value.termCode))?.[1] : undefined
  return code ? [code] : []
}
