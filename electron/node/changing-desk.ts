import { realpath } from 'node:fs/promises'
import type { DeskApi, DeskMethodName } from '../../core/api/contract.ts'
import { methodNames } from '../../core/api/contract.ts'
import type { LibraryInfo } from '../../core/desk/ports.ts'
import type { OpenDesk } from './open-desk.ts'

/** A desk whose library can be exchanged under the windows that ask it. */
export class ChangingDesk {
  /** Always the desk of the present library. */
  readonly desk: DeskApi
  readonly #open: (library: string) => Promise<OpenDesk>
  #present: OpenDesk
  #change: Promise<unknown> = Promise.resolve()

  /** `open` founds or opens another library, for writing. */
  constructor(present: OpenDesk, open: (library: string) => Promise<OpenDesk>) {
    this.#present = present
    this.#open = open
    const asked = (name: DeskMethodName): [DeskMethodName, (input: never) => Promise<unknown>] => [
      name,
      (input) => this.#present.desk[name](input),
    ]
    this.desk = Object.fromEntries(methodNames.map(asked)) as unknown as DeskApi
  }

  get library(): LibraryInfo {
    return this.#present.library
  }

  /**
   * Opens the other library first, then `beforeLeaving`, then lets the present one go: where any of these fails,
   * everything stays as it was. One change at a time.
   * @throws as openDesk, and what `beforeLeaving` throws
   */
  change(library: string, beforeLeaving: () => Promise<void>): Promise<LibraryInfo> {
    const changed = this.#change.then(() => this.#exchange(library, beforeLeaving))
    this.#change = changed.catch(() => undefined)
    return changed
  }

  close(): Promise<void> {
    return this.#change.then(() => this.#present.close())
  }

  async #exchange(library: string, beforeLeaving: () => Promise<void>): Promise<LibraryInfo> {
    const old = this.#present
    // The same folder by another name would be refused as held by somebody else: by us.
    const real = await realpath(library).catch(() => library)
    if (real === old.library.path) return old.library
    const next = await this.#open(library)
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
}
