import type { DeskApi } from '../api/contract.ts'
import type { Completion } from '../api/names.ts'
import { beginsLike, tailsOf, type Tail } from '../search/query-tail.ts'
import { kindsOf } from '../search/named-query.ts'
import type { NameIndex } from '../language/name-index.ts'
import type { LanguageCode } from '../model/language-code.ts'
import type { NameKind } from '../model/names.ts'
import type { RememberedId } from '../model/remembered.ts'
import type { DeskRoom } from './room.ts'

const mostCompletions = 8
type Kind = Completion['kind']
/** What is offered of what articles hold: in this order. */
const usedIn: readonly { field: RememberedId; kind: Kind }[] = [
  { field: 'place', kind: 'place' },
  { field: 'byline', kind: 'byline' },
  { field: 'source', kind: 'source' },
  { field: 'section', kind: 'section' },
]

/** Completing the word that a query ends with. */
export function completionCalls(room: DeskRoom): Pick<DeskApi, 'search.complete'> {
  return {
    'search.complete': async ({ query, language }) => {
      const tails = tailsOf(query)
      if (tails.length === 0) return { completions: [] }
      await room.search.ready()
      const names = await room.names.known()
      const found = new Map<string, Completion>()
      const take = (word: string, tail: Tail, of: { kind: Kind; isOfHouse: boolean }): void => {
        if (!found.has(word)) found.set(word, { word, query: tail.with(word), ...of })
      }
      for (const tail of tails) fromHouse(names, tail, language, take)
      for (const { field, kind } of usedIn)
        for (const tail of tails)
          if (isAsked(tail, kind))
            fromUsed(room, field, tail, (word) => take(word, tail, { kind, isOfHouse: false }))
      return { completions: [...found.values()].slice(0, mostCompletions) }
    },
  }
}

function fromHouse(
  names: NameIndex,
  tail: Tail,
  language: LanguageCode | undefined,
  take: (word: string, tail: Tail, of: { kind: NameKind; isOfHouse: boolean }) => void,
): void {
  const kinds = tail.field && kindsOf[tail.field]
  const options = { language, limit: mostCompletions, ...(kinds ? { kinds } : {}) }
  for (const { word, entry } of names.completing(tail.begun, options))
    take(word, tail, { kind: entry.kind, isOfHouse: true })
}

function isAsked({ field }: Tail, kind: Kind): boolean {
  if (field === undefined) return true
  if (field === 'topic') return kind === 'section'
  return kind === (field === 'by' ? 'byline' : field)
}

/** The most used that begin so. */
function fromUsed({ search }: DeskRoom, field: RememberedId, tail: Tail, take: (word: string) => void): void {
  search.used
    .counted(field)
    .filter(({ value }) => beginsLike(value, tail.begun))
    .sort((one, other) => other.count - one.count)
    .slice(0, mostCompletions)
    .forEach(({ value }) => take(value))
}
