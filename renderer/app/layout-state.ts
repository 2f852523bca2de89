/** What floats over the desk; 'before-recovery': the versions, beginning with the file as an interruption left it. */
export type DialogName =
  | 'export'
  | 'settings'
  | 'trash'
  | 'names'
  | 'palette'
  | 'keys'
  | 'save-copy'
  | 'open-copy'
  | 'open-library'
  | 'new-library'
  | 'move-library'
  | 'versions'
  | 'before-recovery'
  | 'keep-version'
  | 'recovery'
  | 'transform'
  | 'import-many'
  | 'export-many'
  | 'posts'
  | 'translate'
  | 'story-types'
  | 'themes'

/** What is folded away and what floats, in this window. */
export interface LayoutState {
  panel: string
  isLibraryShown: boolean
  isInspectorShown: boolean
  /** The list takes the place of the page too, under the heads of its columns or as cards. */
  isListWide: boolean
  /** Only the story and what the disk has of it. */
  isFocused: boolean
  isTouring: boolean
  dialog: DialogName | null
}

/** Narrower than this the panels lie over the page, and than that the library too (design README, "Measures"). */
const panelsFloatBelow = 1100
const libraryFloatsBelow = 840
export const narrowWindows = [panelsFloatBelow, libraryFloatsBelow].map((width) => `(width < ${width}px)`)

/** What there is room for in a window of so many CSS pixels; the rest begins folded away. */
export const roomIn = (width: number): Pick<LayoutState, 'isLibraryShown' | 'isInspectorShown'> => ({
  isLibraryShown: width >= libraryFloatsBelow,
  isInspectorShown: width >= panelsFloatBelow,
})

export const roomyLayout = (isListWide: boolean): LayoutState => ({
  panel: 'details',
  isListWide,
  ...roomIn(window.innerWidth),
  isFocused: false,
  isTouring: false,
  dialog: null,
})

/** The layout with a part of it changed. Where both sides would lie over the page, one makes way for the other. */
export function changedLayout(before: LayoutState, part: Partial<LayoutState>, width: number): LayoutState {
  const after = { ...before, ...part }
  if (width >= libraryFloatsBelow) return after
  if (part.isInspectorShown) return { ...after, isLibraryShown: false }
  if (part.isLibraryShown) return { ...after, isInspectorShown: false }
  return after
}

/** What an opened article leaves of the layout: a library that lies over it, or is in its place, makes way. */
export const besideArticle = (width: number): Partial<LayoutState> =>
  width < libraryFloatsBelow ? { isLibraryShown: false, isListWide: false } : { isListWide: false }
