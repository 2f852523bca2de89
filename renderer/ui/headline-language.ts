import { languageOf } from '../../core/language/registry.ts'
import type { Direction, LanguageCode } from '../../core/model/language-code.ts'

/**
 * `lang` and `dir` of what stands in the place of a headline: the article's where it has one; none where it has none,
 * because our word for that is of the interface's language.
 */
export function headlineLanguage({ headline, language }: { headline: string; language: LanguageCode }): {
  lang?: string
  dir?: Direction
} {
  if (!headline) return {}
  const { tag, direction } = languageOf(language)
  return { lang: tag, dir: direction }
}
