/** The element that scrolls the story: a pane, or the page itself. */
export function scrollerOf(dom: HTMLElement): Element {
  for (
    let element: HTMLElement | null = dom;
    element && element !== document.body;
    element = element.parentElement
  )
    if (/auto|scroll/.test(getComputedStyle(element).overflowY)) return element
  return document.scrollingElement ?? document.documentElement
}

/** What of the scroller can be seen, in the coordinates of the window. */
export function roomOf(scroller: Element): { top: number; bottom: number } {
  if (scroller === document.scrollingElement) return { top: 0, bottom: scroller.clientHeight }
  return scroller.getBoundingClientRect()
}
