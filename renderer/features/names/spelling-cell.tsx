import { useState, type KeyboardEvent } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { limits } from '../../../core/model/limits.ts'
import type { NameEntry } from '../../../core/model/names.ts'
import { useWords } from '../../ui/words.tsx'
import { othersIn, withSpelling } from './name-rows.ts'

interface SpellingCellProps {
  entry: NameEntry
  language: LanguageCode
  isReadOnly: boolean
  onChange: (entry: NameEntry) => void
}

/** What the house writes in one language, and under it what else is known for it. */
export function SpellingCell({ entry, language, isReadOnly, onChange }: SpellingCellProps) {
  const { t } = useWords()
  const { ownName, direction } = languageOf(language)
  const { preferred = '', others = [] } = entry.spellings[language] ?? {}
  const comma = languageOf(language).script === 'arabic' ? '، ' : ', '
  const put = (part: Parameters<typeof withSpelling>[2]) => {
    const changed = withSpelling(entry, language, part)
    if (changed) onChange(changed)
  }
  const common = { language, isReadOnly }
  return (
    <div role="cell" className="spelling" dir={direction}>
      <Written
        {...common}
        className="preferred"
        label={t('names.spelling', { language: ownName })}
        value={preferred}
        onWritten={(text) => put({ preferred: text })}
      />
      <Written
        {...common}
        className="others"
        placeholder={preferred === '' ? undefined : t('names.others')}
        label={t('names.spellingOthers', { language: ownName })}
        value={others.join(comma)}
        onWritten={(text) => put({ others: othersIn(text) })}
      />
    </div>
  )
}

interface WrittenProps {
  className: string
  label: string
  placeholder?: string | undefined
  language: LanguageCode
  value: string
  isReadOnly: boolean
  onWritten: (text: string) => void
}

/** A field that is taken when it is left, or by Enter; Escape gives back what stood there. */
function Written({ className, label, placeholder, language, value, isReadOnly, onWritten }: WrittenProps) {
  const { tag, direction } = languageOf(language)
  const [typed, setTyped] = useState<string | null>(null)
  const take = () => {
    const text = typed?.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
    setTyped(null)
    const isName = text === '' || /\p{L}/u.test(text ?? '')
    if (text !== undefined && text !== value && isName) onWritten(text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') take()
    else if (event.key === 'Escape' && typed !== null) {
      // The dialog stays.
      event.stopPropagation()
      setTyped(null)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') goTo(event.currentTarget, event.key)
    else return
    event.preventDefault()
  }
  return (
    <input
      className={className}
      aria-label={label}
      placeholder={placeholder}
      lang={tag}
      dir={direction}
      autoComplete="off"
      maxLength={className === 'preferred' ? limits.nameLetters : undefined}
      readOnly={isReadOnly}
      value={typed ?? value}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={take}
      onKeyDown={onKeyDown}
    />
  )
}

/** The field over or under it: of the same cell, or of the row before or behind. */
function goTo(from: HTMLInputElement, key: 'ArrowDown' | 'ArrowUp'): void {
  const cells = [...(from.closest('[role=row]')?.children ?? [])]
  const column = cells.findIndex((cell) => cell.contains(from))
  const rows = [...(from.closest('[role=rowgroup]')?.querySelectorAll('[role=row]') ?? [])]
  const fields = rows.flatMap((row) => [...(row.children[column]?.querySelectorAll('input') ?? [])])
  fields[fields.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)]?.focus()
}
