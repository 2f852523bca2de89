import { z } from 'zod'

const word = z.string().max(40)
/** The values of a format's options by their ids. */
export const optionValues = z
  .record(word, z.union([z.boolean(), word]))
  .refine((values) => Object.keys(values).length <= 40)

/** What goes out, in which form. */
export const exportChoice = z.object({
  formats: z.array(word).min(1).max(40),
  /** By format; what is not said is as the format has it. */
  options: z
    .record(word, optionValues)
    .refine((options) => Object.keys(options).length <= 40)
    .default({}),
  /** All files in one packed file. */
  isZip: z.boolean().default(false),
})
export type ExportChoice = z.output<typeof exportChoice>

/** A choice that somebody has given a name: "Website", "Agency wire". Its folder is a matter of the computer, and lies there. */
export const exportTarget = exportChoice.extend({
  id: word.min(1),
  name: z.string().trim().min(1).max(80),
})
export type ExportTarget = z.output<typeof exportTarget>

/** So many are remembered. */
export const mostTargets = 20

/** The list with this one first, in the place of one of the same id or name; the one unused for longest falls out. */
export const withTarget = (targets: readonly ExportTarget[], target: ExportTarget): ExportTarget[] =>
  [target, ...targets.filter(({ id, name }) => id !== target.id && name !== target.name)].slice(
    0,
    mostTargets,
  )

/** The same list with the one that was used last first. */
export function targetUsed(targets: readonly ExportTarget[], id: string): ExportTarget[] {
  const used = targets.find((target) => target.id === id)
  return used ? withTarget(targets, used) : [...targets]
}

/** What is still there of a target's formats, in the order of the formats; a format of another version is left out. */
export const knownFormats = (target: ExportChoice, formats: readonly { id: string }[]): string[] =>
  formats.map(({ id }) => id).filter((id) => target.formats.includes(id))
