import type { FieldId } from '../model/fields.ts'
import { blockText, countBodyWords } from '../model/measure.ts'
import { topicName } from '../model/media-topics.ts'
import { attributeText, canonicalUrl, type PageContext } from './page-context.ts'

/** IPTC Media Topics (https://iptc.org/standards/media-topics/). */
const mediaTopicScheme = 'http://cv.iptc.org/newscodes/mediatopic/'

/** IPTC Genre (http://cv.iptc.org/newscodes/genre/). */
const genreScheme = 'http://cv.iptc.org/newscodes/genre/'

type Json = string | number | Json[] | { [key: string]: Json | undefined }

/**
 * Where each field goes in the head of a page. `schema`: a property of schema.org's NewsArticle; `meta`: a meta
 * element of that name (`midad:…` is read by our own import alone); a field may also stand in the page itself.
 */
export const fieldTo = {
  status: { schema: 'creativeWorkStatus' },
  language: { schema: 'inLanguage' },
  storyType: { schema: 'genre', meta: 'midad:type' },
  section: { schema: 'articleSection', meta: 'article:section' },
  urgency: { meta: 'midad:urgency' },
  headline: { schema: 'headline', meta: 'og:title' },
  kicker: { meta: 'midad:kicker' },
  subheadline: { schema: 'alternativeHeadline' },
  summary: { schema: 'description' },
  byline: { schema: 'author', meta: 'author' },
  source: { schema: 'publisher', meta: 'og:site_name' },
  creditLine: { schema: 'creditText' },
  place: { schema: 'dateline' },
  date: { schema: 'datePublished', meta: 'article:published_time' },
  embargoUntil: { meta: 'midad:embargo' },
  subjects: { schema: 'about' },
  keywords: { schema: 'keywords', meta: 'article:tag' },
  slug: { meta: 'midad:slug' },
  canonicalUrl: { schema: 'mainEntityOfPage', meta: 'og:url' },
  seoTitle: { meta: 'title' },
  seoDescription: { meta: 'description' },
  leadImage: { schema: 'image' },
  deskNote: 'leave-out',
} as const satisfies Record<FieldId, { schema?: string; meta?: string } | 'leave-out'>

type SchemaProperty = {
  [F in FieldId]: (typeof fieldTo)[F] extends { schema: infer P } ? P : never
}[FieldId]

/** The article as schema.org's NewsArticle, or the kind of it that its type is (newsroom.md §4.4); empty fields are left out. */
export function structuredData(page: PageContext): Json {
  const { article, language } = page
  const { fields } = article
  const text = (value: string) => (value ? attributeText(value, page) : undefined)
  const properties: Record<SchemaProperty, Json | undefined> = {
    headline: text(fields.headline),
    alternativeHeadline: text(fields.subheadline),
    description: text(fields.summary),
    genre: page.type?.genre ? `${genreScheme}${page.type.genre}` : undefined,
    inLanguage: language.tag,
    creativeWorkStatus: article.status,
    datePublished: fields.date ?? undefined,
    dateline: text(fields.place),
    author: some(fields.byline.map((name) => ({ '@type': 'Person', name: attributeText(name, page) }))),
    publisher: fields.source
      ? { '@type': 'Organization', name: attributeText(fields.source, page) }
      : undefined,
    creditText: text(fields.creditLine),
    articleSection: text(fields.section),
    keywords: some(fields.keywords.map((keyword) => attributeText(keyword, page))),
    about: some(
      fields.subjects.map((code) => ({
        '@type': 'DefinedTerm',
        termCode: `medtop:${code}`,
        name: topicName(code, article.language),
        inDefinedTermSet: mediaTopicScheme,
      })),
    ),
    image: leadPictures(page),
    mainEntityOfPage: canonicalUrl(page) || undefined,
  }
  const words = countBodyWords(article.body)
  return {
    '@context': 'https://schema.org',
    '@type': page.type?.schemaType ?? 'NewsArticle',
    ...properties,
    dateModified: article.updatedAt,
    wordCount: words || undefined,
    liveBlogUpdate: page.type?.schemaType === 'LiveBlogPosting' ? liveUpdates(page) : undefined,
  }
}

const some = (values: Json[]): Json[] | undefined => (values.length > 0 ? values : undefined)

/** The lead picture; where it lies beside the page, in each shape that it was cut to. */
function leadPictures(page: PageContext): Json | undefined {
  const picture = leadPicture(page)
  if (!picture || page.leadShapes.length === 0) return picture
  return page.leadShapes.map(({ src, width, height }) => ({ ...picture, url: src, width, height }))
}

function leadPicture(page: PageContext): { [key: string]: Json | undefined } | undefined {
  const picture = page.article.fields.leadImage
  if (!picture) return undefined
  const text = (value: string) => (value ? attributeText(value, page) : undefined)
  return {
    '@type': 'ImageObject',
    caption: text(picture.caption),
    creditText: text(picture.credit),
    description: text(picture.alt),
    provider: picture.source
      ? { '@type': 'Organization', name: attributeText(picture.source, page) }
      : undefined,
    width: picture.width ?? undefined,
    height: picture.height ?? undefined,
  }
}

/** The entries of the story's timelines, in the order of the page. */
function liveUpdates(page: PageContext): Json | undefined {
  const text = (value: string) => (value ? attributeText(value, page) : undefined)
  const entries = page.article.body.content.flatMap((block) =>
    block.type === 'timeline' ? block.content : [],
  )
  return some(
    entries.flatMap(({ content: [when, ...blocks] }) => {
      const words = blocks.map(blockText).filter(Boolean).join('\n')
      return words
        ? [{ '@type': 'BlogPosting', headline: text(blockText(when)), articleBody: text(words) }]
        : []
    }),
  )
}
