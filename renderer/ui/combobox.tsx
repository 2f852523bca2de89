import {
  useEffect,
  useId,
  useRef,
  useState,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { Float, useAnchor } from './float.tsx'
import { useWords } from './words.tsx'

export interface Option {
  key: string
  word: string
}
interface ComboboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  value: string
  /** What fits the value now, the best first. Asked for only while the list is open. */
  options: () => readonly Option[]
  onText: (text: string) => void
  onOption: (option: Option) => void
  /** What stands in the list where nothing fits; otherwise it closes. */
  none?: ReactNode
}

/**
 * A field for free text that offers what fits (ARIA combobox with a list): the arrows choose, Enter takes, Escape puts the
 * list away, and nothing is taken that was not chosen.
 */
export function Combobox({
  value,
  options,
  onText,
  onOption,
  onKeyDown,
  onBlur,
  none,
  ...input
}: ComboboxProps) {
  const { t } = useWords()
  const id = useId()
  const anchor = useAnchor()
  const [isAsked, setAsked] = useState(false)
  const [at, setAt] = useState(-1)
  const found = isAsked && !input.readOnly ? options() : []
  // A list that only repeats what is written helps nobody.
  const isOpen = isAsked && (found.length > 0 ? found[0]?.word !== value || found.length > 1 : Boolean(none))
  const chosen = isOpen ? Math.min(at, found.length - 1) : -1
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const options = list.current?.children
    if (chosen >= 0) options?.[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const close = () => {
    setAsked(false)
    setAt(-1)
  }
  const take = (option: Option) => {
    close()
    onOption(option)
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const answer = keyOf(event, { isOpen, at: chosen, count: found.length })
    const option = found[chosen]
    if (answer === null) return onKeyDown?.(event)
    event.preventDefault()
    // The Escape that puts the list away leaves nothing else.
    event.stopPropagation()
    if (answer === 'close') return close()
    if (answer === 'take') return option && take(option)
    setAsked(true)
    setAt(answer)
  }
  return (
    <>
      <input
        type="text"
        autoComplete="off"
        {...input}
        style={anchor.style}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
        value={value}
        onKeyDown={onKey}
        onBlur={(event) => {
          close()
          onBlur?.(event)
        }}
        onChange={(event) => {
          setAsked(event.target.value.trim() !== '')
          setAt(-1)
          onText(event.target.value)
        }}
      />
      {isOpen && (
        <Float anchor={anchor.name} className="options">
          <div id={`${id}-list`} ref={list} role="listbox" aria-label={t('details.suggestions')}>
            {found.map((option, index) => (
              // The caret stays in the field: keys move the choice there, a pointer presses it here.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={option.key}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(option)}
              >
                <bdi>{option.word}</bdi>
              </div>
            ))}
          </div>
          {found.length === 0 && none}
        </Float>
      )}
    </>
  )
}

/** What a key does to the list: where the choice goes, or null for a key that is not the list's. */
function keyOf(
  { key, altKey }: KeyboardEvent,
  { isOpen, at, count }: { isOpen: boolean; at: number; count: number },
): number | 'close' | 'take' | null {
  if (key === 'ArrowDown') return altKey ? at : (at + 1) % Math.max(count, 1)
  if (!isOpen) return null
  if (key === 'ArrowUp') return at <= 0 ? count - 1 : at - 1
  if (key === 'Escape') return 'close'
  return key === 'Enter' && at >= 0 ? 'take' : null
}
