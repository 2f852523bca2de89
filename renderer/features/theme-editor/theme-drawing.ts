import type { HouseTheme } from '../../../core/model/theme.ts'
import type { DeskClient } from '../../desk/client.ts'
import type { ShownText } from './sample-draft.ts'

/** After the last change; a page is drawn and shown within the 300 ms that it may take. */
const restMs = 120

/** Keeps the page up with a theme that is being edited: one drawing under way, always the latest theme. */
export class ThemeDrawing {
  readonly #desk: DeskClient
  readonly #show: (path: string) => Promise<void>
  readonly #failed: (thrown: unknown) => void
  #wanted: { theme: HouseTheme; text: ShownText } | null = null
  #timer = 0
  #isDrawing = false
  #isClosed = false

  constructor(desk: DeskClient, show: (path: string) => Promise<void>, failed: (thrown: unknown) => void) {
    this.#desk = desk
    this.#show = show
    this.#failed = failed
  }

  /** Draws this soon; what was wanted before and is not drawn yet is left out. */
  draw(theme: HouseTheme, text: ShownText): void {
    this.#wanted = { theme, text }
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#go(), restMs)
  }

  close(): void {
    this.#isClosed = true
    window.clearTimeout(this.#timer)
  }

  async #go(): Promise<void> {
    if (this.#isDrawing || this.#isClosed || !this.#wanted) return
    const { theme, text } = this.#wanted
    this.#wanted = null
    this.#isDrawing = true
    try {
      const { path } = await this.#desk.call('themes.draw', {
        ...text.draft,
        theme,
        ...(text.picture && { picture: text.picture }),
      })
      if (!this.#isClosed) await this.#show(path)
    } catch (thrown) {
      // The page stays as it was; the next change asks again.
      if (!this.#isClosed) this.#failed(thrown)
    }
    this.#isDrawing = false
    if (this.#wanted) void this.#go()
  }
}
