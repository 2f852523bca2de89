import { EventEmitter } from 'node:events'
import type { Rectangle } from 'electron'
import { checkConstruction, known } from './known.ts'

/** An event of Electron: it can be prevented. */
export interface Preventable {
  defaultPrevented: boolean
  preventDefault(): void
}
export function preventable<T extends object>(details: T = {} as T): T & Preventable {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => void (event.defaultPrevented = true),
  }
  return event
}

/** What the windows of a stand-in need of the program around them. */
export interface Around {
  /** A new page's own things. */
  onContents(contents: object): void
  /** Asks the protocol handlers, as Chromium does. */
  fetch(address: string): Promise<Response>
  onAllClosed(): void
}

/** A frame as main sees it; a class of its own, so that it is no options object. */
export class StandInFrame {
  url = 'about:blank'
  detached = false
  parent: StandInFrame | null
  constructor(parent: StandInFrame | null = null) {
    this.parent = parent
  }
}

/** Electron's WebContents, as far as Midad uses it. */
export class StandInContents extends EventEmitter {
  mainFrame = new StandInFrame()
  /** What main has sent to the page. */
  readonly sent: { channel: string; args: unknown[] }[] = []
  readonly listeners_ = new Set<(channel: string, args: unknown[]) => void>()
  opener: ((details: { url: string }) => { action: string }) | undefined
  crashed = false
  destroyed = false

  isCrashed = () => this.crashed
  isDestroyed = () => this.destroyed
  setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }) => {
    this.opener = handler
  }
  send = (channel: string, ...args: unknown[]) => {
    const copy = structuredClone(args)
    this.sent.push({ channel, args: copy })
    for (const listener of this.listeners_) listener(channel, copy)
  }
  readonly pressed: { script: string; isGesture: boolean }[] = []
  executeJavaScript = async (script: string, isGesture = false) =>
    void this.pressed.push({ script, isGesture })
  /** What it was asked to print, and how. */
  readonly printed: { address: string; options: object }[] = []
  printToPDF = async (options: object): Promise<Buffer> => {
    this.printed.push({ address: this.mainFrame.url, options })
    if (this.destroyed) throw new Error('the window is gone')
    return Buffer.from(`%PDF-1.4 of ${this.mainFrame.url}\n%%EOF`)
  }
  forcefullyCrashRenderer = () => {
    this.crashed = true
    this.emit('render-process-gone', preventable(), { reason: 'killed', exitCode: 1 })
  }
}

/** Electron's BrowserWindow, as far as Midad uses it. */
export class StandInWindow extends EventEmitter {
  readonly options: Record<string, unknown> & { webPreferences?: Record<string, unknown> }
  readonly contents = new StandInContents()
  readonly webContents: StandInContents
  readonly loaded: string[] = []
  destroyed = false
  visible: boolean
  maximised = false
  minimised = false
  focused = 0
  background: unknown
  bounds: Rectangle
  readonly #around: Around
  readonly #all: StandInWindow[]

  constructor(options: StandInWindow['options'], around: Around, all: StandInWindow[]) {
    super()
    this.options = options
    this.#around = around
    this.#all = all
    this.visible = options.show !== false
    this.background = options.backgroundColor
    const { x = 10, y = 20, width = 800, height = 600 } = options as Partial<Rectangle>
    this.bounds = { x, y, width, height }
    this.webContents = known('WebContents', this.contents)
    around.onContents(this.webContents)
  }

  loadURL = async (address: string) => {
    this.loaded.push(address)
    const leaving = preventable()
    if (this.contents.listeners_.size > 0) this.contents.emit('before-leaving', leaving)
    this.contents.listeners_.clear()
    this.contents.crashed = false
    this.contents.emit('did-start-navigation', {
      isMainFrame: true,
      isSameDocument: false,
      url: address,
    })
    const response = await this.#around.fetch(address)
    this.contents.mainFrame = new StandInFrame()
    this.contents.mainFrame.url = address
    if (!response.ok) throw new Error(`ERR_FAILED ${response.status}`)
    this.emit('ready-to-show')
  }
  isDestroyed = () => this.destroyed
  isMinimized = () => this.minimised
  isMaximized = () => this.maximised
  getNormalBounds = () => this.bounds
  setBackgroundColor = (colour: string) => void (this.background = colour)
  restore = () => void (this.minimised = false)
  focus = () => void (this.focused += 1)
  /** Somebody works in it. */
  inFront = true
  isFocused = () => this.inFront
  show = () => void (this.visible = true)
  hide = () => {
    this.visible = false
    this.emit('hide')
  }
  maximize = () => {
    this.maximised = true
    this.emit('maximize')
  }
  /** As the system's close button does. Answers whether it went. */
  close = (): boolean => {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
    return !event.defaultPrevented
  }
  destroy = () => {
    if (this.destroyed) return
    this.destroyed = true
    this.contents.destroyed = true
    this.#all.splice(this.#all.indexOf(this), 1)
    this.emit('closed')
    if (this.#all.length === 0) this.#around.onAllClosed()
  }
}

/** The class itself, for `new BrowserWindow(…)`; `made` gets each window. */
export function browserWindowClass(around: Around, made: StandInWindow[], open: StandInWindow[]) {
  return new Proxy(StandInWindow as unknown as new (options: object) => object, {
    construct(_target, [options]: [StandInWindow['options']]) {
      checkConstruction('BrowserWindow', [options])
      const window = new StandInWindow(options, around, open)
      made.push(window)
      open.push(window)
      return known('BrowserWindow', window)
    },
  })
}
