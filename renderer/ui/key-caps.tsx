import { keyCaps } from '../../core/commands/keys.ts'
import { commandOf, type CommandId } from '../../core/commands/table.ts'

/** True on a Mac, where Command takes the place of Ctrl. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iP(?:hone|ad)/.test(navigator.userAgent)

/** The caps of a command's first keys; none where it has no keys. */
export function capsOf(command: CommandId): string[] {
  const keys = commandOf(command)?.keys?.[0]
  return keys ? keyCaps(keys, isMac) : []
}

/** Keys to press, one cap each, always in the order of pressing. */
export function KeyCaps({ caps }: { caps: readonly string[] }) {
  if (caps.length === 0) return null
  return (
    <kbd>
      {caps.map((cap) => (
        <span key={cap}>{cap}</span>
      ))}
    </kbd>
  )
}
