import type { DeskClient } from '../desk/client.ts'
import { saveAsNew } from '../features/article/save-as-new.ts'
import type { ArticleSession } from '../features/article/session.ts'

interface ConflictWorld {
  desk: DeskClient
  session: () => ArticleSession | null
  /** Takes the article off the screen, as it is. */
  leave: () => void
  open: (id: string) => Promise<void>
  onFailed: (error: unknown) => void
  onNotSaved: (error: unknown) => void
}

/** What a person chooses when the open article was changed elsewhere. */
export class ConflictChoice {
  readonly #world: ConflictWorld
  #isChoosing = false

  constructor(world: ConflictWorld) {
    this.#world = world
  }

  /** My text becomes an article of its own, beside the one that was saved elsewhere. */
  async keepMineAsNew(): Promise<void> {
    const { desk, leave, open, onFailed } = this.#world
    await this.#choose(async (session) => {
      try {
        const id = await saveAsNew(desk, session)
        leave()
        await open(id)
      } catch (thrown) {
        onFailed(thrown)
      }
    })
  }

  /** Shows what was saved elsewhere; my text, to its last letter, stays in a file beside it. */
  async showTheirs(): Promise<void> {
    const { leave, open, onNotSaved } = this.#world
    await this.#choose(async (session) => {
      try {
        await session.keepApart()
      } catch (thrown) {
        onNotSaved(thrown)
        return
      }
      leave()
      await open(session.id)
    })
  }

  /** One choice at a time: a second press would make a second article, or close what the first one has opened. */
  async #choose(carryOut: (session: ArticleSession) => Promise<void>): Promise<void> {
    const session = this.#world.session()
    if (!session || this.#isChoosing) return
    this.#isChoosing = true
    await carryOut(session).finally(() => {
      this.#isChoosing = false
    })
  }
}
