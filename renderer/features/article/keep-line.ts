import { useLayoutEffect, type RefObject } from 'react'

/** Keeps the lines of the story where they are on the screen while a bar over them comes, grows and goes. */
export function useKeepLine(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = bar.current
    const sheet = element?.parentElement?.querySelector<HTMLElement>(':scope > .sheet')
    if (!element || !sheet) return undefined
    let height = 0
    const follow = (now: number) => {
      // At the very top nothing is hidden by going down with it.
      if (sheet.scrollTop > 0) sheet.scrollTop += now - height
      height = now
    }
    const observer = new ResizeObserver(() => follow(element.offsetHeight))
    follow(element.offsetHeight)
    observer.observe(element)
    return () => {
      observer.disconnect()
      follow(0)
    }
  }, [bar])
}
