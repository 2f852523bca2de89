import './page-frame.css'

export interface Place {
  /** Index of the top-level block of the story. */
  block: number
  /** How far down in it, 0 to 1. */
  fraction: number
}

/**
 * The frame with the page. A new drawing loads behind the one that is seen and takes its place when it stands
 * where the reader was, so nothing flickers. The frame runs no script: it is sandboxed, and served with a policy
 * of its own.
 */
export class PageFrame {
  readonly #stage: HTMLElement
  readonly #title: string
  readonly #resize: ResizeObserver
  #seen: HTMLIFrameElement | null = null
  #coming: HTMLIFrameElement | null = null
  #place: Place | null = null
  #pageWidth = 390
  #isScaled = false

  constructor(stage: HTMLElement, title: string) {
    this.#stage = stage
    this.#title = title
    this.#resize = new ResizeObserver(() => this.#fitAll())
    this.#resize.observe(stage)
  }

  close(): void {
    this.#resize.disconnect()
    this.#given()
    this.#stage.replaceChildren()
  }

  /** Loads the page at `path` of this host; resolves when it is seen, or when a later one has taken its turn. */
  show(path: string): Promise<void> {
    this.#coming?.remove()
    this.#given()
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-same-origin')
    frame.src = path
    frame.className = 'coming'
    frame.tabIndex = -1
    frame.ariaHidden = 'true'
    frame.addEventListener('load', () => this.#swap(frame), { once: true })
    this.#coming = frame
    this.#fit(frame)
    this.#stage.append(frame)
    return new Promise((resolve) => {
      this.#given = resolve
    })
  }
  #given: () => void = () => undefined

  /** `isScaled` draws a wide page smaller so that all of it is seen; otherwise it takes the room there is. */
  fitTo(pageWidth: number, isScaled: boolean): void {
    this.#pageWidth = pageWidth
    this.#isScaled = isScaled
    this.#fitAll()
  }

  /** Brings the paragraph that is being written into view. */
  follow(place: Place): void {
    const isSame = this.#place?.block === place.block && Math.abs(this.#place.fraction - place.fraction) < 0.1
    this.#place = place
    if (!isSame) this.#scroll(this.#seen, 'smooth')
  }

  #swap(frame: HTMLIFrameElement) {
    if (frame !== this.#coming) return
    const before = this.#seen
    const top = before?.contentWindow?.scrollY ?? 0
    frame.contentWindow?.scrollTo({ top, behavior: 'instant' })
    this.#scroll(frame, 'instant')
    // A link in the page goes nowhere: this is a picture of the page, and the desk stays where it is.
    frame.contentDocument?.addEventListener('click', stayHere)
    frame.className = ''
    frame.title = this.#title
    frame.tabIndex = 0
    frame.ariaHidden = null
    before?.remove()
    this.#seen = frame
    this.#coming = null
    this.#given()
  }

  #scroll(frame: HTMLIFrameElement | null, behavior: ScrollBehavior) {
    const view = frame?.contentWindow
    const block = this.#place && frame?.contentDocument?.querySelector('.story')?.children[this.#place.block]
    if (!view || !block || !this.#place) return
    const { top, height } = block.getBoundingClientRect()
    const at = top + height * this.#place.fraction
    const isSeen = at > view.innerHeight * 0.08 && at < view.innerHeight * 0.85
    if (!isSeen) view.scrollTo({ top: view.scrollY + at - view.innerHeight * 0.4, behavior })
  }

  #fitAll() {
    for (const frame of [this.#seen, this.#coming]) if (frame) this.#fit(frame)
  }

  #fit(frame: HTMLIFrameElement) {
    const { clientWidth, clientHeight } = this.#stage
    const scale = this.#isScaled ? Math.min(1, clientWidth / this.#pageWidth) : 1
    const isScaled = scale < 1
    frame.style.inlineSize = isScaled ? `${this.#pageWidth}px` : '100%'
    frame.style.blockSize = isScaled ? `${clientHeight / scale}px` : '100%'
    frame.style.scale = isScaled ? String(scale) : 'none'
  }
}

function stayHere(event: Event) {
  const link = (event.target as Element | null)?.closest?.('a')
  if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault()
}
