import { z } from 'zod'
import { articleId } from '../model/article.ts'
import { languageCode } from '../model/language-code.ts'
import { optionValues } from '../model/export-target.ts'
import { limits } from '../model/limits.ts'
import type { ExportedFile, SocialPosts, TriedFile, Warning } from './files.ts'
import { returns } from './returns.ts'

const fileName = z.string().min(1).max(255)

/** Asks whether Midad reads such a file, by its name and first bytes, before a large one of an unknown kind is brought. */
export const readsInput = z.object({ name: fileName, head: z.base64().max(8192) })

const mostLetters = Math.ceil(limits.fileBytes / 3) * 4
/** Its letters are looked at where the file is read, on a thread of its own where it is long. */
const base64 = z.string().max(mostLetters)

/** Asks by which addresses a file calls what lies beside it. */
export const besideInput = z.object({ name: fileName, base64 })

/** All of it together may be as large as one file. */
export const importInput = z
  .object({
    name: fileName,
    base64,
    language: languageCode.optional(),
    /** What lies beside it, each under the address by which it is called. */
    beside: z
      .array(z.object({ address: z.string().max(4096), base64 }))
      .max(200)
      .optional(),
  })
  .refine(
    (file) =>
      (file.beside ?? []).reduce((sum, each) => sum + each.base64.length, file.base64.length) <= mostLetters,
    'more than one file may be',
  )

/** An article in a format; `also`: others that go into the same file behind it, where the format holds many. */
export const exportInput = z.object({
  id: articleId,
  also: z.array(articleId).max(100_000).optional(),
  format: z.string().max(40),
  /** The house theme; the same as the option of that name, for formats that are drawn with one. */
  theme: z.string().max(40).optional(),
  options: optionValues.optional(),
})
export type ExportAsked = z.output<typeof exportInput>

/** Calls of the desk for what goes out. */
export const exportMethods = {
  'article.export': { input: exportInput, output: returns<ExportedFile>() },
  /** What the same would be, without its bytes: nothing is written. */
  'article.tryExport': { input: exportInput, output: returns<TriedFile>() },
  /** What it says in social networks; `cards`: with the pictures, which take longer. */
  'article.posts': { input: z.object({ id: articleId, cards: z.boolean() }), output: returns<SocialPosts>() },
} as const

/** `target`: into the folder that this one had last; `isZip`: all of it as one packed file. */
export const openExportInput = z.object({
  target: z.string().max(40).optional(),
  isZip: z.boolean().optional(),
})
/** A bulk export that is open in its host. */
const run = z.string().regex(/^[\w-]{43}$/)
export const exportIntoInput = exportInput.extend({ run })
export const closeExportInput = z.object({ run })

/** The folder that a target's files went to last, on this computer. */
export interface ExportFolder {
  target: string
  place: string
}

/** Where the files of one export go: into a folder, or into a zip that the page has its browser download from an address of this host. */
export type OpenedExport = { run: string } & ({ place: string } | { download: string })

/** A file of it. Its bytes do not come to the page. */
export interface ExportedInto {
  /** Another than the article asked for, where that was taken. */
  name: string
  bytes: number
  warnings: Warning[]
}
