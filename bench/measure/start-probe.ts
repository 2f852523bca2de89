/** A page on its way to an editor that takes a key; milliseconds since navigation. */
export interface StartTimes {
  /** The first frame in which the whole story stands in an editable element. */
  editable: number
  /** The key pressed at that very moment has changed the text. */
  typed: number
  /** The scripts that were asked for until then, by their path. */
  scripts: string[]
  /** By how much of the window the page jumped until then, as Layout Instability counts it. */
  shift: number
}

interface StartProbe {
  /** Resolves when `window.typeNow` has been called and its one letter stands in the story. */
  whenTyped(selector: string, leastCharacters: number): Promise<StartTimes>
}
declare global {
  interface Window {
    startProbe: StartProbe
    /** The harness presses its key. */
    typeNow?: (now: string) => void
  }
}

/** Runs inside the measured page before its own scripts, handed over as text: it may use nothing from outside. */
export function installStartProbe(): void {
  if (window.top !== window) return
  let shift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })

  const whenEditable = (selector: string, leastCharacters: number): Promise<HTMLElement> =>
    new Promise((resolve) => {
      const look = (): void => {
        const element = document.querySelector<HTMLElement>(selector)
        const isThere = element?.isContentEditable && (element.textContent ?? '').length >= leastCharacters
        if (element && isThere) resolve(element)
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })

  window.startProbe = {
    async whenTyped(selector, leastCharacters) {
      const element = await whenEditable(selector, leastCharacters)
      const editable = performance.now()
      const length = (element.textContent ?? '').length
      element.focus()
      const typed = new Promise<number>((resolve) => {
        new MutationObserver((_changes, observer) => {
          if ((document.querySelector(selector)?.textContent ?? '').length !== length + 1) return
          observer.disconnect()
          resolve(performance.now())
        }).observe(document, { subtree: true, childList: true, characterData: true })
      })
      window.typeNow?.('')
      const at = await typed
      const scripts = performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime <= editable)
        .map(({ name }) => new URL(name).pathname)
      return { editable, typed: at, scripts, shift }
    },
  }
}
