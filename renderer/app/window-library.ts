import type { DeskClient } from '../desk/client.ts'

export type CopyWork = 'saving' | 'opening'

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
  /** Resolves when the disk has the open article; rejects with why it does not. */
  flush: () => Promise<void>
  /** The same, and says why not; false where the article must stay open. */
  leave: () => Promise<boolean>
  onCopied: (copy: SavedCopy) => void
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
  #work: CopyWork | null = null

  constructor(world: LibraryWorld) {
    this.#world = world
  }

  /** What is being done with a copy; it may take minutes. */
  work = (): CopyWork | null => this.#work
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

  async #ask(call: () => Promise<unknown>): Promise<void> {
    try {
      await call()
    } catch (thrown) {
      this.#world.onFailed(thrown)
    }
  }

  /** One at a time. */
  async #while(
    work: CopyWork,
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

  #set(work: CopyWork | null) {
    this.#work = work
    for (const listener of this.#listeners) listener()
  }
}
