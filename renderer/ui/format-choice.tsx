import type { FormatInfo } from '../../core/api/files.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { Switch } from './switch.tsx'
import { useWords } from './words.tsx'
import './format-choice.css'

interface FormatChoiceProps {
  formats: readonly FormatInfo[]
  chosen: readonly string[]
  /** Several can be chosen, or one. */
  isSeveral: boolean
  onChoose: (format: string, isChosen: boolean) => void
  onSeveral: (isSeveral: boolean) => void
}

/** One of the formats that can be exported, or several of them, each with what it is for. */
export function FormatChoice({ formats, chosen, isSeveral, onChoose, onSeveral }: FormatChoiceProps) {
  const { t } = useWords()
  return (
    <fieldset className="formats">
      <legend className="visually-hidden">{t('export.format')}</legend>
      <div className="several">
        <Switch isOn={isSeveral} onChange={onSeveral}>
          {t('export.several')}
        </Switch>
      </div>
      {formats.map(({ id, extension }) => (
        <label className="fmt" key={id}>
          <input
            type={isSeveral ? 'checkbox' : 'radio'}
            name="format"
            aria-label={t(`format.${id}` as MessageKey)}
            checked={chosen.includes(id)}
            onChange={(event) => onChoose(id, event.target.checked)}
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
