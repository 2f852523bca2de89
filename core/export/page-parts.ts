import { formatDate } from '../language/dates.ts'
import { languageOf } from '../language/registry.ts'
import { phraseIn, type PagePart } from '../model/theme.ts'
import { lineHtml } from './inline-html.ts'
import { element, escaped, opening } from './markup.ts'
import { attributeText, type PageContext } from './page-context.ts'
import { pictureHtml } from './picture-html.ts'
import { storyHtml } from './story-html.ts'

/** Draws each part of a page; '' where the article has nothing for it. */
const parts: Record<PagePart, (page: PageContext) => string> = {
  dateLine,
  logo,
  kicker: ({ article, direction }) => line('kicker', article.fields.kicker, direction),
  headline: ({ article, direction }) =>
    article.fields.headline && element('h1', {}, lineHtml(article.fields.headline, direction)),
  subheadline: ({ article, direction }) => line('subheadline', article.fields.subheadline, direction),
  byline,
  lead,
  summary: ({ article, direction }) => line('summary', article.fields.summary, direction),
  story: (page) => element('div', { class: 'story' }, `\n${storyHtml(page.article.body.content, page)}\n`),
  source: ({ article }) => named('source', article.fields.source),
  top,
}

/** These parts in the theme's order, one after the other. */
export const partsHtml = (page: PageContext, isWanted: (part: PagePart) => boolean = () => true): string =>
  drawn([...new Set(page.theme.order)].filter(isWanted), page)

const drawn = (some: readonly PagePart[], page: PageContext): string =>
  some
    .map((part) => parts[part](page))
    .filter(Boolean)
    .join('\n')

/** The body of the page: the theme's parts in the theme's order, grouped into header, main and footer. */
export function pageBody(page: PageContext): string {
  const order = [...new Set(page.theme.order)]
  const headEnd = order.findIndex((part) => part !== 'dateLine' && part !== 'logo')
  const split = headEnd === -1 ? order.length : headEnd
  const footStart = order.at(-1) === 'top' ? order.length - 1 : order.length
  const draw = (some: readonly PagePart[]) => drawn(some, page)
  const head = draw(order.slice(0, split))
  const foot = draw(order.slice(Math.max(split, footStart)))
  const article = element('article', {}, `\n${draw(order.slice(split, Math.max(split, footStart)))}\n`)
  return [
    head && element('header', { class: 'masthead' }, `\n${head}\n`),
    element('main', {}, article),
    foot && element('footer', {}, foot),
  ]
    .filter(Boolean)
    .join('\n')
}

const line = (name: string, text: string, direction: PageContext['direction']): string =>
  text && element('p', { class: name }, lineHtml(text, direction))

/** A name whose direction is its own (fields.ts: direction 'auto'). */
const named = (name: string, text: string): string =>
  text && element('p', { class: name }, element('bdi', {}, escaped(text)))

/** The words of the date line, without what the house writes before them; '' without a date. */
export function dateWords({ article, theme }: PageContext): string {
  const { date } = article.fields
  if (!date) return ''
  const { language, style, digits, arabicMonths } = theme.dateLine
  return formatDate(date, {
    language: language === 'article' ? article.language : language,
    style,
    digits,
    arabicMonths,
  })
}

function dateLine(page: PageContext): string {
  const { article, theme, language } = page
  const words = dateWords(page)
  if (!words) return ''
  const spoken = theme.dateLine.language === 'article' ? language : languageOf(theme.dateLine.language)
  const isForeign = spoken.code !== language.code
  const time = element(
    'time',
    {
      datetime: article.fields.date,
      lang: isForeign ? spoken.tag : undefined,
      dir: spoken.direction === page.direction ? undefined : spoken.direction,
    },
    escaped(words),
  )
  return element('p', { class: 'date-line' }, escaped(theme.dateLine.prefix) + time)
}

function logo({ article, theme }: PageContext): string {
  const { image, alt, text } = theme.logo
  if (image !== undefined) return element('p', { class: 'logo' }, opening('img', { src: image, alt }))
  return text === undefined ? named('logo', article.fields.source) : named('logo', text)
}

function byline({ article, language }: PageContext): string {
  const comma = language.script === 'arabic' ? '، ' : ', '
  const names = article.fields.byline.map((name) => element('bdi', {}, escaped(name))).join(comma)
  const { place } = article.fields
  const shown = [
    names && element('span', { class: 'names' }, names),
    place && element('span', { class: 'place' }, element('bdi', {}, escaped(place))),
  ].filter(Boolean)
  return shown.length > 0 ? element('p', { class: 'byline' }, shown.join(' · ')) : ''
}

function lead(page: PageContext): string {
  const { headline, leadImage } = page.article.fields
  const again =
    page.theme.headlineWithLead === 'repeated' && headline
      ? element('p', { class: 'headline-again' }, lineHtml(headline, page.direction))
      : ''
  const isEmpty = !leadImage || (!leadImage.media && !leadImage.caption && !leadImage.credit)
  const figure = isEmpty
    ? ''
    : pictureHtml({ ...leadImage, media: leadImage.media ?? '' }, page, { className: 'lead-picture' })
  return again || figure ? element('div', { class: 'lead' }, again + figure) : ''
}

function top({ article, theme, direction }: PageContext): string {
  const words = phraseIn(theme.labels.top, article.language)
  if (!words.text) return ''
  const language = words.language && languageOf(words.language)
  const isForeign = language !== undefined && language.code !== article.language
  const link = element(
    'a',
    {
      href: '#top',
      lang: isForeign ? language.tag : undefined,
      dir: isForeign && language.direction !== direction ? language.direction : undefined,
    },
    escaped(words.text),
  )
  return element('p', { class: 'top' }, link)
}

/** The title of the window, tab or bookmark. */
export const pageTitle = (page: PageContext): string =>
  attributeText(page.article.fields.seoTitle || page.article.fields.headline, page)
