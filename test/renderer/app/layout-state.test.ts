import { describe, expect, test } from 'vitest'
import { besideArticle, changedLayout, roomIn, type LayoutState } from '../../../renderer/app/layout-state.ts'

const layout = (part: Partial<LayoutState>): LayoutState => ({
  panel: 'details',
  isLibraryShown: true,
  isInspectorShown: true,
  isListWide: false,
  isFocused: false,
  isTouring: false,
  dialog: null,
  ...part,
})

test.each([
  [1280, true, true],
  [1100, true, true],
  [1024, true, false],
  [640, false, false],
])('a window %i wide has room for the library: %s, for the panels: %s', (width, library, inspector) => {
  expect(roomIn(width)).toEqual({ isLibraryShown: library, isInspectorShown: inspector })
})

describe('where both sides would lie over the page', () => {
  test('the library makes way for the panels', () => {
    const after = changedLayout(layout({ isInspectorShown: false }), { isInspectorShown: true }, 640)
    expect(after).toMatchObject({ isInspectorShown: true, isLibraryShown: false })
  })
  test('the panels make way for the library', () => {
    const after = changedLayout(layout({ isLibraryShown: false }), { isLibraryShown: true }, 640)
    expect(after).toMatchObject({ isInspectorShown: false, isLibraryShown: true })
  })
  test('the library makes way for the article that was chosen in it', () => {
    expect(changedLayout(layout({}), besideArticle(640), 640).isLibraryShown).toBe(false)
  })
})

test('in a wide window each side stays as it is', () => {
  const after = changedLayout(layout({ isInspectorShown: false }), { isInspectorShown: true }, 1280)
  expect(after.isLibraryShown).toBe(true)
  expect(changedLayout(layout({}), besideArticle(1280), 1280).isLibraryShown).toBe(true)
})
