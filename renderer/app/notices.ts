import type { Notice } from '../../core/api/contract.ts'

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

const isSame = (one: Notice, other: Notice) =>
  one.code === other.code && JSON.stringify(one.details) === JSON.stringify(other.details)
