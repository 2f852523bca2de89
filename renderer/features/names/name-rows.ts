import type { MetName } from '../../../core/api/names.ts'
import { collationKey } from '../../../core/language/collate.ts'
import { fold } from '../../../core/language/fold.ts'
import { languageCodes, type LanguageCode } from '../../../core/model/language-code.ts'
import { spellingsOf, type NameEntry, type NameKind } from '../../../core/model/names.ts'

/** The languages that get a column: those that some name is written in, and those of `also`. */
export function columnsOf(entries: readonly NameEntry[], also: readonly LanguageCode[]): LanguageCode[] {
  const used = new Set<string>(also)
  for (const { spellings } of entries) for (const language of Object.keys(spellings)) used.add(language)
  return languageCodes.filter((code) => used.has(code))
}

/** What a name is called where one spelling stands for all: in this language where it has one. */
export const shownName = (entry: NameEntry, language: LanguageCode): string =>
  entry.spellings[language]?.preferred ?? spellingsOf(entry)[0]?.word ?? ''

/** The order of the table, made once: a row that is edited stays where it is. */
export function orderOf(entries: readonly NameEntry[], language: LanguageCode): ReadonlyMap<string, number> {
  const keyed = entries.map((entry) => ({ entry, key: collationKey(shownName(entry, language), language) }))
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  return new Map(keyed.map(({ entry }, at) => [entry.id, at]))
}

/** Those of a kind with a spelling that holds what is sought, in the order; those that have come since stand first. */
export function rowsOf(
  entries: readonly NameEntry[],
  { kind, sought, order }: { kind: NameKind | ''; sought: string; order: ReadonlyMap<string, number> },
): NameEntry[] {
  const key = fold(sought).trim()
  const isSought = (entry: NameEntry): boolean =>
    key === '' || spellingsOf(entry).some(({ word }) => fold(word).includes(key))
  return entries
    .filter((entry) => (kind === '' || entry.kind === kind) && isSought(entry))
    .sort((one, other) => (order.get(one.id) ?? -1) - (order.get(other.id) ?? -1))
}

const between = /[,،;؛]/u
/** What a person wrote as other spellings, one after the other. */
export const othersIn = (written: string): string[] =>
  written
    .split(between)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** The name with another preferred spelling, or others, in a language; null where no spelling would be left. */
export function withSpelling(
  entry: NameEntry,
  language: LanguageCode,
  part: { preferred: string } | { others: string[] },
): NameEntry | null {
  const known = entry.spellings[language] ?? { preferred: '', others: [] }
  const changed = { ...known, ...part }
  const preferred = changed.preferred.trim() || changed.others[0] || ''
  const { [language]: _, ...rest } = entry.spellings
  const others = changed.others.filter((other) => other !== preferred)
  const spellings = preferred === '' ? rest : { ...rest, [language]: { preferred, others } }
  return Object.keys(spellings).length === 0 ? null : { ...entry, spellings }
}

/** Of what is met that of a kind which holds what is sought. */
export function fitting(
  met: readonly MetName[],
  { kind, sought }: { kind: NameKind | ''; sought: string },
): MetName[] {
  const key = fold(sought).trim()
  return met.filter((each) => (kind === '' || each.kind === kind) && fold(each.word).includes(key))
}
