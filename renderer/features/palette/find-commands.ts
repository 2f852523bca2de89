import type { Command, CommandId } from '../../../core/commands/table.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { fold } from '../../../core/language/fold.ts'

export type ListedCommand = Command & { id: CommandId }

/**
 * The commands that a query means, best first: every word of it begins a word of the label or of its group, or at
 * least stands in the label. Folded as a search is, so that hamza, tashkeel and ی/ي do not matter.
 */
export function findCommands(
  commands: readonly ListedCommand[],
  query: string,
  t: Translate,
): readonly ListedCommand[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return commands
  const ranked = commands.flatMap((command) => {
    const label = fold(t(command.label))
    const words = [...wordsOf(t(command.label)), ...wordsOf(t(`command.group.${command.group}`))]
    const begins = wanted.every((word) => words.some((other) => other.startsWith(word)))
    if (!begins && !wanted.every((word) => label.includes(word))) return []
    const rank = label.startsWith(wanted.join(' ')) ? 0 : begins ? 1 : 2
    return [{ command, rank }]
  })
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ command }) => command)
}

/** Those whose words a query means: every word of it begins one of theirs. */
export function findWords<Each>(
  all: readonly Each[],
  query: string,
  words: (each: Each) => string,
): readonly Each[] {
  const wanted = wordsOf(query)
  return all.filter((each) =>
    wanted.every((word) => wordsOf(words(each)).some((other) => other.startsWith(word))),
  )
}

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
