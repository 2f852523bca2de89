import type { DeskState, Notice, OpenArticle } from '../../core/api/contract.ts'
import { DeskError, type DeskErrorCode } from '../../core/api/errors.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { DeskClient } from '../desk/client.ts'
import { windowName } from '../desk/window-name.ts'
import { saveAsNew } from '../features/article/save-as-new.ts'
import { ArticleSession } from '../features/article/session.ts'
import { importFiles } from '../features/library/import-files.ts'
import { Shelf } from '../features/library/shelf.ts'
import { watchLeaving } from './watch-leaving.ts'

export interface WindowState {
  settings: Settings
  /** Null where no article is open. */
  session: ArticleSession | null
  notices: readonly Notice[]
}
/** What a person is told in passing. */
export interface Told {
  kind: 'trashed' | 'imported' | 'error' | 'not-saved'
  count?: number
  id?: string
  error?: unknown
  /** Codes of what an import had to leave out or guess. */
  warnings?: readonly string[]
}

/** Another library: nothing of the present one may stay on screen, not even the name of its article in the address. */
function beginAnew(): void {
  const language = new URLSearchParams(location.search).get('language')
  location.replace(language ? `/?language=${encodeURIComponent(language)}` : '/')
}

/** What this window does with the desk: opens and closes articles so that no text is left behind unsaved. */
export class DeskWindow {
  readonly shelf: Shelf
  readonly #desk: DeskClient
  /** What nobody could be told yet. */
  readonly #untold: Told[] = []
  #tell: (told: Told) => void = (told) => void this.#untold.push(told)
  readonly #listeners = new Set<() => void>()
  readonly #commandListeners = new Set<(id: string) => void>()
  #state: WindowState
  readonly #library: string
  #opening = 0
  #changing = 0

  constructor(desk: DeskClient, state: DeskState, opened: OpenArticle | null) {
    this.#desk = desk
    this.#library = state.library
    this.shelf = new Shelf(desk)
    this.#state = {
      settings: state.settings,
      session: opened && new ArticleSession(desk, opened),
      notices: state.notices,
    }
  }

  state = (): WindowState => this.#state
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Who says to a person what there is to tell, from now on. */
  tellTo(tell: (told: Told) => void): void {
    this.#tell = tell
    for (const told of this.#untold.splice(0)) tell(told)
  }

  /** Commands chosen outside the page, in the native menu; answers how to stop. */
  onCommand = (listener: (id: string) => void) => {
    this.#commandListeners.add(listener)
    return () => {
      this.#commandListeners.delete(listener)
    }
  }

  /** Listens to the desk and to the window's leaving; answers how to stop. */
  start(): () => void {
    const stops = [
      watchLeaving(() => this.#state.session),
      this.shelf.open(),
      this.#desk.listen(
        (event) => this.#hear(event),
        () => void this.#catchUp(),
      ),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** Opens an article once everything of the present one is on the disk; otherwise stays where the text is. */
  async open(id: string): Promise<void> {
    if (this.#state.session?.id === id) return
    const number = (this.#opening += 1)
    if (!(await this.#leave())) return
    try {
      const opened = await this.#desk.call('article.open', { id, window: windowName() })
      // Letters may have been typed while the desk was answering: they are saved before their editor goes.
      if (number === this.#opening && (await this.#leave())) this.#show(opened)
    } catch (thrown) {
      this.#tell({ kind: 'error', error: thrown })
    }
  }

  async create(): Promise<void> {
    this.#opening += 1
    if (!(await this.#leave())) return
    try {
      const opened = await this.#desk.call('article.create', { language: this.#state.settings.storyLanguage })
      if (await this.#leave()) this.#show(opened)
    } catch (thrown) {
      this.#tell({ kind: 'error', error: thrown })
    }
  }

  /** Closes the open article once the disk has everything; false where it stays open. */
  async close(): Promise<boolean> {
    this.#opening += 1
    if (!(await this.#leave())) return false
    this.#show(null)
    return true
  }

  /** Another library, in `place` or chosen in the host's own dialog; the host then loads this window anew. */
  async chooseLibrary(place?: string): Promise<void> {
    if (!(await this.#leave())) return
    await this.#ask(() => this.#desk.call('host.chooseLibrary', place === undefined ? {} : { place }))
  }

  /** Shows the library's folder in the system's file manager. */
  async revealLibrary(): Promise<void> {
    await this.#ask(() => this.#desk.call('host.revealLibrary', {}))
  }

  async trash(id: string): Promise<void> {
    try {
      if (this.#state.session?.id === id) {
        if (!(await this.#leave())) return
        this.#show(null)
      }
      await this.#desk.call('article.trash', { id })
      this.shelf.remove(id)
      this.#tell({ kind: 'trashed', id })
    } catch (thrown) {
      this.#tell({ kind: 'error', error: thrown })
    }
  }

  async restore(id: string): Promise<void> {
    try {
      this.shelf.put(await this.#desk.call('trash.restore', { id }))
      await this.open(id)
    } catch (thrown) {
      this.#tell({ kind: 'error', error: thrown })
    }
  }

  async import(files: readonly File[]): Promise<void> {
    const { first, count, warnings, errors } = await importFiles(this.#desk, files)
    for (const error of errors) this.#tell({ kind: 'error', error })
    if (count > 0) this.#tell({ kind: 'imported', count, warnings })
    if (first) await this.open(first)
  }

  /** After a conflict: my text becomes an article of its own, beside the one that was saved elsewhere. */
  async keepMineAsNew(): Promise<void> {
    const { session } = this.#state
    if (!session) return
    try {
      const id = await saveAsNew(this.#desk, session)
      this.#discardSession()
      await this.open(id)
    } catch (thrown) {
      this.#tell({ kind: 'error', error: thrown })
    }
  }

  /** After a conflict: shows what was saved elsewhere; my text, to its last letter, stays in a file beside it. */
  async showTheirs(): Promise<void> {
    const { session } = this.#state
    if (!session) return
    try {
      await session.keepApart()
    } catch (thrown) {
      this.#tell({ kind: 'not-saved', error: thrown })
      return
    }
    this.#discardSession()
    await this.open(session.id)
  }

  /** Holds at once on screen; goes back to what it was where the desk cannot keep it. */
  async changeSettings(part: Partial<Settings>): Promise<void> {
    const before = this.#state.settings
    const number = (this.#changing += 1)
    this.#set({ settings: { ...before, ...part } })
    try {
      const settings = await this.#desk.call('settings.change', part)
      // The answer to an older change does not know of a newer one.
      if (number === this.#changing) this.#set({ settings })
    } catch (thrown) {
      this.#set({ settings: before })
      this.#tell({ kind: 'error', error: thrown })
    }
  }

  dismiss(notice: Notice): void {
    this.#set({ notices: this.#state.notices.filter((other) => other !== notice) })
  }

  async #ask(call: () => Promise<unknown>): Promise<void> {
    try {
      await call()
    } catch (thrown) {
      this.#tell({ kind: 'error', error: thrown })
    }
  }

  /** Tells the host that waits for it whether the disk has the open article. */
  async #answerFlush(round: number): Promise<void> {
    let problem: DeskErrorCode | null = null
    try {
      await this.#state.session?.flush()
    } catch (thrown) {
      problem = thrown instanceof DeskError ? thrown.code : 'internal'
    }
    // A host that has gone meanwhile waits for nothing.
    await this.#desk.call('host.flushed', { round, problem }).catch(() => undefined)
  }

  async #leave(): Promise<boolean> {
    const { session } = this.#state
    try {
      await session?.flush()
      return true
    } catch (error) {
      this.#tell({ kind: 'not-saved', error })
      return false
    }
  }

  #show(opened: OpenArticle | null) {
    this.#state.session?.close()
    this.#set({ session: opened && new ArticleSession(this.#desk, opened) })
  }

  #discardSession() {
    this.#state.session?.close()
    this.#set({ session: null })
  }

  /** The desk was away and is back, perhaps started anew: what it has to tell, and its list. */
  async #catchUp(): Promise<void> {
    try {
      const { settings, notices, library } = await this.#desk.call('desk.state', {})
      if (library !== this.#library) return beginAnew()
      this.#set({ settings, notices })
      await this.shelf.refresh()
    } catch {
      // Away again: the next connection asks.
    }
  }

  #hear(event: Parameters<Parameters<DeskClient['listen']>[0]>[0]) {
    const { session } = this.#state
    switch (event.name) {
      case 'settings.changed':
        return this.#set({ settings: event.data })
      case 'notice':
        // The open article says so itself, with what can be done.
        if (event.data.code === 'save-refused' && event.data.details.id === session?.id) return undefined
        return this.#set({ notices: [...this.#state.notices, event.data as Notice] })
      case 'article.removed':
        return event.data.id === session?.id && session.saveState().kind === 'saved'
          ? this.#show(null)
          : undefined
      case 'article.changed':
        // Saved from another window while nothing is unsaved here: show what the disk has.
        if (event.data.row.id === session?.id && session.isOlderThan(event.data.revision))
          void this.showTheirs()
        return undefined
      case 'window.open':
        return void this.open(event.data.id)
      case 'window.flush':
        return void this.#answerFlush(event.data.round)
      case 'library.changed':
        return beginAnew()
      case 'window.command':
        for (const listener of this.#commandListeners) listener(event.data.id)
        return undefined
    }
  }

  #set(part: Partial<WindowState>) {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}
