import type { Notice } from '../../core/api/contract.ts'

/** They say how the library is now, and hold as long as the desk says so. The others tell of what has happened. */
const ofThePresent: readonly Notice['code'][] = [
  'library-away',
  'library-newer',
  'library-read-only',
  'synced-folder',
]

/** The notices with one more; what it says again or puts an end to goes. */
export function withNotice(notices: readonly Notice[], notice: Notice): Notice[] {
  const isBack = notice.code === 'library-back'
  const others = notices.filter(
    (other) => !isSame(other, notice) && !(isBack && other.code === 'library-away'),
  )
  // That it is back is told in passing.
  return isBack ? others : [...others, notice]
}

/** What still holds of all that was told, in its order. */
export const standing = (told: readonly Notice[]): Notice[] => told.reduce<Notice[]>(withNotice, [])

/** What a window shows of what it was told: until somebody has dismissed it, or it holds no more. */
export class Notices {
  #shown: readonly Notice[]
  #dismissed: readonly Notice[] = []

  constructor(told: readonly Notice[]) {
    this.#shown = standing(told)
  }

  shown = (): readonly Notice[] => this.#shown

  /** The desk tells it now: it is shown, also where the like of it was dismissed before. */
  hear(notice: Notice): void {
    this.#dismissed = withNotice(this.#dismissed, notice).filter((other) => !isSame(other, notice))
    this.#shown = withNotice(this.#shown, notice)
  }

  dismiss(notice: Notice): void {
    this.#shown = this.#shown.filter((other) => other !== notice)
    this.#dismissed = withNotice(this.#dismissed, notice)
  }

  /**
   * The desk was away and says all that it has to tell. What was dismissed does not come back. What has happened stays, also
   * where the desk was started anew and knows nothing of it.
   */
  catchUp(told: readonly Notice[]): void {
    const happened = this.#shown.filter(({ code }) => !ofThePresent.includes(code))
    const news = standing(told).filter((notice) => !this.#dismissed.some((other) => isSame(other, notice)))
    this.#shown = standing([...happened, ...news])
  }
}

const isSame = (one: Notice, other: Notice) =>
  one.code === other.code && JSON.stringify(one.details) === JSON.stringify(other.details)
