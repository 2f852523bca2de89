import { useId } from 'react'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import { Select } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'

interface ChoiceProps<V extends string> {
  label: MessageKey
  value: V
  choices: readonly { value: V; name: string }[]
  onChange: (value: V) => void
}

/** A setting with a few values: its name, and the one that holds. */
export function Choice<V extends string>({ label, ...choice }: ChoiceProps<V>) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="setting">
      <label htmlFor={id}>{t(label)}</label>
      <Select id={id} label={t(label)} {...choice} />
    </div>
  )
}
