import { commands, type CommandId, type CommandIn } from '../../../../core/commands/table.ts'
import type { MessageKey } from '../../../../core/i18n/languages.ts'
import type { ToolbarState } from '../../../editor/story-editor-types.ts'
import type { StoryCommand } from '../page-commands.ts'

/** What can be done with a block: whatever the table of commands has in that group for the story. */
export type BlockCommandId = Extract<CommandIn<'block'>, `story.${string}`>
export type BlockCommand = StoryCommand<BlockCommandId>
export interface ListedBlockCommand {
  id: BlockCommandId
  label: MessageKey
}
/** The parts of the menu, in their order. */
export const blockSections = ['turn', 'direction', 'move', 'whole'] as const
export type BlockSection = (typeof blockSections)[number]

const isOurs = (id: CommandId): id is BlockCommandId => id.startsWith('story.')
const all: readonly ListedBlockCommand[] = commands.flatMap(({ id, label, group }) =>
  group === 'block' && isOurs(id) ? [{ id, label }] : [],
)
const others: Readonly<Partial<Record<BlockCommandId, BlockSection>>> = {
  'story.direction-rtl': 'direction',
  'story.direction-ltr': 'direction',
  'story.move-up': 'move',
  'story.move-down': 'move',
  'story.duplicate': 'whole',
  'story.delete-block': 'whole',
}
/** The commands of a part, in the order of the table: what is nothing else turns the block into another kind. */
export const commandsOf = (section: BlockSection): readonly ListedBlockCommand[] =>
  all.filter(({ id }) => (others[id] ?? 'turn') === section)

/** The editor's name of a command. */
export const editorCommandOf = (id: BlockCommandId): BlockCommand => id.slice('story.'.length) as BlockCommand

/** A box, a card, a table, a picture or a rule is selected: it becomes nothing else. */
const staysAsItIs = ({ chosen, row, block }: ToolbarState): boolean =>
  chosen !== null || row > 0 || block === 'picture' || block === 'rule'

/**
 * Whether the selected block is of the kind, or goes in the direction, that a command makes; undefined where it makes neither,
 * or no other kind of what is selected as a whole.
 */
export function isAlready(id: BlockCommandId, state: ToolbarState): boolean | undefined {
  const section = others[id] ?? 'turn'
  const command = editorCommandOf(id)
  if (section === 'direction') return command === `direction-${state.direction}`
  if (section !== 'turn' || staysAsItIs(state)) return undefined
  return command === (state.list ?? state.quote ?? state.block)
}
