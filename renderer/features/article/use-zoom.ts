import { useLayoutEffect } from 'react'
import { keepPlace } from '../../editor/keep-place.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'

/** Draws the sheet at this size, in per cent; the line with the caret, or else the one in sight, keeps its place. */
export function useZoom({ view }: StoryEditor, zoom: number): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const wanted = String(zoom / 100)
    if (style.getPropertyValue('--zoom') !== wanted)
      keepPlace(view, () => style.setProperty('--zoom', wanted))
  }, [view, zoom])
}
