import { z } from 'zod'
import { nameEntry, tidyEntry, type NameEntry } from './names.ts'

const version = 1
const head = z.object({ format: z.literal('midad-names'), version: z.number().int().min(1) })
/** The file of the house's names: an entry a line, so that two of them can be compared by eye. */
const namesFile = head.extend({ entries: z.array(nameEntry) })

/** The same, or one that a newer Midad wrote: whatever else it holds, it is not damaged. */
export const soundNamesFile = z.union([
  namesFile,
  head.extend({
    version: z
      .number()
      .int()
      .min(version + 1),
  }),
])

export interface ReadNames {
  entries: NameEntry[]
  /** False where some of it could not be read, and is not in `entries`. */
  isWhole: boolean
  /** Written by a newer Midad: what it says more than we know would be lost if it were written anew. */
  isNewer: boolean
}

export const writtenNames = (entries: readonly NameEntry[]): string =>
  `{"format":"midad-names","version":${version},"entries":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`

/** What reads of a list of names: of a damaged one entry by entry, of one that is no JSON line by line. */
export function readNames(text: string): ReadNames {
  const json = parsed(text)
  const whole = namesFile.safeParse(json)
  if (whole.success) return { entries: onceEach(whole.data.entries), isWhole: true, isNewer: isNewer(json) }
  const parts = listIn(json) ?? text.split('\n').map((line) => parsed(line.trim().replace(/,$/, '')))
  const entries = parts.flatMap((part) => {
    const entry = nameEntry.safeParse(part)
    return entry.success ? [entry.data] : []
  })
  return { entries: onceEach(entries), isWhole: false, isNewer: isNewer(json) }
}

const isNewer = (json: unknown): boolean => (head.safeParse(json).data?.version ?? version) > version

function listIn(json: unknown): unknown[] | undefined {
  return z.object({ entries: z.array(z.unknown()) }).safeParse(json).data?.entries
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Of two with one id the later one. */
const onceEach = (entries: readonly NameEntry[]): NameEntry[] => [
  ...new Map(entries.map((entry) => [entry.id, tidyEntry(entry)])).values(),
]
