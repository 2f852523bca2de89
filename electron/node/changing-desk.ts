import { realpath } from 'node:fs/promises'
import type { DeskApi, DeskMethodName } from '../../core/api/contract.ts'
import { methodNames } from '../../core/api/contract.ts'
import type { WriteFile } from '../../core/desk/exporting.ts'
import type { LibraryInfo } from '../../core/desk/ports.ts'
import type { OpenDesk } from './open-desk.ts'

/** Opens a library; `create`: founds one where there is none; `requireWrite`: or fails. */
export type OpenLibrary = (
  library: string,
  wish: { create: boolean; requireWrite: boolean },
) => Promise<OpenDesk>

/** A desk whose library can be exchanged under the windows that ask it. */
export class ChangingDesk {
  /** Always the desk of the present library. */
  readonly desk: DeskApi
  /** Of the present library too. */
  readonly writeFile: WriteFile
  readonly #open: OpenLibrary
  #present: OpenDesk
  #change: Promise<unknown> = Promise.resolve()
  /** While the present library is away, calls wait for it. */
  #back: Promise<void> | undefined

  constructor(present: OpenDesk, open: OpenLibrary) {
    this.#present = present
    this.#open = open
    const asked = (name: DeskMethodName): [DeskMethodName, (input: never) => Promise<unknown>] => [
      name,
      async (input) => {
        if (this.#back) await this.#back
        return this.#present.desk[name](input)
      },
    ]
    this.desk = Object.fromEntries(methodNames.map(asked)) as unknown as DeskApi
    this.writeFile = async (input) => {
      if (this.#back) await this.#back
      return this.#present.writeFile(input)
    }
  }

  get library(): LibraryInfo {
    return this.#present.library
  }

  /**
   * Opens the other library first, for writing, then `beforeLeaving`, then lets the present one go: where any of these fails,
   * everything stays as it was. One change at a time. Founds a library where there is none, unless `create` is false.
   * @throws as openDesk, and what `beforeLeaving` throws
   */
  change(library: string, beforeLeaving: () => Promise<void>, create = true): Promise<LibraryInfo> {
    return this.#next(() => this.#exchange(library, beforeLeaving, create))
  }

  /**
   * After `beforeLeaving` lets the present library go, and every call wait until `work` answers the desk to go on with; where it
   * throws, the library is opened again where it was. @throws what `beforeLeaving` and `work` throw
   */
  leaveFor(beforeLeaving: () => Promise<void>, work: () => Promise<OpenDesk>): Promise<LibraryInfo> {
    return this.#next(() => this.#away(beforeLeaving, work))
  }

  close(): Promise<void> {
    return this.#change.then(() => this.#present.close())
  }

  #next(does: () => Promise<LibraryInfo>): Promise<LibraryInfo> {
    const changed = this.#change.then(does)
    this.#change = changed.catch(() => undefined)
    return changed
  }

  async #exchange(
    library: string,
    beforeLeaving: () => Promise<void>,
    create: boolean,
  ): Promise<LibraryInfo> {
    const old = this.#present
    // The same folder by another name would be refused as held by somebody else: by us.
    const real = await realpath(library).catch(() => library)
    if (real === old.library.path) return old.library
    const next = await this.#open(library, { create, requireWrite: true })
    try {
      await beforeLeaving()
    } catch (thrown) {
      await next.close()
      throw thrown
    }
    this.#present = next
    await old.close()
    return next.library
  }

  async #away(beforeLeaving: () => Promise<void>, work: () => Promise<OpenDesk>): Promise<LibraryInfo> {
    await beforeLeaving()
    const { path } = this.library
    let isBack = (): void => undefined
    this.#back = new Promise((resolve) => {
      isBack = resolve
    })
    try {
      await this.#present.close()
      this.#present = await work()
    } catch (thrown) {
      this.#present = await this.#open(path, { create: false, requireWrite: false })
      throw thrown
    } finally {
      this.#back = undefined
      isBack()
    }
    return this.library
  }
}
