/** What floats over the desk. */
export type DialogName = 'export' | 'settings' | 'trash' | 'palette' | 'keys'

/** What is folded away and what floats, in this window. */
export interface LayoutState {
  panel: string
  isLibraryShown: boolean
  isInspectorShown: boolean
  /** Only the story and what the disk has of it. */
  isFocused: boolean
  isTouring: boolean
  dialog: DialogName | null
}

/** In a narrow window the panels lie over the page, so they begin folded away (design README, "Measures"). */
export const roomyLayout = (): LayoutState => ({
  panel: 'details',
  isLibraryShown: window.innerWidth >= 840,
  isInspectorShown: window.innerWidth >= 1100,
  isFocused: false,
  isTouring: false,
  dialog: null,
})
