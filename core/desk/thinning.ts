import type { VersionReason } from '../api/versions.ts'

interface Kept {
  name: string
  reason: VersionReason
  /** ISO 8601. */
  keptAt: string
}
const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Kept by the clock and by habit; what somebody chose, or what was lost otherwise, is never thinned. */
const thinned: ReadonlySet<VersionReason> = new Set([
  'opened',
  'timed',
  'before-import',
  'before-paste',
  'before-restore',
  'before-shrink',
])

/**
 * Which versions may go: of those a day old one an hour stays, of those thirty days old one a day (the newest of each;
 * reliability.md §3.4). Nothing of the last day goes, and nothing that the clock says is of the future.
 */
export function superfluous(versions: readonly Kept[], now: number): string[] {
  const slots = new Set<string>()
  const newestFirst = versions
    .filter(({ reason }) => thinned.has(reason))
    .toSorted((one, other) => Date.parse(other.keptAt) - Date.parse(one.keptAt))
  return newestFirst
    .filter(({ keptAt }) => {
      const at = Date.parse(keptAt)
      const age = now - at
      if (!(age > dayMs)) return false
      const length = age > 30 * dayMs ? dayMs : hourMs
      const slot = `${length} ${Math.floor(at / length)}`
      const isTaken = slots.has(slot)
      slots.add(slot)
      return isTaken
    })
    .map(({ name }) => name)
}
