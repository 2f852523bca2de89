/** What is folded away and what floats, in this window. */
export interface LayoutState {
  panel: string
  isLibraryShown: boolean
  isInspectorShown: boolean
  dialog: 'export' | 'settings' | 'trash' | null
}
