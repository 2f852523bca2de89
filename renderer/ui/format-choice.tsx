import type { FormatInfo } from '../../core/api/files.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { useWords } from './words.tsx'
import './format-choice.css'

interface FormatChoiceProps {
  formats: readonly FormatInfo[]
  value: string
  onChange: (format: string) => void
}

/** One of the formats that can be exported, each with what it is for. */
export function FormatChoice({ formats, value, onChange }: FormatChoiceProps) {
  const { t } = useWords()
  return (
    <fieldset className="formats">
      <legend className="visually-hidden">{t('export.format')}</legend>
      {formats.map(({ id, extension }) => (
        <label className="fmt" key={id}>
          <input
            type="radio"
            name="format"
            aria-label={t(`format.${id}` as MessageKey)}
            checked={value === id}
            onChange={() => onChange(id)}
          />
          <span className="grow">
            <b>{t(`format.${id}` as MessageKey)}</b>
            <small>{t(`format.${id}.about` as MessageKey)}</small>
          </span>
          <code dir="ltr">.{extension}</code>
        </label>
      ))}
    </fieldset>
  )
}
