import { z } from 'zod'
import { languageCode, languageCodes, type LanguageCode } from './language-code.ts'
import { limits } from './limits.ts'

/** What a name of the house is the name of. */
export const nameKinds = ['byline', 'source', 'person', 'party', 'place'] as const
export const nameKind = z.enum(nameKinds)
export type NameKind = (typeof nameKinds)[number]

// oxlint-disable-next-line no-control-regex -- what no name has
const spelling = z
  .string()
  .min(1)
  .max(limits.nameLetters)
  .regex(/^[^\p{Cc}]*\p{L}[^\p{Cc}]*$/u)
const spellingsOfLanguage = z.object({
  /** What the house writes. */
  preferred: spelling,
  /** What others write, and is known for the same. */
  others: z.array(spelling).max(limits.nameSpellings),
})

/** One name, in all languages that the house writes it in: at least one. */
export const nameEntry = z.object({
  id: z.string().regex(/^[\w-]{1,40}$/),
  kind: nameKind,
  spellings: z
    .partialRecord(languageCode, spellingsOfLanguage)
    .refine((spellings) => Object.keys(spellings).length > 0),
  note: z.string().min(1).max(500).optional(),
})
export type NameEntry = z.infer<typeof nameEntry>
export const nameEntries = z.array(nameEntry).max(limits.names)

/** A spelling as it is kept: composed, one space between words, none around. */
const tidy = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** Each once, tidy, without empty ones and the preferred one. */
const othersOf = (preferred: string, others: readonly string[]): string[] =>
  [...new Set(others.map(tidy))].filter((other) => other !== '' && other !== preferred)

/** Its languages in one order, its spellings tidy; a language without a preferred spelling takes the first of its others. */
export function tidyEntry({ id, kind, spellings, note }: NameEntry): NameEntry {
  const kept: NameEntry['spellings'] = {}
  for (const language of languageCodes) {
    const { preferred = '', others = [] } = spellings[language] ?? {}
    const first = tidy(preferred) || tidy(others.find((other) => tidy(other) !== '') ?? '')
    if (first !== '') kept[language] = { preferred: first, others: othersOf(first, others) }
  }
  const remark = note?.trim()
  return { id, kind, spellings: kept, ...(remark ? { note: remark } : {}) }
}

/** Every spelling of a name with its language; of each language the preferred one first. */
export function spellingsOf({ spellings }: NameEntry): { language: LanguageCode; word: string }[] {
  return languageCodes.flatMap((language) => {
    const known = spellings[language]
    return known ? [known.preferred, ...known.others].map((word) => ({ language, word })) : []
  })
}

/** Two entries for one name as one: ours decides what is preferred, and all that either has stays. */
export function mergedEntry(ours: NameEntry, theirs: NameEntry): NameEntry {
  const spellings: NameEntry['spellings'] = {}
  for (const language of languageCodes) {
    const all = [ours.spellings[language], theirs.spellings[language]].filter((each) => each !== undefined)
    const [first] = all
    if (!first) continue
    const others = all.flatMap((each) => [each.preferred, ...each.others])
    spellings[language] = { preferred: first.preferred, others: othersOf(first.preferred, others) }
  }
  return { ...ours, spellings, ...mergedNote(ours.note, theirs.note) }
}

function mergedNote(ours: string | undefined, theirs: string | undefined): { note?: string } {
  if (!ours || !theirs || ours.includes(theirs)) return ours || theirs ? { note: ours || theirs } : {}
  return { note: `${ours} · ${theirs}` }
}

export interface MergedNames {
  entries: NameEntry[]
  /** Those that are new, and those of ours that have another spelling or note now. */
  added: NameEntry[]
  changed: NameEntry[]
}

/**
 * All of ours and all of another's list. Two are one name where they have the same id and kind, or are of one kind and share
 * a spelling in a language; `newId` names one whose id is another's here.
 */
export function mergedNames(
  ours: readonly NameEntry[],
  theirs: readonly NameEntry[],
  newId: () => string,
): MergedNames {
  const entries = new Map(ours.map((entry) => [entry.id, entry]))
  const bySpelling = new Map<string, string>()
  const note = (entry: NameEntry): void => {
    for (const key of keysOf(entry)) if (!bySpelling.has(key)) bySpelling.set(key, entry.id)
  }
  ours.forEach(note)
  const added = new Set<string>()
  const changed = new Set<string>()
  for (const their of theirs.map(tidyEntry)) {
    const same = entries.get(their.id)
    const found = same?.kind === their.kind ? same : entries.get(sharedBy(their, bySpelling) ?? '')
    const kept = found ? mergedEntry(found, their) : { ...their, id: same ? newId() : their.id }
    if (found && JSON.stringify(found) === JSON.stringify(kept)) continue
    entries.set(kept.id, kept)
    note(kept)
    if (!found) added.add(kept.id)
    else if (!added.has(kept.id)) changed.add(kept.id)
  }
  const these = (ids: ReadonlySet<string>): NameEntry[] =>
    [...entries.values()].filter(({ id }) => ids.has(id))
  return { entries: [...entries.values()], added: these(added), changed: these(changed) }
}

const keysOf = (entry: NameEntry): string[] =>
  spellingsOf(entry).map(({ language, word }) => `${entry.kind} ${language} ${word}`)

const sharedBy = (entry: NameEntry, bySpelling: ReadonlyMap<string, string>): string | undefined =>
  keysOf(entry)
    .map((key) => bySpelling.get(key))
    .find((id) => id !== undefined)
