import { useState } from 'react'
import { toDigits } from '../../../core/language/digits.ts'
import { formatDate } from '../../../core/language/dates.ts'
import { languages } from '../../../core/language/registry.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { phraseIn, type DigitStyle, type HouseTheme, type Phrase } from '../../../core/model/theme.ts'
import { useWords } from '../../ui/words.tsx'
import { OneOf, Part, Words } from './rows.tsx'
import type { ThemePartProps } from './theme-part.ts'

const styles = ['classic', 'full', 'long', 'short'] as const
const digitStyles: readonly DigitStyle[] = ['latn', 'arab', 'arabext']
const months = ['levantine', 'egyptian', 'both'] as const
/** A day whose month and number tell the wordings apart. */
const exampleDay = '2024-05-08'

/** How the date is worded, and what stands before it. */
export function DateLine({ theme, isReadOnly, onChange }: ThemePartProps) {
  const { t, language: spoken } = useWords()
  const { dateLine } = theme
  const change = (part: Partial<HouseTheme['dateLine']>, what: string) =>
    onChange({ ...theme, dateLine: { ...dateLine, ...part } }, what)
  const exampleLanguage = dateLine.language === 'article' ? spoken : dateLine.language
  const digits = (value: DigitStyle | undefined, set: (digits: DigitStyle | undefined) => void) => ({
    value: value ?? ('language' as const),
    choices: [
      { value: 'language' as const, name: t('digits.language') },
      ...digitStyles.map((each) => ({ value: each, name: toDigits('1 2 3', each) })),
    ],
    isReadOnly,
    onChange: (each: DigitStyle | 'language') => set(each === 'language' ? undefined : each),
  })
  return (
    <Part title={t('themes.dateLine')}>
      <Words
        label={t('themes.prefix')}
        value={dateLine.prefix}
        most={40}
        isReadOnly={isReadOnly}
        onChange={(prefix) => change({ prefix }, 'prefix')}
      />
      <OneOf
        label={t('themes.dateLanguage')}
        value={dateLine.language}
        isReadOnly={isReadOnly}
        choices={[
          { value: 'article' as const, name: t('themes.ofArticle') },
          ...languages.map(({ code, ownName }) => ({ value: code, name: ownName })),
        ]}
        onChange={(language) => change({ language }, 'date-language')}
      />
      <OneOf
        label={t('themes.dateStyle')}
        value={dateLine.style}
        isReadOnly={isReadOnly}
        choices={styles.map((value) => ({
          value,
          name: formatDate(exampleDay, { ...dateLine, language: exampleLanguage, style: value }),
        }))}
        onChange={(style) => change({ style }, 'date-style')}
      />
      <OneOf
        label={t('themes.dateDigits')}
        {...digits(dateLine.digits, (value) => change({ digits: value }, 'date-digits'))}
      />
      <OneOf
        label={t('settings.arabicMonths')}
        value={dateLine.arabicMonths ?? 'settings'}
        isReadOnly={isReadOnly}
        choices={[
          { value: 'settings' as const, name: t('themes.asInSettings') },
          ...months.map((value) => ({ value, name: t(`months.${value}`) })),
        ]}
        onChange={(value) => change({ arabicMonths: value === 'settings' ? undefined : value }, 'months')}
      />
      <OneOf
        label={t('themes.listDigits')}
        {...digits(theme.digits, (value) => onChange({ ...theme, digits: value }, 'digits'))}
      />
    </Part>
  )
}

/** The words of the house on a page, in each language. */
export function Labels({ theme, isReadOnly, onChange }: ThemePartProps) {
  const { t, language: spoken } = useWords()
  const [language, choose] = useState<LanguageCode>(spoken)
  const label = (name: 'top' | 'photo') => (
    <Words
      label={t(`themes.label.${name}`)}
      language={language}
      value={wordsIn(theme.labels[name], language)}
      isReadOnly={isReadOnly}
      onChange={(words) =>
        onChange(
          { ...theme, labels: { ...theme.labels, [name]: withWords(theme.labels[name], language, words) } },
          `label-${name}-${language}`,
        )
      }
    />
  )
  return (
    <Part title={t('themes.labels')}>
      <OneOf
        label={t('themes.labelsIn')}
        value={language}
        isReadOnly={false}
        choices={languages.map(({ code, ownName }) => ({ value: code, name: ownName }))}
        onChange={choose}
      />
      {label('top')}
      {label('photo')}
    </Part>
  )
}

/** What stands on a page in that language, the English words where there are none. */
const wordsIn = (phrase: Phrase, language: LanguageCode): string => phraseIn(phrase, language).text

const withWords = (phrase: Phrase, language: LanguageCode, words: string): Phrase => ({
  ...(typeof phrase === 'string' ? everywhere(phrase) : phrase),
  [language]: words,
})
const everywhere = (words: string): Exclude<Phrase, string> =>
  words ? Object.fromEntries(languages.map(({ code }) => [code, words])) : {}
