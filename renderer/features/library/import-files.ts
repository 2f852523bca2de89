import { DeskError, type DeskErrorCode } from '../../../core/api/errors.ts'
import type { DeskClient } from '../../desk/client.ts'
import { base64Of } from '../../desk/pictures.ts'

/** What became of files that were taken in. */
export interface Imported {
  /** How many articles were made. */
  count: number
  /** The first of them. */
  first: string | undefined
  /** Codes of what had to be left out or guessed, each once. */
  warnings: readonly string[]
  /** One for each file, or part of a file, that could not be taken. */
  errors: readonly unknown[]
}

/** Makes articles of files, one file after the other; a file that cannot be taken does not stop the next. */
export async function importFiles(desk: DeskClient, files: readonly File[]): Promise<Imported> {
  const made: string[] = []
  const warnings = new Set<string>()
  const errors: unknown[] = []
  for (const file of files) {
    try {
      const asked = { name: file.name, base64: await base64Of(file) }
      const { articles, failed } = await desk.call('article.import', asked)
      made.push(...articles.map(({ id }) => id))
      for (const { code } of articles.flatMap((article) => article.warnings)) warnings.add(code)
      for (const { code, message } of failed) errors.push(new DeskError(code as DeskErrorCode, message))
    } catch (thrown) {
      errors.push(thrown)
    }
  }
  return { count: made.length, first: made[0], warnings: [...warnings], errors }
}
