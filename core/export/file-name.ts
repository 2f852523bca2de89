import { safeFileName, suggestSlug } from '../language/slug.ts'
import type { Article } from '../model/article.ts'
import type { ExportFormat } from './format.ts'

type Named = Pick<Article, 'id' | 'language' | 'createdAt' | 'fields'>

// The day of the story's own zone. A story without a date has the day that it was begun, which stays the same.
const parts: Readonly<Record<string, (article: Named) => string>> = {
  slug: ({ id, language, fields }) => fields.slug || suggestSlug(fields.headline, language) || id,
  headline: ({ id, fields }) => fields.headline || id,
  date: ({ fields, createdAt }) => (fields.date ?? createdAt).slice(0, 10),
  language: ({ language }) => language,
  section: ({ fields }) => fields.section,
  source: ({ fields }) => fields.source,
  id: ({ id }) => id,
}

/** Stands for a part that the article does not have: no character (Unicode 23.7). */
const nothing = '\ufffe'

/** Whether all that stands in braces is a part that a name can have, and one of them tells articles apart. */
export const isNamePattern = (pattern: string): boolean => {
  const named = Array.from(pattern.matchAll(/\{([^{}]*)\}/g), ([, part = '']) => part)
  return (
    named.every((part) => Object.hasOwn(parts, part)) &&
    named.some((part) => part === 'slug' || part === 'headline' || part === 'id')
  )
}

/**
 * The name of an exported file without its ending, of the article's own words, fit for any disk (`safeFileName`). The date stands
 * best at the beginning: behind Arabic letters its parts are shown in the other order (UAX #9, W2).
 */
export function exportName(article: Named, pattern: string): string {
  const filled = pattern.replaceAll(/\{([^{}]*)\}/g, (whole, part: string) =>
    Object.hasOwn(parts, part) ? parts[part]?.(article) || nothing : whole,
  )
  // What joined an empty part to the others goes with it.
  const joined = filled.replaceAll(/[-_ ]*\ufffe/g, '').replace(/^[-_ ]+/, '')
  return safeFileName(joined, article.id)
}

/**
 * What stands behind the point of such a file: the format's own extension, with its id before it where other formats have the same one:
 * `story.json` and `story.ninjs.json`, `story.nitf.xml`.
 */
export function endingOf(
  { id, extension }: Pick<ExportFormat, 'id' | 'extension'>,
  formats: readonly Pick<ExportFormat, 'id' | 'extension'>[],
): string {
  const isShared = formats.some((other) => other.id !== id && other.extension === extension)
  return isShared && id !== extension ? `${id}.${extension}` : extension
}
