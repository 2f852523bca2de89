import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { MetName, NamesChange } from '../api/names.ts'
import { decodeText } from '../import/decode.ts'
import { limits } from '../model/limits.ts'
import {
  mergedNames,
  nameEntries,
  tidyEntry,
  type MergedNames,
  type NameEntry,
  type NameKind,
} from '../model/names.ts'
import { readNames } from '../model/names-file.ts'
import type { RememberedId } from '../model/remembered.ts'
import { bytesOf } from './pictures.ts'
import type { DeskRoom } from './room.ts'

type Naming = Pick<DeskApi, Extract<keyof DeskApi, `names.${string}`>>
const usualLimit = 500

/** Where articles hold names of a kind. People and parties stand in stories alone, and are not guessed at. */
const fieldsOf: Readonly<Record<NameKind, readonly RememberedId[]>> = {
  byline: ['byline'],
  source: ['source', 'creditLine', 'pictureSource'],
  person: [],
  party: [],
  place: ['place'],
}

/** The house's names: what changes them is told to all windows. */
export function nameCalls(room: DeskRoom): Naming {
  const { names } = room.ports
  const tell = (change: NamesChange): void => room.ports.tell({ name: 'names.changed', data: change })
  return {
    'names.state': async () => ({ entries: await names.entries() }),
    'names.met': async ({ kind, limit = usualLimit }) => {
      await room.search.ready()
      const kinds = kind === undefined ? (Object.keys(fieldsOf) as NameKind[]) : [kind]
      const index = await room.names.index()
      const met = kinds
        .flatMap((each) => metOf(room, each))
        .filter((each) => index.spelledAs(each.word, [each.kind]).length === 0)
        .sort((one, other) => other.count - one.count)
      return { met: met.slice(0, limit), total: met.length }
    },
    'names.change': async ({ put = [], remove = [] }) => {
      room.requireWritable()
      const tidy = put.map(tidyEntry)
      const gone = new Set(remove)
      await names.change((before) => changed(before, tidy, gone))
      const change = { put: tidy, removed: remove }
      tell(change)
      return change
    },
    'names.merge': async ({ base64 }) => {
      room.requireWritable()
      const theirs = namesFrom(bytesOf(base64))
      const merge: { done: MergedNames } = { done: { entries: [], added: [], changed: [] } }
      await names.change((before) => {
        merge.done = mergedNames(before, theirs, room.newId)
        const { added, changed: other } = merge.done
        // A name that no longer fits would be taken for a damaged one when the file is read.
        if (!nameEntries.safeParse([...added, ...other]).success)
          throw new DeskError('too-large', 'a name would have more spellings than one may')
        return added.length + other.length > 0 ? merge.done.entries : before
      })
      const { added, changed: other } = merge.done
      tell({ put: [...added, ...other], removed: [] })
      return { added: added.length, changed: other.length }
    },
  }
}

/** Each where it stood, new ones at the end. */
function changed(
  before: readonly NameEntry[],
  put: readonly NameEntry[],
  gone: ReadonlySet<string>,
): readonly NameEntry[] {
  const entries = new Map(before.map((entry) => [entry.id, entry]))
  for (const id of gone) entries.delete(id)
  for (const entry of put) entries.set(entry.id, entry)
  return [...entries.values()]
}

function metOf({ search }: DeskRoom, kind: NameKind): MetName[] {
  const counted = new Map<string, MetName>()
  for (const { value, count, language } of fieldsOf[kind].flatMap((field) => search.used.counted(field))) {
    const known = counted.get(value)
    if (known) known.count += count
    else if (/\p{L}/u.test(value) && value.length <= limits.nameLetters && !/\p{Cc}/u.test(value))
      counted.set(value, { kind, word: value, count, language })
  }
  return [...counted.values()]
}

/** @throws DeskError 'too-large' | 'not-a-name-list' */
function namesFrom(bytes: Uint8Array): NameEntry[] {
  const most = limits.namesBytes
  if (bytes.length > most)
    throw new DeskError('too-large', 'the list is too large', { limit: 'namesBytes', most })
  try {
    const { entries } = readNames(decodeText(bytes).text)
    if (entries.length > 0) return entries
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
  }
  throw new DeskError('not-a-name-list', 'the file holds no names as Midad writes them')
}
