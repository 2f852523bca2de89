/** One key on its way to the screen; times in milliseconds since navigation. */
export interface KeyTimes {
  /** When the browser got the key: `timeStamp` of keydown. */
  pressed: number
  /** The first change of the text that it made. */
  changed?: number
  /** The first task after the frame that drew that change. */
  painted?: number
}

/** What the measured page answers; it stands there before the page's own scripts. */
interface Probe {
  keys: KeyTimes[]
  /** Resolves when the element is editable, holds so many characters, and a frame has drawn it. */
  whenEditable(selector: string, leastCharacters: number): Promise<number>
  /** Times every key from now on, and calls `window.keyPainted` with the number of each painted one. */
  watch(selector: string): void
  /** Resolves when nothing in the page has changed for `quietMs`. */
  whenQuiet(quietMs: number): Promise<void>
  /** Brings the middle of the text into view; answers a point in a paragraph to click on. */
  middle(selector: string): Promise<{ x: number; y: number }>
  /** The characters of the text. */
  length(selector: string): number
}
declare global {
  interface Window {
    probe: Probe
    keyPainted?: (number: string) => void
  }
}

/** Runs inside the measured page, handed over as text: it may use nothing from outside of itself. */
export function installProbe(): void {
  // A frame in a frame: only the page itself is measured.
  if (window.top !== window) return
  let lastChange = 0
  let isInFrame = false

  const afterTask = (work: () => void): void => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => {
      channel.port1.close()
      work()
    })
    channel.port1.start()
    channel.port2.postMessage(null)
  }
  // A change made while a frame is being prepared is drawn by this very frame.
  const afterPaint = (work: () => void): void => {
    if (isInFrame) afterTask(work)
    else requestAnimationFrame(() => afterTask(work))
  }
  const markFrame = (): void => {
    requestAnimationFrame(() => {
      isInFrame = true
      afterTask(() => {
        isInFrame = false
      })
    })
  }
  const find = (selector: string): HTMLElement => {
    const element = document.querySelector<HTMLElement>(selector)
    if (!element) throw new Error(`nothing is ${selector}`)
    return element
  }
  const longestText = (paragraph: Element): Text | undefined => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    let longest: Text | undefined
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      // A click on a link may open it.
      if (!text.parentElement?.closest('a') && text.data.length > (longest?.data.length ?? 0)) longest = text
    }
    return longest
  }

  window.probe = {
    keys: [],
    whenEditable: (selector, leastCharacters) =>
      new Promise((resolve) => {
        const look = (): void => {
          const element = document.querySelector<HTMLElement>(selector)
          const isThere = element?.isContentEditable && (element.textContent ?? '').length >= leastCharacters
          if (isThere) afterTask(() => resolve(performance.now()))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    watch(selector) {
      const { keys } = window.probe
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          keys.push({ pressed: timeStamp })
          markFrame()
        },
        { capture: true },
      )
      const changes = new MutationObserver(() => {
        const key = keys.at(-1)
        const number = keys.length - 1
        if (!key || key.changed !== undefined) return
        key.changed = performance.now()
        afterPaint(() => {
          key.painted = performance.now()
          window.keyPainted?.(String(number))
        })
      })
      // Not its attributes: a class that changes is not yet the letter.
      changes.observe(find(selector), { subtree: true, childList: true, characterData: true })
    },
    whenQuiet: (quietMs) =>
      new Promise((resolve) => {
        lastChange = performance.now()
        const changes = new MutationObserver(() => {
          lastChange = performance.now()
        })
        changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
        const look = (): void => {
          if (performance.now() - lastChange >= quietMs) {
            changes.disconnect()
            resolve()
          } else setTimeout(look, 30)
        }
        look()
      }),
    async middle(selector) {
      const paragraphs = [...find(selector).querySelectorAll(':scope > p')].filter(
        (paragraph) => (longestText(paragraph)?.data.length ?? 0) > 60,
      )
      const paragraph = paragraphs[Math.floor(paragraphs.length / 2)]
      const text = paragraph && longestText(paragraph)
      if (!text) throw new Error('no paragraph to type in')
      // Blocks that were never laid out get their real heights now: one scroll would land far off.
      for (let frame = 0; frame < 10; frame += 1) {
        paragraph.scrollIntoView({ block: 'center', behavior: 'instant' })
        await new Promise((drawn) => afterPaint(() => drawn(undefined)))
      }
      const letter = document.createRange()
      const half = Math.floor(text.data.length / 2)
      letter.setStart(text, half)
      letter.setEnd(text, half + 1)
      const box = letter.getBoundingClientRect()
      const point = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      if (!paragraph.contains(document.elementFromPoint(point.x, point.y)))
        throw new Error('the middle of the text is out of sight')
      return point
    },
    length: (selector) => (find(selector).textContent ?? '').length,
  }
}
