import { DeskError } from '../api/errors.ts'
import { sourceFor } from '../import/registry.ts'
import type { ImportedFile, ImportInput, ImportTools } from '../import/source.ts'
import { fromBase64 } from '../model/base64.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { measureBody } from '../model/measure.ts'
import { requireStorySize } from './sizes.ts'

/** A file as it comes through the door. */
export interface BroughtFile {
  name: string
  base64: string
  language?: LanguageCode | undefined
}
/** What reading needs from the machine. */
export type ReadingTools = Omit<ImportTools, 'inside'>

/** An archive in an archive in an archive is nobody's way to send a story. */
const mostNested = 2

/** Reads a file on whatever thread it is called on. @throws DeskError 'unsupported-file' | 'too-large' | 'unreadable' | 'bad-request' */
export async function readBrought(
  { name, base64, language }: BroughtFile,
  tools: ReadingTools,
): Promise<ImportedFile> {
  const bytes = fromBase64(base64)
  if (!bytes) throw new DeskError('bad-request', 'not base64')
  return readFile({ name, bytes, language }, tools, 0)
}

async function readFile(file: ImportInput, tools: ReadingTools, depth: number): Promise<ImportedFile> {
  if (depth > mostNested) throw new DeskError('unsupported-file', 'an archive in an archive in an archive')
  const source = sourceFor(file)
  if (!source) throw new DeskError('unsupported-file', `Midad does not read files such as ${file.name}`)
  const inside = (inner: ImportInput) => readFile(inner, tools, depth + 1)
  const read = await source.read(file, { ...tools, inside })
  for (const { body } of read.articles) requireStorySize(measureBody(body))
  return read
}
