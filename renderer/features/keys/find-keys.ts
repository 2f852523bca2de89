import { keyCaps } from '../../../core/commands/keys.ts'
import type { Command } from '../../../core/commands/table.ts'

/**
 * Whether a command has the keys that are asked for in words, in any order and with any signs between them:
 * `ctrl shift k`, `ctrl+k`, `⌘k`. A word may be the beginning of a cap that is longer than a letter.
 */
export function hasKeys({ keys = [] }: Pick<Command, 'keys'>, query: string, isMac: boolean): boolean {
  const wanted = query.toLowerCase().match(/[⌘⌥⇧]|f\d+|[a-z]+|\d|[^\s\w+]/g)
  if (!wanted) return false
  return keys.some((each) => {
    const caps = keyCaps(each, isMac).map((cap) => cap.toLowerCase())
    return wanted.every((word) =>
      caps.some((cap) => cap === word || (word.length > 1 && cap.startsWith(word))),
    )
  })
}
