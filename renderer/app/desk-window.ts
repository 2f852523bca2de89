import type { DeskState, Notice, OpenArticle } from '../../core/api/contract.ts'
import type { LanguageCode } from '../../core/model/language-code.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { DeskClient } from '../desk/client.ts'
import { windowName } from '../desk/window-name.ts'
import { keepBefore } from '../features/article/keep-before.ts'
import { ArticleSession } from '../features/article/session.ts'
import { Shelf } from '../features/library/shelf.ts'
import { answerFlush } from './answer-flush.ts'
import { ConflictChoice } from './conflict-choice.ts'
import { Notices } from './notices.ts'
import { Recovery } from './recovery.ts'
import { isBeingRestored, restoreVersion } from './restore-version.ts'
import { ShownSettings } from './shown-settings.ts'
import { watchLeaving } from './watch-leaving.ts'
import { WindowBulk } from './window-bulk.ts'
import { WindowFiles } from './window-files.ts'
import { beginAnew, WindowLibrary } from './window-library.ts'
import type { Told, WindowState } from './window-state.ts'

/** What this window does with the desk: opens and closes articles so that no text is left behind unsaved. */
export class DeskWindow {
  readonly shelf: Shelf
  readonly bulk: WindowBulk
  readonly recovery: Recovery
  readonly library: WindowLibrary
  readonly files: WindowFiles
  readonly conflict: ConflictChoice
  readonly #desk: DeskClient
  /** What nobody could be told yet. */
  readonly #untold: Told[] = []
  #tell: (told: Told) => void = (told) => void this.#untold.push(told)
  readonly #listeners = new Set<() => void>()
  readonly #commandListeners = new Set<(id: string) => void>()
  #state: WindowState
  readonly #settings: ShownSettings
  readonly #notices: Notices
  #opening = 0

  constructor(desk: DeskClient, state: DeskState, opened: OpenArticle | null) {
    this.#desk = desk
    this.#settings = new ShownSettings(state.settings)
    this.#notices = new Notices(state.notices)
    this.shelf = new Shelf(desk, {
      view: state.settings.listView,
      ownNames: state.settings.ownNames,
      language: state.settings.storyLanguage,
      // A desk that cannot keep it shows it all the same.
      onView: (listView) => void desk.call('settings.change', { listView }).catch(() => undefined),
    })
    this.bulk = new WindowBulk({
      desk,
      session: () => this.#state.session,
      close: () => this.close(),
      trashOne: (id) => this.trash(id),
      onGone: (id) => this.shelf.forget(id),
      exportMany: (ids) => this.files.exportArticles(ids),
      tell: (told) => this.#tell(told),
    })
    this.recovery = new Recovery(desk)
    this.library = new WindowLibrary({
      desk,
      path: state.library,
      flush: async () => this.#state.session?.flush(),
      leave: () => this.#leave(),
      onCopied: (copy) => this.#tell({ kind: 'copied', copy }),
      onMoved: (place, left) => this.#tell({ kind: 'moved', place, left }),
      onPathCopied: () => this.#tell({ kind: 'path-copied' }),
      onFailed: (error) => this.#tell({ kind: 'error', error }),
    })
    this.files = new WindowFiles({
      desk,
      keep: async () => {
        const { session } = this.#state
        if (session) await keepBefore(desk, session, 'before-import')
      },
      flush: async () => this.#state.session?.flush(),
      open: (id) => this.open(id),
      tell: (told) => this.#tell(told),
    })
    this.conflict = new ConflictChoice({
      desk,
      session: () => this.#state.session,
      leave: () => this.#show(null),
      open: (id) => this.open(id),
      onFailed: (error) => this.#tell({ kind: 'error', error }),
      onNotSaved: (error) => this.#tell({ kind: 'not-saved', error }),
    })
    this.#state = {
      settings: state.settings,
      session: opened && this.#sessionOf(opened),
      notices: this.#notices.shown(),
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

  /**
   * Opens an article once everything of the present one is on the disk; otherwise stays where the text is. Of several that
   * were asked for one after the other, the last is shown.
   */
  async open(id: string): Promise<void> {
    const isWanted = this.#next()
    if (this.#state.session?.id === id || !(await this.#leave())) return
    await this.#ask(async () => {
      const opened = await this.#desk.call('article.open', { id, window: windowName() })
      await this.#showOnceLeft(opened, isWanted)
    })
  }

  /** A new article, plain or of a type. */
  create(type?: string): Promise<void> {
    const language = this.#state.settings.storyLanguage
    return this.#begin(() => this.#desk.call('article.create', { language, ...(type && { type }) }))
  }

  /** A copy of this article; of the open one where none is said. */
  async duplicate(id = this.#state.session?.id): Promise<void> {
    if (id) await this.#begin(() => this.#desk.call('article.duplicate', { id }))
  }

  /** A sister of the open article in another language, with this one beside it. */
  async translate(language: LanguageCode): Promise<void> {
    const id = this.#state.session?.id
    if (id) await this.#begin(() => this.#desk.call('article.translate', { id, language }))
  }

  /** Shows the article that the call makes, once everything of the present one is on the disk. */
  async #begin(make: () => Promise<OpenArticle>): Promise<void> {
    const isWanted = this.#next()
    if (!(await this.#leave())) return
    await this.#ask(async () => this.#showOnceLeft(await make(), isWanted))
  }

  /** Something else is to be shown: what was asked for before is not wanted any more. Answers whether this still is. */
  #next(): () => boolean {
    const number = (this.#opening += 1)
    return () => number === this.#opening
  }
  /** Letters may have been typed while the desk was answering: they are saved before their editor goes. */
  async #showOnceLeft(opened: OpenArticle, isWanted: () => boolean): Promise<void> {
    if (isWanted() && (await this.#leave()) && isWanted()) this.#show(opened)
  }

  /** Closes the open article once the disk has everything; false where it stays open. */
  async close(): Promise<boolean> {
    const isWanted = this.#next()
    if (!(await this.#leave()) || !isWanted()) return false
    this.#show(null)
    return true
  }

  async trash(id: string): Promise<void> {
    try {
      if (this.#state.session?.id === id) {
        if (!(await this.#leave())) return
        if (this.#state.session?.id === id) this.#show(null)
      }
      await this.#desk.call('article.trash', { id })
      this.shelf.forget(id)
      this.#tell({ kind: 'trashed', id })
    } catch (thrown) {
      this.#tell({ kind: 'error', error: thrown })
    }
  }

  async restore(id: string): Promise<void> {
    await this.#ask(async () => {
      await this.#desk.call('trash.restore', { id })
      await this.open(id)
    })
  }

  /**
   * A version's text, kept at `at`, becomes the present one and is shown; a toast offers the way back.
   * @throws DeskError where it stays as it was
   */
  async restoreVersion(version: string, at: string): Promise<void> {
    const restored = await this.#putBack(version)
    if (restored) this.#tell({ kind: 'restored', at, ...restored })
  }

  /** Takes a restored version back, whatever is open by now. */
  async undoRestore(id: string, before: string): Promise<void> {
    await this.open(id)
    if (this.#state.session?.id === id) await this.#ask(() => this.#putBack(before))
  }

  async #putBack(version: string): Promise<{ id: string; before: string } | null> {
    const { session } = this.#state
    if (!session) return null
    const { opened, before } = await restoreVersion(this.#desk, session, version)
    if (this.#state.session === session) this.#show(opened)
    return { id: session.id, before }
  }

  async #showNewer({ id, key }: ArticleSession): Promise<void> {
    await this.conflict.showTheirs()
    const { session } = this.#state
    if (session?.id === id && session.key !== key) this.#tell({ kind: 'changed' })
  }

  /** Holds at once on screen; goes back to what it was where the desk cannot keep it. */
  async changeSettings(part: Partial<Settings>): Promise<void> {
    const change = this.#settings.ask(part)
    this.#set({ settings: this.#settings.all() })
    try {
      this.#settings.succeed(change, await this.#desk.call('settings.change', part))
    } catch (thrown) {
      this.#settings.fail(change)
      this.#tell({ kind: 'error', error: thrown })
    }
    this.#set({ settings: this.#settings.all() })
  }

  dismiss(notice: Notice): void {
    this.#notices.dismiss(notice)
    this.#set({ notices: this.#notices.shown() })
  }

  async #ask(call: () => Promise<unknown>): Promise<void> {
    try {
      await call()
    } catch (thrown) {
      this.#tell({ kind: 'error', error: thrown })
    }
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
    this.#set({ session: opened && this.#sessionOf(opened) })
  }

  #sessionOf(opened: OpenArticle): ArticleSession {
    this.recovery.opened(opened.article.id)
    return new ArticleSession(this.#desk, opened)
  }

  /** The desk was away and is back, perhaps started anew: what it has to tell, and its list. */
  async #catchUp(): Promise<void> {
    try {
      const { settings, notices, library } = await this.#desk.call('desk.state', {})
      if (library !== this.library.path()) return beginAnew()
      this.#settings.hear(settings)
      this.#notices.catchUp(notices.filter((notice) => !this.#saysItself(notice)))
      this.#set({ settings: this.#settings.all(), notices: this.#notices.shown() })
      await this.shelf.refresh()
    } catch {
      // Away again: the next connection asks.
    }
  }

  /** The open article says it, with what can be done. */
  #saysItself({ code, details }: Notice): boolean {
    return code === 'save-refused' && details.id === this.#state.session?.id
  }

  #hear(event: Parameters<Parameters<DeskClient['listen']>[0]>[0]) {
    const { session } = this.#state
    switch (event.name) {
      case 'settings.changed':
        this.#settings.hear(event.data)
        return this.#set({ settings: this.#settings.all() })
      case 'notice':
        if (this.#saysItself(event.data as Notice)) return undefined
        if (event.data.code === 'library-back') this.#tell({ kind: 'library-back' })
        this.#notices.hear(event.data as Notice)
        return this.#set({ notices: this.#notices.shown() })
      case 'article.removed':
        if (event.data.id !== session?.id || session.saveState().kind !== 'saved') return undefined
        this.#tell({ kind: 'removed' })
        return this.#show(null)
      case 'article.changed':
        // Written by somebody else while nothing is unsaved here: show what the disk has.
        if (event.data.row.id !== session?.id || isBeingRestored(session)) return undefined
        if (session.isOlderThan(event.data.revision)) void this.#showNewer(session)
        return undefined
      case 'source.noted':
        if (event.data.id === session?.id) session.sourceNoted(event.data.revision)
        return undefined
      case 'window.open':
        return void this.open(event.data.id)
      case 'window.flush':
        return void answerFlush(this.#desk, session, event.data.round)
      case 'library.changed':
        return beginAnew()
      case 'library.moving':
      case 'library.moved':
        return this.library.hear(event)
      case 'window.command':
        for (const listener of this.#commandListeners) listener(event.data.id)
        return undefined
      case 'trash.changed':
      case 'spelling.changed':
      case 'names.changed':
      case 'types.changed':
      case 'themes.changed':
        // Who shows it listens for itself.
        return undefined
    }
  }

  #set(part: Partial<WindowState>) {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}
