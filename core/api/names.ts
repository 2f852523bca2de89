import { z } from 'zod'
import { languageCode, type LanguageCode } from '../model/language-code.ts'
import { limits } from '../model/limits.ts'
import { returns } from './returns.ts'
import { nameEntries, nameEntry, nameKind, type NameEntry, type NameKind } from '../model/names.ts'

const base64 = z.base64().max(Math.ceil(limits.fileBytes / 3) * 4)
const ids = z.array(z.string().max(40)).max(limits.names)

/** A name that articles hold and the list does not have. */
export interface MetName {
  kind: NameKind
  word: string
  /** Of articles. */
  count: number
  /** The one that it stands in most often. */
  language: LanguageCode
}
export interface Completion {
  /** As it is shown. */
  word: string
  /** The query with it. */
  query: string
  kind: NameKind | 'section'
  isOfHouse: boolean
}

/** What has changed in the list. */
export const namesChange = z.object({ put: z.array(nameEntry), removed: z.array(z.string()) })
export type NamesChange = z.infer<typeof namesChange>

/** The calls about names, for THE table (contract.ts). */
export const nameMethods = {
  /** Completions of the word that a query ends with, of the house's names and what articles hold. */
  'search.complete': {
    input: z.object({ query: z.string().max(500), language: languageCode.optional() }),
    output: returns<{ completions: Completion[] }>(),
  },
  /** The house's names (docs/names.md). @throws DeskError 'unreadable' */
  'names.state': { input: z.object({}), output: returns<{ entries: readonly NameEntry[] }>() },
  /** What articles hold as bylines, sources and places and the list has not, the most used first. */
  'names.met': {
    input: z.object({ kind: nameKind.optional(), limit: z.number().int().min(1).optional() }),
    output: returns<{ met: MetName[]; total: number }>(),
  },
  /** Puts entries that are new or other than they were, and takes others out. */
  'names.change': {
    input: z.object({ put: nameEntries.optional(), remove: ids.optional() }),
    output: returns<NamesChange>(),
  },
  /** Takes in another house's list; nothing of ours is lost. @throws DeskError 'not-a-name-list' | 'too-large' */
  'names.merge': { input: z.object({ base64 }), output: returns<{ added: number; changed: number }>() },
} as const
