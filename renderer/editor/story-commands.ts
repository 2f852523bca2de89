import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { canRun, runCommand } from './commands.ts'
import { goToBlock, scrollToBlock } from './long-story.ts'
import type { CommandArgs, EditorCommand, EditorContext } from './story-editor-types.ts'

/** The editor's commands. */
export interface StoryCommands {
  /** False when the command does not apply at the selection. */
  run(command: EditorCommand, args?: CommandArgs): boolean
  can(command: EditorCommand): boolean
}

/** The editor's commands as who holds the story asks for them. */
export const commandsIn = (editor: Editor, context: EditorContext): StoryCommands => ({
  run(command, args) {
    const isDone = runCommand(editor, context, command, args)
    if (isDone) editor.view.focus()
    return isDone
  },
  can: (command) => canRun(editor, context, command),
})

/** Jumps to the top-level block of an index. */
export interface StoryJumps {
  scrollToBlock(index: number): void
  /** Puts the caret at its beginning too. */
  goToBlock(index: number): void
}

/** They settle over frames, also in a long story. */
export const jumpsIn = (view: EditorView): StoryJumps => ({
  scrollToBlock: (index) => scrollToBlock(view, index),
  goToBlock: (index) => goToBlock(view, index),
})
