import type { KeyboardEvent } from 'react'
import type { Direction } from '../../../core/model/language-code.ts'

/** What a key asks of a list that has the focus. */
export type ListKey =
  | { kind: 'go'; to: number; isRange: boolean }
  | { kind: 'toggle' }
  | { kind: 'all' }
  | { kind: 'none' }
  | { kind: 'delete' }

interface Where {
  index: number
  count: number
  perLine: number
  /** Lines that are in sight at once. */
  linesInSight: number
  direction: Direction
}

/** Arrows, Home, End, Page Up and Down go, with Shift they choose; Ctrl+Space chooses one, Ctrl+A all; undefined where it is no key of a list. */
export function listKeyOf(event: KeyboardEvent, where: Where): ListKey | undefined {
  const isCommand = event.ctrlKey || event.metaKey
  if (event.altKey) return undefined
  if (isCommand && event.code === 'KeyA' && !event.shiftKey) return { kind: 'all' }
  if (isCommand && event.code === 'Space') return { kind: 'toggle' }
  if (isCommand) return undefined
  if (event.key === 'Escape') return { kind: 'none' }
  if (event.key === 'Delete') return { kind: 'delete' }
  const to = goalOf(event.key, where)
  return to === undefined ? undefined : { kind: 'go', to, isRange: event.shiftKey }
}

function goalOf(key: string, { index, count, perLine, linesInSight, direction }: Where): number | undefined {
  const page = Math.max(1, linesInSight - 1) * perLine
  switch (key) {
    case 'ArrowDown':
      return index + perLine < count ? index + perLine : perLine === 1 ? undefined : count - 1
    case 'ArrowUp':
      return index - perLine >= 0 ? index - perLine : undefined
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (perLine === 1) return undefined
      const isOn = (key === 'ArrowRight') === (direction === 'ltr')
      return index + (isOn ? 1 : -1)
    }
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'PageDown':
      return Math.min(count - 1, index + page)
    case 'PageUp':
      return Math.max(0, index - page)
    default:
      return undefined
  }
}
