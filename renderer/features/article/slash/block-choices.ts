import { commands, type CommandId, type CommandIn } from '../../../../core/commands/table.ts'
import type { InterfaceLanguage, MessageKey } from '../../../../core/i18n/languages.ts'
import { fold } from '../../../../core/language/fold.ts'

/** Single characters, what is done with a block that is there, and the crop of a picture, which is not where letters are typed. */
type Other =
  | `story.insert-${string}`
  | `story.move-${string}`
  | `story.quotation-${string}`
  | 'story.duplicate'
  | 'story.delete-block'
  | 'page.block-menu'
  | 'story.ask-for-crop'
const isOther = /^(?:page\.|story\.(?:insert-|move-|quotation-|duplicate$|delete-block$|ask-for-crop$))/
/** What a slash may ask for: whatever the table has for blocks and for inserting, but for those. */
export type BlockChoiceId = Exclude<CommandIn<'block' | 'insert'>, Other>
export interface BlockChoice {
  id: BlockChoiceId
  label: MessageKey
}
const isOurs = (id: CommandId): id is BlockChoiceId => !isOther.test(id)

export const blockChoices: readonly BlockChoice[] = commands.flatMap(({ id, label, group }) =>
  (group === 'block' || group === 'insert') && isOurs(id) ? [{ id, label }] : [],
)

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)

/** How well a name answers to what is wanted: 0 it begins so, 1 each word begins one of its, 2 it holds them; null not at all. */
function rankOf(name: string, wanted: readonly string[]): number | null {
  const words = wordsOf(name)
  if (words.join(' ').startsWith(wanted.join(' '))) return 0
  if (wanted.every((word) => words.some((other) => other.startsWith(word)))) return 1
  return wanted.every((word) => words.some((other) => other.includes(word))) ? 2 : null
}

/**
 * The choices that a query means, the best first. Each answers to its name in every language given (the interface's own
 * first, which wins where two answer alike) and to that of its command (`bullet`, `heading 2`, `h2`).
 */
export function choicesFor(
  choices: readonly BlockChoice[],
  query: string,
  languages: readonly Pick<InterfaceLanguage, 'catalogue'>[],
): readonly BlockChoice[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return choices
  return choices
    .flatMap((choice) => {
      const command = choice.id.replace(/^\w+\./, '')
      const names = [
        ...languages.map(({ catalogue }) => catalogue[choice.label]),
        command,
        command.replace('heading-', 'h'),
      ]
      const ranks = names.flatMap((name, index) => {
        const rank = rankOf(name, wanted)
        return rank === null ? [] : [rank * 2 + Math.min(index, 1)]
      })
      return ranks.length > 0 ? [{ choice, rank: Math.min(...ranks) }] : []
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ choice }) => choice)
}
