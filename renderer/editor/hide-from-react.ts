/**
 * Makes the element look to React like one that cannot be edited; for the browser and for assistive technology it stays what
 * it is. Before every drawing of anything, React finds out where the selection is in a focused element whose
 * `contentEditable` is 'true', by a walk through all of its nodes before the caret, to put it back if the drawing should
 * move it: work that grows with the story, for a selection that ProseMirror keeps itself.
 */
export function hideFromReact(editable: HTMLElement): void {
  Object.defineProperty(editable, 'contentEditable', { value: 'inherit', writable: true, configurable: true })
}
