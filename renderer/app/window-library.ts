import type { DeskEvent } from '../../core/api/contract.ts'
import type { KnownLibrary, MoveProgress } from '../../core/api/libraries.ts'
import type { DeskClient } from '../desk/client.ts'

/** A copy that is saved or opened, or the library on its way to another folder. */
export type LibraryWork = 'saving' | 'opening' | 'moving'

/** A copy of the library that was saved. */
export interface SavedCopy {
  place: string
  articles: number
  bytes: number
  /** It has the open article to its last word. */
  hasAll: boolean
}

interface LibraryWorld {
  desk: DeskClient
  /** Where the library lies. */
  path: string
  /** Resolves when the disk has the open article; rejects with why it does not. */
  flush: () => Promise<void>
  /** The same, and says why not; false where the article must stay open. */
  leave: () => Promise<boolean>
  onCopied: (copy: SavedCopy) => void
  /** `left`: the old folder, where not all of it could be removed. */
  onMoved: (place: string, left: string | null) => void
  onPathCopied: () => void
  onFailed: (error: unknown) => void
}

/** Another library: nothing of the present one may stay on screen, not even the name of its article in the address. */
export function beginAnew(): void {
  const language = new URLSearchParams(location.search).get('language')
  location.replace(language ? `/?language=${encodeURIComponent(language)}` : '/')
}

/** What this window does with the library as a whole. Paths are given only where the host takes them in words. */
export class WindowLibrary {
  readonly #world: LibraryWorld
  readonly #listeners = new Set<() => void>()
  #work: LibraryWork | null = null
  #path: string
  #progress: MoveProgress = null
  #recent: readonly KnownLibrary[] | null = null

  constructor(world: LibraryWorld) {
    this.#world = world
    this.#path = world.path
  }

  /** What is being done with the library as a whole; it may take minutes. */
  work = (): LibraryWork | null => this.#work ?? (this.#progress ? 'moving' : null)
  /** Where it lies now. */
  path = (): string => this.#path
  /** How far it has come on its way to another folder, whichever window has asked for that. */
  progress = (): MoveProgress => this.#progress
  /** The libraries that were open, as they were looked for last; null where nobody did yet. */
  recent = (): readonly KnownLibrary[] | null => this.#recent
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Another library, in `place` or chosen in the host's own dialog; the host then loads this window anew. */
  async choose(place?: string): Promise<void> {
    if (!(await this.#world.leave())) return
    await this.#ask(() => this.#world.desk.call('host.chooseLibrary', place === undefined ? {} : { place }))
  }

  /** A new library, in `place` or where the host's own dialog is told; false where there is none. */
  create(place?: string, onFailed = this.#world.onFailed): Promise<boolean> {
    return this.#opened(onFailed, () =>
      this.#world.desk.call('host.newLibrary', place === undefined ? {} : { place }),
    )
  }

  /** The library in `place`, which was typed; false where it is not opened. */
  openTyped(place: string, onFailed: (error: unknown) => void): Promise<boolean> {
    return this.#opened(onFailed, () => this.#world.desk.call('host.chooseLibrary', { place }))
  }

  /** One of those that were open. */
  async openRecent(path: string): Promise<void> {
    await this.#opened(this.#world.onFailed, () => this.#world.desk.call('host.openRecent', { path }))
    await this.look()
  }

  /** Looks again for the libraries that were open. */
  async look(): Promise<void> {
    // A host that keeps to its library has none.
    const { recent } = await this.#world.desk.call('host.libraries', {}).catch(() => ({ recent: [] }))
    this.#list(recent)
  }

  async forget(path: string): Promise<void> {
    await this.#ask(async () =>
      this.#list((await this.#world.desk.call('host.forgetLibrary', { path })).recent),
    )
  }

  /**
   * Moves the library's folder, to `place` or where the host's own dialog is told; false where it stays. The text needs no saving
   * first: the host asks every window for it.
   */
  move(place?: string, onFailed = this.#world.onFailed): Promise<boolean> {
    return this.#while('moving', onFailed, async () => {
      const { desk, onMoved } = this.#world
      const { library, left } = await desk.call('host.moveLibrary', place === undefined ? {} : { place })
      if (library === null) return false
      onMoved(library, left)
      return true
    })
  }

  async stopMoving(): Promise<void> {
    await this.#ask(() => this.#world.desk.call('host.stopMoving', {}))
  }

  /** Puts the path of the folder on the clipboard. */
  async copyPath(): Promise<void> {
    await this.#ask(async () => {
      await navigator.clipboard.writeText(this.#path)
      this.#world.onPathCopied()
    })
  }

  /** What the host tells every window. */
  hear(event: DeskEvent & { name: 'library.moving' | 'library.moved' }): void {
    if (event.name === 'library.moving') this.#progress = event.data.progress
    else {
      this.#path = event.data.library
      void this.look()
    }
    this.#tell()
  }

  /** Shows the library's folder in the system's file manager. */
  async reveal(): Promise<void> {
    await this.#ask(() => this.#world.desk.call('host.revealLibrary', {}))
  }

  /**
   * Saves a copy of all that the library holds and tells where it lies; false where there is none. A text that cannot be
   * saved does not stand in the way: a full disk is a reason to copy. It is told that the copy lacks it.
   */
  saveCopy(place?: string, onFailed = this.#world.onFailed): Promise<boolean> {
    return this.#while('saving', onFailed, async () => {
      const { desk, flush, onCopied } = this.#world
      const hasAll = await flush().then(
        () => true,
        () => false,
      )
      const copy = await desk.call('host.saveCopy', place === undefined ? {} : { place })
      if (copy.place === null) return false
      onCopied({ ...copy, place: copy.place, hasAll })
      return true
    })
  }

  /** Opens what a copy holds as the library, in a folder of its own; false where it is not opened. */
  openCopy(paths: { copy?: string; place?: string } = {}, onFailed = this.#world.onFailed): Promise<boolean> {
    return this.#while('opening', onFailed, async () => {
      if (!(await this.#world.leave())) return false
      return (await this.#world.desk.call('host.openCopy', paths)).library !== null
    })
  }

  #opened(
    onFailed: (error: unknown) => void,
    call: () => Promise<{ library: string | null }>,
  ): Promise<boolean> {
    return this.#while('opening', onFailed, async () => {
      if (!(await this.#world.leave())) return false
      return (await call()).library !== null
    })
  }

  #list(recent: readonly KnownLibrary[]): void {
    this.#recent = recent
    this.#tell()
  }

  async #ask(call: () => Promise<unknown>): Promise<void> {
    try {
      await call()
    } catch (thrown) {
      this.#world.onFailed(thrown)
    }
  }

  /** One at a time. */
  async #while(
    work: LibraryWork,
    onFailed: (error: unknown) => void,
    does: () => Promise<boolean>,
  ): Promise<boolean> {
    if (this.#work) return false
    this.#set(work)
    try {
      return await does()
    } catch (thrown) {
      onFailed(thrown)
      return false
    } finally {
      this.#set(null)
    }
  }

  #set(work: LibraryWork | null) {
    this.#work = work
    this.#tell()
  }

  #tell() {
    for (const listener of this.#listeners) listener()
  }
}
