import { useId, useState } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'

interface LineProps {
  label: string
  /** What it is written in; absent: whatever its letters are. */
  language?: LanguageCode | undefined
  value: string
  isReadOnly: boolean
  onChange: (value: string) => void
}

/** One line that is kept when it is left, or by Enter: not with each letter. */
export function Line({ label, language, value, isReadOnly, onChange }: LineProps) {
  const id = useId()
  const [written, write] = useState(value)
  const [seen, see] = useState(value)
  // Changed from elsewhere: what was being written here gives way.
  if (seen !== value) {
    see(value)
    write(value)
  }
  const own = language && languageOf(language)
  const keep = () => written.trim() !== value && onChange(written.trim())
  return (
    <div className="setting">
      <label htmlFor={id} lang={own?.tag}>
        {label}
      </label>
      <span className="control">
        <input
          id={id}
          lang={own?.tag}
          dir={own && written ? own.direction : 'auto'}
          maxLength={200}
          readOnly={isReadOnly}
          value={written}
          onChange={(event) => write(event.target.value)}
          onBlur={keep}
          onKeyDown={({ key }) => key === 'Enter' && keep()}
        />
      </span>
    </div>
  )
}
