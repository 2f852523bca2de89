import type { ReactNode } from 'react'
import { languageOf } from '../../core/language/registry.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import { Isolated } from './isolated.tsx'
import { useWords } from './words.tsx'

/** What stands in the place of a headline: the article's, as its page reads, or our word for none. `headlineLanguage` says in what. */
export function Headline({ of: { headline, language } }: HeadlineProps): ReactNode {
  const { t } = useWords()
  if (!headline) return t('article.untitled')
  return <Isolated text={headline} base={languageOf(language).direction} />
}

interface HeadlineProps {
  of: { headline: string; language: LanguageCode }
}
