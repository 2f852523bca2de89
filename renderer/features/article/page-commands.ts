import type { CommandId } from '../../../core/commands/table.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import type { FindAsked } from './find/find-bar.tsx'
import type { SpellingAsked } from './spelling/spelling.tsx'
import type { ToolAsked } from './tool-asked.ts'
import type { XrayAsked } from './x-ray/x-ray-bar.tsx'

/** Commands that the open page answers. */
export type PageCommand = Extract<
  CommandId,
  | `story.${string}`
  | `find.${string}`
  | `x-ray.${string}`
  | `page.${string}`
  | `insert.${string}`
  | keyof typeof spellingAsked
>
export interface OpenPage {
  /** The story of the page, for what works on its text. */
  readonly story: StoryEditor
  run(command: PageCommand): void
  /** Puts the caret back into the story. */
  focus(): void
}
/** The editor's name of a command of the story. */
export type StoryCommand<Id> = Id extends `story.${infer Command}` ? Command : never
/** What the commands of the story begin with. */
export const storyPrefix = 'story.'
/** What each command asks of the find bar. */
export const findAsked = {
  'find.open': 'find',
  'find.replace': 'replace',
  'find.next': 'next',
  'find.previous': 'previous',
} as const satisfies Record<Extract<CommandId, `find.${string}`>, FindAsked['what']>
/** What each command asks of spelling. */
export const spellingAsked = {
  'spelling.next': 'next',
  'spelling.previous': 'previous',
  'spelling.suggest': 'suggest',
} as const satisfies Partial<Record<CommandId, SpellingAsked['what']>>
export const isSpelling = (command: PageCommand): command is keyof typeof spellingAsked =>
  command in spellingAsked
/** What each command asks of the tools over the sheet. */
export const toolAsked = {
  'page.go-to': 'go-to',
  'page.selection-menu': 'selection-menu',
  'page.block-menu': 'block-menu',
} as const satisfies Record<Extract<CommandId, `page.${string}`>, ToolAsked['what']>
/** What each command asks of the X-ray, which they open; `x-ray.toggle` alone closes it. */
export const xrayAsked = {
  'x-ray.next': 'next',
  'x-ray.clean': 'clean',
} as const satisfies Partial<Record<CommandId, XrayAsked['what']>>
export const asksXray = (command: PageCommand): command is keyof typeof xrayAsked => command in xrayAsked
export const isTool = (command: PageCommand): command is keyof typeof toolAsked => command in toolAsked
export const isFind = (command: PageCommand): command is keyof typeof findAsked => command in findAsked
