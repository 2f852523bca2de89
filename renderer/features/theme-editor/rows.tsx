import { useId, type ReactNode } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { Select } from '../../ui/controls.tsx'

interface PartProps {
  title: string
  children: ReactNode
}

/** A part of the form under its name. */
export function Part({ title, children }: PartProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

interface WordsProps {
  label: string
  value: string
  most?: number
  /** What it is written in; absent: whatever its letters are. */
  language?: LanguageCode | undefined
  isReadOnly: boolean
  onChange: (value: string) => void
}

/** One line of words; the page follows each letter. */
export function Words({ label, value, most = 200, language, isReadOnly, onChange }: WordsProps) {
  const id = useId()
  const own = language && languageOf(language)
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <span className="control">
        <input
          id={id}
          lang={own?.tag}
          dir={own && value ? own.direction : 'auto'}
          maxLength={most}
          readOnly={isReadOnly}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </div>
  )
}

interface OneOfProps<V extends string> {
  label: string
  value: V
  choices: readonly { value: V; name: string }[]
  isReadOnly: boolean
  onChange: (value: V) => void
}

/** One of a few values, beside its name. */
export function OneOf<V extends string>({ label, isReadOnly, ...choice }: OneOfProps<V>) {
  const id = useId()
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <Select id={id} label={label} isDisabled={isReadOnly} {...choice} />
    </div>
  )
}
