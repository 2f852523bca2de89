import { MagnifyingGlass } from '@phosphor-icons/react/dist/icons/MagnifyingGlass'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Completion } from '../../../core/api/names.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { Float, useAnchor } from '../../ui/float.tsx'
import { Icon } from '../../ui/icon.tsx'
import { capsOf, KeyCaps } from '../../ui/key-caps.tsx'
import { useWords } from '../../ui/words.tsx'

interface SearchFieldProps {
  query: string
  onQuery: (query: string) => void
  /** Somebody has come here, perhaps to search. */
  onEnter: () => void
}

/** What is searched for, with names and places offered for the word that is being written. */
export function SearchField({ query, onQuery, onEnter }: SearchFieldProps) {
  const { t } = useWords()
  const id = useId()
  const anchor = useAnchor()
  const { found, ask, close } = useCompletions()
  const [at, setAt] = useState(-1)
  const chosen = Math.min(at, found.length - 1)
  const isOpen = found.length > 0
  const put = (text: string) => {
    close()
    setAt(-1)
    onQuery(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const option = found[chosen]
    if (event.key === 'Escape') {
      if (!isOpen) return onQuery('')
      // The Escape that puts the list away leaves what is written.
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && option) put(option.query)
    else if (isOpen && event.key === 'ArrowDown') setAt((chosen + 1) % found.length)
    else if (isOpen && event.key === 'ArrowUp') setAt(chosen <= 0 ? found.length - 1 : chosen - 1)
    else return
    event.preventDefault()
  }
  return (
    <>
      <label className="search" data-tour="library" style={anchor.style}>
        <Icon of={MagnifyingGlass} size="text" />
        <input
          type="search"
          dir="auto"
          autoComplete="off"
          aria-label={t('library.search')}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen && chosen >= 0 ? `${id}-${chosen}` : undefined}
          placeholder={t('library.search')}
          value={query}
          onChange={({ target }) => {
            setAt(-1)
            onQuery(target.value)
            // Only the word at the end is completed.
            if (target.selectionEnd === target.value.length) ask(target.value)
            else close()
          }}
          onKeyDown={onKeyDown}
          onFocus={onEnter}
          onBlur={close}
        />
        <span aria-hidden="true" className="contents">
          <KeyCaps caps={query === '' ? capsOf('search.focus') : ['Esc']} />
        </span>
      </label>
      {isOpen && (
        <Float anchor={anchor.name} className="options completions">
          <Completions id={id} found={found} chosen={chosen} onTake={({ query: text }) => put(text)} />
        </Float>
      )}
      <span role="status" className="visually-hidden">
        {isOpen ? t('search.offered', { count: found.length }) : ''}
      </span>
    </>
  )
}

interface CompletionsProps {
  id: string
  found: readonly Completion[]
  chosen: number
  onTake: (completion: Completion) => void
}

function Completions({ id, found, chosen, onTake }: CompletionsProps) {
  const { t } = useWords()
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t('details.suggestions')}>
      {found.map((completion, index) => (
        // The caret stays in the field: keys move the choice there, a pointer presses it here.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={`${completion.kind} ${completion.word}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(completion)}
        >
          <bdi>{completion.word}</bdi>
          <small>
            {completion.kind === 'section' ? t('field.section') : t(`names.kind.${completion.kind}`)}
          </small>
        </div>
      ))}
    </div>
  )
}

const none: readonly Completion[] = []
const askAfterMs = 60

/** What the desk offers for the query that was asked last; nothing from the moment it is another. */
function useCompletions() {
  const desk = useDesk()
  const [found, setFound] = useState(none)
  const asked = useRef({ count: 0, timer: 0 })
  const begin = () => {
    window.clearTimeout(asked.current.timer)
    asked.current.count += 1
    return asked.current.count
  }
  const close = () => {
    begin()
    setFound(none)
  }
  const ask = (query: string) => {
    const count = begin()
    const answer = async () => {
      // A search without completions is still a search.
      const { completions } = await desk
        .call('search.complete', { query })
        .catch(() => ({ completions: none }))
      if (asked.current.count === count) setFound(completions)
    }
    asked.current.timer = window.setTimeout(() => void answer(), askAfterMs)
  }
  useEffect(() => {
    const { current } = asked
    return () => window.clearTimeout(current.timer)
  }, [])
  return { found, ask, close }
}
