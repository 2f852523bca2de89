import type { Stamp } from './write-whole.ts'

/** What this process last read or wrote of a file. */
export interface Known {
  revision: number
  /** sha256 of its bytes. */
  hash: string
  /** sha256 of texts whose write failed: one may stand in the file all the same, and still counts as `revision`. */
  unconfirmed: Set<string>
  stamp?: Stamp | undefined
  /** Set where the file is not to be rewritten: the node types that this version does not know. */
  foreign?: string[]
  /** Set where the file is of an older Midad. */
  isOld?: boolean
}

/** The revision of a file with this hash: a change by another program is a revision of its own. */
export function revisionOf(revision: number, hash: string, known: Known | undefined): number {
  if (known === undefined) return revision
  if (hash === known.hash || known.unconfirmed.has(hash)) return known.revision
  return Math.max(revision, known.revision + 1)
}
