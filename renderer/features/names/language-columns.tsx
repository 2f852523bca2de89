import { languageOf } from '../../../core/language/registry.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'
import { Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'

interface LanguageColumnsProps {
  shown: readonly LanguageCode[]
  onShow: (language: LanguageCode) => void
}

/** One more column, for a language that no name is written in yet. */
export function LanguageColumns({ shown, onShow }: LanguageColumnsProps) {
  const { t } = useWords()
  const others = languageCodes.filter((code) => !shown.includes(code))
  if (others.length === 0) return null
  return (
    <Select<LanguageCode | ''>
      label={t('names.addLanguage')}
      value=""
      onChange={(code) => code !== '' && onShow(code)}
      choices={[
        { value: '', name: t('names.addLanguage') },
        ...others.map((code) => ({ value: code, name: languageOf(code).ownName })),
      ]}
    />
  )
}
