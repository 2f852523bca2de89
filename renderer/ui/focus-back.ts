/** A story that is being opened is there after so many frames at the latest. */
const mostFrames = 60

/**
 * What had the focus goes: gives it to `before`, or to the story where that is not there any more. Leaves it alone where it
 * has gone somewhere else by then.
 */
export function giveFocusBack(before: Element | null, framesLeft = mostFrames): void {
  requestAnimationFrame(() => {
    const { activeElement } = document
    if (activeElement && activeElement !== document.body) {
      // Still in what is about to go.
      if (activeElement.closest('.toast, .save-help') && framesLeft > 0) giveFocusBack(before, framesLeft - 1)
      return
    }
    const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected
    const target = isThere ? before : document.querySelector<HTMLElement>('.story-text')
    if (target) target.focus()
    else if (framesLeft > 0) giveFocusBack(before, framesLeft - 1)
  })
}
