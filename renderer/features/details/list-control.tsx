import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { FieldProps } from './field-props.ts'
import { Tag } from './tag.tsx'

/** Names or keywords one after the other: Enter, a comma (, or ،) or leaving the field adds what is written. */
export function ListControl({
  field,
  draft,
  details,
  id,
  icon,
}: FieldProps & { id: string; icon: ReactNode }) {
  const name = field as 'byline' | 'keywords'
  const values = details.fields[name]
  const [written, setWritten] = useState('')
  const add = (text: string) => {
    const fresh = text
      .split(/[,،؛\n]/)
      .map((part) => part.trim())
      .filter((part, index, all) => part !== '' && !values.includes(part) && all.indexOf(part) === index)
    if (fresh.length > 0) draft.setField(name, [...values, ...fresh])
    setWritten('')
  }
  const remove = (value: string) =>
    draft.setField(
      name,
      values.filter((other) => other !== value),
    )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      add(written)
    }
    const last = values.at(-1)
    if (event.key === 'Backspace' && written === '' && last !== undefined) remove(last)
  }
  return (
    <span className="control tags">
      {icon}
      {values.map((value) => (
        <Tag key={value} word={value} isFixed={draft.isReadOnly} onRemove={() => remove(value)} />
      ))}
      <input
        id={id}
        type="text"
        dir="auto"
        autoComplete="off"
        value={written}
        readOnly={draft.isReadOnly}
        onKeyDown={onKeyDown}
        onBlur={() => add(written)}
        onChange={(event) =>
          /[,،]$/.test(event.target.value) ? add(event.target.value) : setWritten(event.target.value)
        }
      />
    </span>
  )
}
