import { element, escaped, opening, scriptJson } from './markup.ts'
import { attributeText, canonicalUrl, type PageContext } from './page-context.ts'
import { pageTitle } from './page-parts.ts'
import { structuredData } from './structured-data.ts'

/** Nothing is loaded, nothing runs: pictures and fonts are inside the file (reliability.md §5), or pictures beside it. */
const policyFor = (isBeside: boolean): string =>
  `default-src 'none'; img-src data:${isBeside ? " 'self'" : ''}; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'`

/** What stands in `<head>` besides its style, one element a line. */
export function pageHead(page: PageContext): string {
  const { article } = page
  const address = canonicalUrl(page)
  const isBeside = [...page.pictures.values()].some(({ src }) => !src.startsWith('data:'))
  const killed = article.status === 'killed'
  return [
    opening('meta', { charset: 'utf-8' }),
    opening('meta', { 'http-equiv': 'Content-Security-Policy', content: policyFor(isBeside) }),
    opening('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, escaped(pageTitle(page))),
    ...named(page),
    killed ? opening('meta', { name: 'robots', content: 'noindex' }) : '',
    address && opening('link', { rel: 'canonical', href: address }),
    ...openGraph(page, address),
    element('script', { type: 'application/ld+json' }, scriptJson(structuredData(page))),
  ]
    .filter(Boolean)
    .join('\n')
}

const metaNamed = (name: string, content: string): string =>
  content ? opening('meta', { name, content }) : ''
const property = (name: string, content: string): string =>
  content ? opening('meta', { property: name, content }) : ''

function named(page: PageContext): string[] {
  const { fields } = page.article
  const text = (value: string) => attributeText(value, page)
  return [
    metaNamed('description', text(fields.seoDescription || fields.summary)),
    ...fields.byline.map((name) => metaNamed('author', text(name))),
    metaNamed('generator', 'Midad'),
    metaNamed('midad:type', fields.storyType),
    metaNamed('midad:kicker', text(fields.kicker)),
    metaNamed('midad:slug', fields.slug),
    metaNamed('midad:urgency', fields.urgency === null ? '' : String(fields.urgency)),
    metaNamed('midad:embargo', fields.embargoUntil ?? ''),
  ]
}

// No og:image: it must be an address that others can load, and the picture is inside this file.
function openGraph(page: PageContext, address: string): string[] {
  const { article, language } = page
  const { fields } = article
  const text = (value: string) => attributeText(value, page)
  return [
    property('og:type', 'article'),
    property('og:title', text(fields.headline)),
    property('og:description', text(fields.summary || fields.seoDescription)),
    property('og:url', address),
    property('og:site_name', text(fields.source)),
    property('og:locale', language.openGraphLocale),
    property('article:published_time', fields.date ?? ''),
    property('article:modified_time', article.updatedAt),
    property('article:section', text(fields.section)),
    ...fields.keywords.map((keyword) => property('article:tag', text(keyword))),
    metaNamed('twitter:card', fields.leadImage?.media ? 'summary_large_image' : 'summary'),
  ]
}
