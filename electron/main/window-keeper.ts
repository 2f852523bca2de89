import { BrowserWindow, nativeTheme } from 'electron'
import type { DeskEvent } from '../../core/api/contract.ts'
import type { CommandId } from '../../core/commands/table.ts'
import { eventChannel } from './ipc.ts'
import { home } from './origin.ts'
import { webPreferences } from './web-preferences.ts'
import { keepWindow, leastSize, recallWindow } from './window-state.ts'

/** `--desk` of renderer/ui/tokens.css in light and in dark: what is seen before the page is. */
export const backgrounds = { light: '#f2f1ee', dark: '#101114' }

export interface WindowKeeperOptions {
  /** Where size and place are kept. */
  stateFile: string
  /** `?language=` of the first page. */
  language: string | undefined
  /** What else is set up on each new window. */
  prepare: (window: BrowserWindow) => void
}

/** The one window of the desk: made, found again, told of things, loaded anew. */
export class WindowKeeper {
  readonly #options: WindowKeeperOptions
  #window: BrowserWindow | undefined
  #isListening = false
  /** We load the page anew ourselves, so its own wish to stay does not count. */
  #mayUnload = false
  /** The article that the page has open, as far as its calls tell. */
  #article: string | undefined
  #kept: () => Promise<unknown> = () => Promise.resolve()

  constructor(options: WindowKeeperOptions) {
    this.#options = options
    nativeTheme.on('updated', () => this.window?.setBackgroundColor(background()))
  }

  get window(): BrowserWindow | undefined {
    return this.#window?.isDestroyed() ? undefined : this.#window
  }

  /** Whether a page is there that hears events, and so may hold a text. */
  get isListening(): boolean {
    return this.window !== undefined && this.#isListening && !this.window.webContents.isCrashed()
  }

  /** Shows the window; makes one where there is none. */
  show(): void {
    const { window } = this
    if (!window) return this.#open()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  /** Shows this article: at once where a page listens, else with the page. */
  showArticle(id: string): void {
    this.#article = id
    if (this.isListening) this.tell({ name: 'window.open', data: { id } })
    // A page that is still coming would not hear of it: it comes again, with the article.
    else if (this.window) this.reload()
    this.show()
  }

  /** The page again from its beginning, with the article that was open; `isForgetful`: without it. */
  reload(isForgetful = false): void {
    if (isForgetful) this.#article = undefined
    this.#mayUnload = true
    void this.window?.loadURL(this.#address()).catch(() => undefined)
  }

  /** A command chosen in the menu, in the window that is there or in a new one. */
  async run(id: CommandId): Promise<void> {
    const { window } = this
    if (!window || !this.isListening) return this.show()
    // A press in a native menu is none in the page, and without one Chromium opens no file picker: this counts as one.
    await window.webContents.executeJavaScript('undefined', true).catch(() => undefined)
    this.tell({ name: 'window.command', data: { id } })
  }

  tell(event: DeskEvent): void {
    const { window } = this
    if (window && !window.webContents.isDestroyed()) {
      window.webContents.send(eventChannel, event.name, event.data)
    }
  }

  /** The page has asked something: from then on it listens. */
  noteCall(): void {
    this.#isListening = true
  }

  /** The page has opened this article, as its calls tell. */
  noteArticle(id: string): void {
    this.#article = id
  }

  /** Size and place are on the disk. */
  settled(): Promise<unknown> {
    return this.#kept()
  }

  #open(): void {
    const { stateFile, prepare } = this.#options
    const { bounds, isMaximised } = recallWindow(stateFile)
    const window = new BrowserWindow({
      ...leastSize,
      ...bounds,
      show: false,
      title: 'Midad',
      backgroundColor: background(),
      webPreferences,
    })
    this.#window = window
    this.#kept = keepWindow(window, stateFile)
    prepare(window)
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (!isMainFrame || isSameDocument) return
      this.#isListening = false
      this.#mayUnload = false
    })
    window.webContents.on('will-prevent-unload', (event) => {
      if (this.#mayUnload) event.preventDefault()
    })
    window.on('closed', () => {
      this.#window = undefined
      this.#isListening = false
    })
    // Not before there is something to see.
    window.once('ready-to-show', () => {
      if (isMaximised) window.maximize()
      window.show()
    })
    this.reload()
  }

  #address(): string {
    const url = new URL(home)
    if (this.#options.language) url.searchParams.set('language', this.#options.language)
    if (this.#article) url.searchParams.set('article', this.#article)
    return url.href
  }
}

const background = (): string => (nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light)
