import type { ArticleId } from '../model/article.ts'
import type { Chance, Clock } from './ports.ts'

/** Crockford's base 32 (github.com/ulid/spec). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const timeLetters = 10
const chanceLetters = 16

/** Makes ids that sort by the time they were made, also within a millisecond and when the clock goes back. */
export function createUlid(clock: Pick<Clock, 'now'>, chance: Chance): () => ArticleId {
  let lastMs = -1
  let digits: number[] = []
  return () => {
    const now = Math.trunc(clock.now())
    if (now > lastMs) {
      lastMs = now
      digits = freshDigits(chance)
    } else if (!increment(digits)) {
      lastMs += 1
      digits = freshDigits(chance)
    }
    return timePart(lastMs) + digits.map((digit) => letters.charAt(digit)).join('')
  }
}

/** Milliseconds since 1970 at which an id was made. */
export function timeOfUlid(id: ArticleId): number {
  let time = 0
  for (const letter of id.slice(0, timeLetters)) time = time * 32 + letters.indexOf(letter)
  return time
}

const freshDigits = (chance: Chance): number[] => Array.from(chance.bytes(chanceLetters), (byte) => byte & 31)

/** Adds one; false where all digits were at their highest. */
function increment(digits: number[]): boolean {
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = digits[at] ?? 0
    digits[at] = (digit + 1) % 32
    if (digit < 31) return true
  }
  return false
}

function timePart(ms: number): string {
  let text = ''
  let rest = ms
  for (let at = 0; at < timeLetters; at += 1) {
    text = letters.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}
