import type { DrawnPage } from '../../../core/api/files.ts'
import type { DeskClient } from '../../desk/client.ts'
import type { OpenDraft } from '../../desk/draft.ts'

/** After the last key; drawing and loading take the rest of the 300 ms that the page may take. */
const shortestRestMs = 150
/** A page of many thousand words takes longer to lay out than a key may wait: it is drawn when writing really rests. */
const longestRestMs = 2000

/** Keeps a drawn page up with an open article: never more than one drawing under way, always the latest text. */
export class Drawing {
  readonly #desk: DeskClient
  readonly #draft: OpenDraft
  readonly #show: (page: DrawnPage) => Promise<void>
  #theme: string
  #timer = 0
  #restMs = shortestRestMs
  #isDrawing = false
  #isStale = false
  #isClosed = false

  constructor(desk: DeskClient, draft: OpenDraft, theme: string, show: (page: DrawnPage) => Promise<void>) {
    this.#desk = desk
    this.#draft = draft
    this.#theme = theme
    this.#show = show
  }

  /** Starts following; answers how to stop. */
  open(): () => void {
    const stops = [
      this.#draft.onEdited(() => this.#later()),
      // The house's style and its themes are the desk's to know: the page is drawn anew once it has new ones.
      this.#desk.listen(
        ({ name }) => (name === 'settings.changed' || name === 'themes.changed') && this.#later(),
      ),
    ]
    void this.#draw()
    return () => {
      this.#isClosed = true
      window.clearTimeout(this.#timer)
      for (const stop of stops) stop()
    }
  }

  drawWith(theme: string): void {
    if (theme === this.#theme) return
    this.#theme = theme
    void this.#draw()
  }

  #later() {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#draw(), this.#restMs)
  }

  async #draw() {
    if (this.#isDrawing) {
      this.#isStale = true
      return
    }
    this.#isDrawing = true
    const startedAt = performance.now()
    try {
      const page = await this.#desk.call('article.draw', { ...this.#draft.draft(), theme: this.#theme })
      if (!this.#isClosed) await this.#show(page)
      const tookMs = performance.now() - startedAt
      this.#restMs = tookMs <= shortestRestMs ? shortestRestMs : Math.min(longestRestMs, tookMs * 2)
    } catch {
      // The desk is out of reach: the badge says so, and the next key asks again.
    }
    this.#isDrawing = false
    if (this.#isStale && !this.#isClosed) {
      this.#isStale = false
      void this.#draw()
    }
  }
}
