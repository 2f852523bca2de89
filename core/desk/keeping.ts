import type { Article, ArticleId } from '../model/article.ts'
import type { StoryBody } from '../model/body.ts'
import { blockText, measureBody, type Measure } from '../model/measure.ts'
import type { VersionReason } from '../api/versions.ts'
import type { Ports } from './ports.ts'

/** Milliseconds of work between two versions that nobody asked for. */
const workMs = 10 * 60_000

/** Keeps the versions that nobody has to think of, while an article is worked on. */
export class Keeping {
  readonly #ports: Pick<Ports, 'versions' | 'journals' | 'clock'>
  /** When a version of this article was last looked at, on the clock that never goes back; absent until its first change. */
  readonly #keptAt = new Map<ArticleId, number>()
  /** Those whose editor shows words of a journal that their file does not have. */
  readonly #recovering = new Set<ArticleId>()

  constructor(ports: Pick<Ports, 'versions' | 'journals' | 'clock'>) {
    this.#ports = ports
  }

  opened(id: ArticleId, isRecovered: boolean): void {
    this.#keptAt.delete(id)
    if (isRecovered) this.#recovering.add(id)
  }

  isRecovering(id: ArticleId): boolean {
    return this.#recovering.has(id)
  }

  /**
   * The file as it stands, before a save replaces it: as it was opened, after ten minutes of work, before it shrinks at one
   * stroke, before a journal goes over it; `next` is how long the new story is. @throws as VersionStore.keepFile, only
   * where the text would be lost otherwise
   */
  async beforeSave(current: Article, next: Measure): Promise<void> {
    const { id } = current
    const reason = this.#reasonToKeep(current)
    const isNeeded = this.#recovering.has(id) || isShrunk(current.body, next)
    if (this.#recovering.has(id)) await this.#ports.versions.keepFile(id, 'before-recovery')
    else if (isNeeded) await this.#ports.versions.keepFile(id, 'before-shrink')
    else if (reason) await this.#try(id, reason)
    if (reason || isNeeded || !this.#keptAt.has(id)) this.#keptAt.set(id, this.#ports.clock.elapsed())
  }

  async afterSave(before: Article, saved: Article): Promise<void> {
    this.#recovering.delete(saved.id)
    void this.#ports.journals.whole(saved)
    if (before.status !== saved.status) await this.#try(saved.id, 'status')
  }

  #reasonToKeep({ id, revision }: Article): VersionReason | undefined {
    const keptAt = this.#keptAt.get(id)
    // A new article has nothing to keep.
    if (keptAt === undefined) return revision > 0 ? 'opened' : undefined
    return this.#ports.clock.elapsed() - keptAt >= workMs ? 'timed' : undefined
  }

  // No save is refused for want of a version.
  async #try(id: ArticleId, reason: VersionReason): Promise<void> {
    await this.#ports.versions.keepFile(id, reason).catch(() => undefined)
  }
}

// reliability.md §3.2: content that a program dropped by mistake shows as a text that shrank at one stroke.
function isShrunk(before: StoryBody, { characters: is }: Measure): boolean {
  const isFar = (was: number) => is < was / 2 && was - is > 200
  // With white space and marks it is never shorter: hardly a save has to measure the old story as well.
  const atMost = before.content.reduce((length, block) => length + blockText(block).length, 0)
  return isFar(atMost) && isFar(measureBody(before).characters)
}
