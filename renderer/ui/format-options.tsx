import { useId } from 'react'
import type { FormatInfo, FormatOption, OptionValues, ThemeInfo } from '../../core/api/files.ts'
import type { MessageKey } from '../../core/i18n/languages.ts'
import { Select } from './controls.tsx'
import { Switch } from './switch.tsx'
import { useWords } from './words.tsx'

interface FormatOptionsProps {
  format: FormatInfo
  /** What was chosen; for the others the format has its defaults. */
  values: OptionValues
  themes: readonly ThemeInfo[]
  /** The theme of the house. */
  houseTheme: string
  onChange: (id: string, value: string | boolean) => void
}

/** What a format leaves to whoever sends. */
export function FormatOptions({ format, values, themes, houseTheme, onChange }: FormatOptionsProps) {
  const { t } = useWords()
  const flags = format.options.filter((option) => option.kind === 'flag')
  const choices = format.options.filter((option) => option.kind === 'choice')
  return (
    <>
      {choices.map((option) => (
        <ChoiceField
          key={option.id}
          label={t(option.labelKey as MessageKey)}
          value={chosenOf(option, values) || houseTheme}
          choices={
            option.choices === 'themes'
              ? themes.map(({ id, name }) => ({ value: id, name }))
              : option.choices.map(({ value, labelKey }) => ({ value, name: t(labelKey as MessageKey) }))
          }
          onChange={(value) => onChange(option.id, value)}
        />
      ))}
      {flags.length > 0 && (
        <div className="flags">
          {flags.map((option) => (
            <Switch
              key={option.id}
              isOn={isOn(option, values)}
              onChange={(value) => onChange(option.id, value)}
            >
              {t(option.labelKey as MessageKey)}
            </Switch>
          ))}
        </div>
      )}
    </>
  )
}

const isOn = ({ id, default: usual }: FormatOption, values: OptionValues): boolean =>
  (values[id] ?? usual) === true

/** What was a flag when it was remembered is yes or no. */
function chosenOf({ id, default: usual }: FormatOption, values: OptionValues): string {
  const value = values[id] ?? usual
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

interface ChoiceFieldProps {
  label: string
  value: string
  choices: readonly { value: string; name: string }[]
  onChange: (value: string) => void
}

function ChoiceField({ label, ...choice }: ChoiceFieldProps) {
  const id = useId()
  return (
    <div className="f">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <Select id={id} label={label} {...choice} />
    </div>
  )
}
