import type { CommandId } from '../../core/commands/table.ts'

/**
 * Undo and redo from the native menu while a field is being written in belong to that field, whose steps the browser
 * alone keeps, or to whoever listens in the field for `field-undo`. True where that was done.
 */
export function undoInField(id: CommandId): boolean {
  const { activeElement } = document
  const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
  if (!isField || (id !== 'story.undo' && id !== 'story.redo')) return false
  const way = id === 'story.undo' ? 'undo' : 'redo'
  // A line over the story may have its last change from there.
  if (!activeElement.dispatchEvent(new CustomEvent('field-undo', { cancelable: true, detail: way })))
    return true
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way to a field's own steps
  document.execCommand(way)
  return true
}
