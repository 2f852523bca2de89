// What `import … from 'electron'` finds in the unit tests (vitest.config.ts): Electron as its own types know it, and
// `standIn`, by which a test plays the system and the person in front of it.
import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions, Rectangle } from 'electron'
import { known } from './known.ts'
export { refusals } from './known.ts'

import { browserWindowClass, preventable, type Preventable, type StandInWindow } from './stand-in-window.ts'

type Handler = (event: object, ...args: unknown[]) => unknown
interface Asked {
  kind: 'message' | 'open' | 'save' | 'error'
  options: Record<string, unknown> & { message?: string; detail?: string; buttons?: string[] }
}
type Display = { workArea: Rectangle }

class StandIn {
  /** Every window ever made, and those that are open. */
  readonly made: StandInWindow[] = []
  readonly open: StandInWindow[] = []
  readonly handlers = new Map<string, Handler>()
  readonly schemes: { scheme: string; privileges?: Record<string, boolean> }[] = []
  readonly protocols = new Map<string, (request: Request) => Response | Promise<Response>>()
  readonly switches: Record<string, string> = {}
  readonly paths: Record<string, string> = {}
  readonly asked: Asked[] = []
  /** What the person answers, in turn; without one a dialog stays open for ever. */
  readonly answers: (number | string | null)[] = []
  readonly openedOutside: string[] = []
  readonly openedPaths: string[] = []
  /** The markup that the clipboard holds. */
  copied: string | null = null
  displays: Display[] = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }]
  languages = ['en-GB']
  isSandboxed = false
  isReady = false
  isSecond = false
  handedOver: unknown
  hasEnded = false
  exitCode: number | undefined
  menu: MenuItemConstructorOptions[] = []
  popped: MenuItemConstructorOptions[] = []
  /** Session handlers by name. */
  readonly session: Record<string, (...args: never[]) => unknown> = {}
  isQuitting = false

  /** The items of the menu bar, flat. */
  menuItems(from: MenuItemConstructorOptions[] = this.menu): MenuItemConstructorOptions[] {
    return from.flatMap((item) => [
      item,
      ...(Array.isArray(item.submenu) ? this.menuItems(item.submenu) : []),
    ])
  }

  async answer(kind: Asked['kind'], args: unknown[]): Promise<number | string | null> {
    const options = args.at(-1) as Asked['options'] & { signal?: AbortSignal }
    this.asked.push({ kind, options })
    if (this.answers.length > 0) return this.answers.shift() ?? null
    return new Promise((resolve) => {
      options.signal?.addEventListener('abort', () => resolve((options.cancelId as number | undefined) ?? 0))
    })
  }

  fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const handler = this.protocols.get(new URL(address).protocol.replace(':', ''))
    if (!handler) return Promise.reject(new Error(`nobody answers ${address}`))
    return Promise.resolve(handler({ url: address, method: init.method ?? 'GET' } as Request))
  }
}

/** How a test plays the world around the program. */
export const standIn = new StandIn()

class StandInApp extends EventEmitter {
  isPackaged = false
  enableSandbox = () => {
    if (standIn.isReady) throw new Error('too late for the sandbox')
    standIn.isSandboxed = true
  }
  setName = () => undefined
  setPath = (name: string, path: string) => void (standIn.paths[name] = path)
  getPath = (name: string) => standIn.paths[name] ?? '/documents'
  setAboutPanelOptions = () => undefined
  getPreferredSystemLanguages = () => standIn.languages
  requestSingleInstanceLock = (data: unknown) => {
    standIn.handedOver = structuredClone(data)
    return !standIn.isSecond
  }
  whenReady = async () => {
    await Promise.resolve()
    standIn.isReady = true
  }
  readonly commandLine = known('CommandLine', {
    appendSwitch: (name: string, value: string) => {
      if (standIn.isReady) throw new Error('too late for a switch')
      standIn.switches[name] = value
    },
  })
  exit = (code: number) => {
    standIn.hasEnded = true
    standIn.exitCode = code
  }
  quit = () => {
    const event = preventable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    standIn.isQuitting = true
    // Windows leave the list while it is gone through.
    for (const window of standIn.open.slice()) {
      if (!window.close()) return void (standIn.isQuitting = false)
    }
    this.emit('will-quit', preventable())
    standIn.hasEnded = true
  }
}
const appItself = new StandInApp()
export const app = known('App', appItself)

/** Something happens to the program: `standIn` cannot know `app`'s listeners, this can. */
export const happen = (event: string, ...args: unknown[]): Preventable => {
  const first = preventable()
  appItself.emit(event, first, ...args)
  return first
}

export const BrowserWindow = browserWindowClass(
  {
    onContents: (contents) => void appItself.emit('web-contents-created', preventable(), contents),
    fetch: (address) => standIn.fetch(address),
    onAllClosed: () => {
      if (standIn.isQuitting) return
      if (!appItself.emit('window-all-closed')) appItself.quit()
    },
  },
  standIn.made,
  standIn.open,
)

export const ipcMain = known('IpcMain', {
  handle: (channel: string, handler: Handler) => void standIn.handlers.set(channel, handler),
})

export const protocol = known('Protocol', {
  registerSchemesAsPrivileged: (schemes: typeof standIn.schemes) => {
    if (standIn.isReady) throw new Error('too late for a scheme')
    standIn.schemes.push(...schemes)
  },
  handle: (scheme: string, handler: (request: Request) => Response) => {
    if (!standIn.isReady) throw new Error('too early for a protocol')
    standIn.protocols.set(scheme, handler)
  },
})

const canceled = (answer: unknown) => answer === null
export const dialog = known('Dialog', {
  showMessageBox: async (...args: unknown[]) => ({ response: Number(await standIn.answer('message', args)) }),
  showOpenDialog: async (...args: unknown[]) => {
    const answer = await standIn.answer('open', args)
    return { canceled: canceled(answer), filePaths: canceled(answer) ? [] : [String(answer)] }
  },
  showSaveDialog: async (...args: unknown[]) => {
    const answer = await standIn.answer('save', args)
    return { canceled: canceled(answer), filePath: canceled(answer) ? '' : String(answer) }
  },
  showErrorBox: (message: string, detail: string) =>
    void standIn.asked.push({ kind: 'error', options: { message, detail } }),
})

export const shell = known('Shell', {
  openExternal: async (address: string) => void standIn.openedOutside.push(address),
  openPath: async (path: string) => {
    standIn.openedPaths.push(path)
    return ''
  },
})

export const clipboard = known('Clipboard', {
  read: async () => [
    known('ClipboardItem', {
      types: standIn.copied === null ? ['text/plain'] : ['text/html', 'text/plain'],
      getType: async (type: string) =>
        new Blob([type === 'text/html' ? (standIn.copied ?? '') : ''], { type }),
    }),
  ],
})

const templates = new WeakMap<object, MenuItemConstructorOptions[]>()
export const Menu = known('Menu', {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => {
    const menu = known('Menu', new StandInMenu(template))
    templates.set(menu, template)
    return menu
  },
  setApplicationMenu: (menu: object) => void (standIn.menu = templates.get(menu) ?? []),
})
class StandInMenu {
  readonly #template: MenuItemConstructorOptions[]
  constructor(template: MenuItemConstructorOptions[]) {
    this.#template = template
  }
  popup = (_options?: object) => void (standIn.popped = this.#template)
}

class StandInTheme extends EventEmitter {
  themeSource = 'system'
  shouldUseDarkColors = false
}
const themeItself = new StandInTheme()
export const nativeTheme = known('NativeTheme', themeItself)
/** The system turns dark or light. */
export const turnDark = (isDark: boolean): void => {
  themeItself.shouldUseDarkColors = isDark
  themeItself.emit('updated')
}

class StandInPower extends EventEmitter {}
const powerItself = new StandInPower()
export const powerMonitor = known('PowerMonitor', powerItself)
/** The computer is being switched off. */
export const shutDown = (): Preventable => {
  const event = preventable()
  powerItself.emit('shutdown', event)
  return event
}

export const screen = known('Screen', {
  getAllDisplays: () => standIn.displays,
  getPrimaryDisplay: () => standIn.displays[0],
})

const kept =
  (name: string) =>
  (...args: unknown[]) =>
    void (standIn.session[name] = args.at(-1) as (...args: never[]) => unknown)
class StandInSession extends EventEmitter {
  setPermissionRequestHandler = kept('request')
  setPermissionCheckHandler = kept('check')
  setDevicePermissionHandler = kept('device')
  setSpellCheckerEnabled = (isOn: boolean) => void (standIn.session.speller = () => isOn)
  readonly webRequest = known('WebRequest', { onBeforeRequest: kept('web') })
}
const sessionItself = new StandInSession()
export const session = { defaultSession: known('Session', sessionItself) }
/** The page asks the session for something by an event. */
export const askSession = (event: string, ...args: unknown[]): Preventable => {
  const first = preventable()
  sessionItself.emit(event, first, ...args)
  return first
}
