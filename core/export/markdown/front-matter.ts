import { stringify } from 'yaml'
import type { Article } from '../../model/article.ts'
import type { FieldMap } from '../../model/carried.ts'
import type { FieldId } from '../../model/fields.ts'
import { languageOf } from '../../language/registry.ts'
import type { PathOf } from './story.ts'

/** The keys of the front matter: as the site generators and pandoc name them where they do. */
export const frontKeys = {
  headline: 'title',
  kicker: 'kicker',
  subheadline: 'subtitle',
  summary: 'summary',
  byline: 'author',
  source: 'source',
  creditLine: 'credit',
  place: 'place',
  date: 'date',
  embargoUntil: 'embargo',
  language: 'lang',
  status: 'status',
  storyType: 'type',
  section: 'section',
  urgency: 'urgency',
  subjects: 'subjects',
  keywords: 'keywords',
  slug: 'slug',
  canonicalUrl: 'canonical_url',
  seoTitle: 'seo_title',
  seoDescription: 'description',
  leadImage: 'image',
  deskNote: 'leave-out',
} as const satisfies FieldMap

/** All fields that are filled, as YAML between its lines; the file is told to be Midad's, so that it is read again as it was written. */
export function frontMatter(article: Article, pathOf: PathOf): string {
  const values = Object.entries(frontKeys).flatMap(([id, key]): [string, unknown][] => {
    if (key === 'leave-out') return []
    const value = valueOf(article, id as FieldId, pathOf)
    return isEmpty(value) ? [] : [[key, value]]
  })
  const yaml = stringify(Object.fromEntries([...values, ['generator', 'Midad']]), { lineWidth: 0 })
  return `---\n${yaml}---\n`
}

function valueOf({ language, status, fields }: Article, id: FieldId, pathOf: PathOf): unknown {
  if (id === 'language') return languageOf(language).tag
  if (id === 'status') return status
  if (id === 'subjects') return fields.subjects.map((code) => `medtop:${code}`)
  return id === 'leadImage' ? pictureOf(fields.leadImage, pathOf) : fields[id]
}

function pictureOf(lead: Article['fields']['leadImage'], pathOf: PathOf): unknown {
  if (!lead) return null
  const { media, alt, caption, credit, source, width, height, crop, aspect, focal } = lead
  const said = {
    path: media === null ? null : pathOf(media),
    alt,
    caption,
    credit,
    source,
    width,
    height,
    crop: crop && [crop.x, crop.y, crop.width, crop.height],
    aspect,
    focal: focal && [focal.x, focal.y],
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => !isEmpty(value)))
}

const isEmpty = (value: unknown): boolean =>
  value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)
