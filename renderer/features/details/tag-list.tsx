import { X } from '@phosphor-icons/react/dist/icons/X'
import type { KeyboardEvent, ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { useDetailsTools } from './details-context.tsx'

export interface TagValue {
  key: string
  word: string
}
interface TagListProps {
  tags: readonly TagValue[]
  isFixed: boolean
  onRemove: (key: string) => void
  /** The field that adds to them. */
  children: ReactNode
}

/**
 * Chosen words with the field behind them. One stop of the Tab key: from the field, Backspace or an arrow against the
 * writing leads to the words, arrows go on, Delete or Backspace takes one away.
 */
export function TagList({ tags, isFixed, onRemove, children }: TagListProps) {
  const { t, direction } = useWords()
  const { say } = useDetailsTools()
  const remove = ({ key, word }: TagValue, from: HTMLElement) => {
    const row = from.closest('.tags')
    onRemove(key)
    say(t('details.removed', { word }))
    row?.querySelector('input')?.focus()
  }
  const onFieldKey = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event
    if (!(target instanceof HTMLInputElement) || event.nativeEvent.isComposing || isFixed) return
    const last = tags.at(-1)
    const isAtStart = target.selectionStart === 0 && target.selectionEnd === 0
    if (!last || !isAtStart || event.defaultPrevented) return
    if (event.key === 'Backspace' && target.value === '') remove(last, target)
    else if (event.key === back(direction)) removers(target).at(-1)?.focus()
    else return
    event.preventDefault()
  }
  const onTagKey = (event: KeyboardEvent<HTMLElement>, tag: TagValue) => {
    const all = removers(event.currentTarget)
    const at = all.indexOf(event.currentTarget)
    if (event.key === 'Backspace' || event.key === 'Delete') remove(tag, event.currentTarget)
    else if (event.key === back(direction)) all[Math.max(0, at - 1)]?.focus()
    else if (event.key === forth(direction))
      (all[at + 1] ?? event.currentTarget.closest('.tags')?.querySelector('input'))?.focus()
    else return
    event.preventDefault()
  }
  return (
    // The keys of the field, after the list of suggestions has had its own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span className="tag-row" onKeyDown={onFieldKey}>
      {tags.length > 0 && (
        <ul>
          {tags.map((tag) => (
            <li key={tag.key} className="tag">
              <bdi>{tag.word}</bdi>
              {!isFixed && (
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={t('details.remove', { word: tag.word })}
                  onKeyDown={(event) => onTagKey(event, tag)}
                  onClick={(event) => remove(tag, event.currentTarget)}
                >
                  <Icon of={X} size="tiny" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {children}
    </span>
  )
}

const back = (direction: 'rtl' | 'ltr') => (direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft')
const forth = (direction: 'rtl' | 'ltr') => (direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight')
const removers = (from: HTMLElement): HTMLElement[] => [
  ...(from.closest('.tags')?.querySelectorAll<HTMLElement>('.tag button') ?? []),
]
