import { houseQuotes } from '../../../core/language/quotes.ts'
import { languageOf } from '../../../core/language/registry.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { Settings } from '../../../core/model/settings.ts'
import { useWords } from '../../ui/words.tsx'
import { sampleLines } from './sample-lines.ts'

interface SampleLineProps {
  language: LanguageCode
  quotes: Settings['quotes']
}

/** A line of a story as it will stand on the page: face, size and quotation marks, as they are chosen. */
export function SampleLine({ language, quotes }: SampleLineProps) {
  const { t } = useWords()
  const { tag, direction, script } = languageOf(language)
  return (
    <figure className="specimen" aria-label={t('settings.sample')}>
      <p lang={tag} dir={direction} data-script={script === 'latin' ? 'latin' : undefined}>
        {sampleLine(language, quotes)}
      </p>
    </figure>
  )
}

/** The line of this language, in the house's quotation marks. */
export function sampleLine(language: LanguageCode, quotes: Settings['quotes']): string {
  const { open, close } = houseQuotes(quotes, language)
  return sampleLines[language].replace('{', open).replace('}', close)
}
