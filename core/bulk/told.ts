import type { Warning } from '../api/files.ts'
import type { FailedFile } from './import-run.ts'

/** Files of one kind that Midad does not read. */
export interface UnreadKind {
  /** With its point, in small letters; empty for files without one. */
  ending: string
  count: number
}

/** What could not be taken, with each kind of file that Midad does not read named once, the most frequent first. */
export function byKind(failed: readonly FailedFile[]): { named: FailedFile[]; kinds: UnreadKind[] } {
  const counts = new Map<string, number>()
  const named: FailedFile[] = []
  for (const each of failed) {
    if (each.kind === undefined) named.push(each)
    else counts.set(each.kind, (counts.get(each.kind) ?? 0) + 1)
  }
  const kinds = Array.from(counts, ([ending, count]) => ({ ending, count }))
  return { named, kinds: kinds.toSorted((one, other) => other.count - one.count) }
}

/** One warning, and what it is said of. */
export interface ToldWarning {
  code: string
  of: string[]
}

/** Each warning once, with the names of all that it is said of; the most frequent first. */
export function byWarning(rows: Iterable<{ name: string; warnings: readonly Warning[] }>): ToldWarning[] {
  const found = new Map<string, Set<string>>()
  for (const { name, warnings } of rows) {
    for (const { code } of warnings) found.set(code, (found.get(code) ?? new Set()).add(name))
  }
  const told = Array.from(found, ([code, of]) => ({ code, of: [...of] }))
  return told.toSorted((one, other) => other.of.length - one.of.length)
}
