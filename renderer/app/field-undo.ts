import type { CommandId } from '../../core/commands/table.ts'

/**
 * Undo and redo from the native menu while a field is being written in belong to that field, whose steps the browser
 * alone keeps. True where that was done.
 */
export function undoInField(id: CommandId): boolean {
  const { activeElement } = document
  const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
  if (!isField || (id !== 'story.undo' && id !== 'story.redo')) return false
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way to a field's own steps
  document.execCommand(id === 'story.undo' ? 'undo' : 'redo')
  return true
}
