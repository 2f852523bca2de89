/** One edit of the whole text; times in milliseconds since navigation. */
export interface EditTimes {
  /** When the browser got the key: `timeStamp` of keydown. */
  pressed: number
  /** The first task after the frame that drew the first change. */
  first: number
  /** The same of the last change. */
  last: number
}

interface EditProbe {
  /** Times what the next press of this key does to the text. */
  watch(selector: string, key: string): void
  /** Resolves when the text has changed, all of it is painted, and nothing has changed for `quietMs`. */
  settled(quietMs: number, withinMs: number): Promise<EditTimes>
  /** True when every letter of the first, the middle and the last long paragraph is drawn bold. */
  isBold(selector: string): boolean
  /** The next copy puts this on the clipboard instead of what is selected. */
  copyInstead(html: string, text: string): void
}
declare global {
  interface Window {
    editProbe: EditProbe
  }
}

/** Runs inside the measured page, handed over as text: it may use nothing from outside of itself. */
export function installEditProbe(): void {
  if (window.top !== window) return
  let pressed = 0
  let changes = 0
  let painted = 0
  let times: number[] = []
  let lastChange = 0

  const afterPaint = (work: () => void): void => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => {
        channel.port1.close()
        work()
      })
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  }
  const isHeavy = (node: Node): boolean =>
    Number.parseInt(getComputedStyle(node.parentElement ?? document.body).fontWeight, 10) >= 600
  const isAllBold = (paragraph: Element): boolean => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    while (walker.nextNode())
      if (walker.currentNode.textContent?.trim() && !isHeavy(walker.currentNode)) return false
    return true
  }

  window.editProbe = {
    watch(selector, wanted) {
      const element = document.querySelector(selector)
      if (!element) throw new Error(`nothing is ${selector}`)
      pressed = 0
      changes = 0
      painted = 0
      times = []
      const onKey = ({ key, timeStamp }: KeyboardEvent): void => {
        if (key.toLowerCase() !== wanted) return
        pressed = timeStamp
        removeEventListener('keydown', onKey, { capture: true })
      }
      addEventListener('keydown', onKey, { capture: true })
      const observer = new MutationObserver(() => {
        if (pressed === 0) return
        lastChange = performance.now()
        changes += 1
        afterPaint(() => {
          painted += 1
          times.push(performance.now())
        })
      })
      observer.observe(element, { subtree: true, childList: true, characterData: true })
    },
    settled: (quietMs, withinMs) =>
      new Promise((resolve, reject) => {
        const begin = performance.now()
        const look = (): void => {
          const now = performance.now()
          const isStill = changes > 0 && painted >= changes && now - lastChange >= quietMs
          if (isStill) resolve({ pressed, first: times[0] ?? now, last: times.at(-1) ?? now })
          else if (now - begin > withinMs) reject(new Error('the text never came to rest'))
          else setTimeout(look, 30)
        }
        look()
      }),
    isBold(selector) {
      const paragraphs = [...document.querySelectorAll(`${selector} > p`)].filter(
        ({ textContent }) => (textContent ?? '').length > 40,
      )
      const three = [paragraphs[0], paragraphs[Math.floor(paragraphs.length / 2)], paragraphs.at(-1)]
      return three.every((paragraph) => paragraph !== undefined && isAllBold(paragraph))
    },
    copyInstead(html, text) {
      const onCopy = (event: ClipboardEvent): void => {
        event.stopImmediatePropagation()
        event.preventDefault()
        event.clipboardData?.setData('text/html', html)
        event.clipboardData?.setData('text/plain', text)
      }
      addEventListener('copy', onCopy, { capture: true, once: true })
    },
  }
}
