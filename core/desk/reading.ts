import { DeskError } from '../api/errors.ts'
import { sourceFor } from '../import/registry.ts'
import type { ImportedArticle } from '../import/source.ts'
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

/** Reads a file on whatever thread it is called on. @throws DeskError 'unsupported-file' | 'too-large' | 'unreadable' | 'bad-request' */
export function readBrought({ name, base64, language }: BroughtFile): ImportedArticle {
  const bytes = fromBase64(base64)
  if (!bytes) throw new DeskError('bad-request', 'not base64')
  const file = { name, bytes, language }
  const source = sourceFor(file)
  if (!source) throw new DeskError('unsupported-file', `Midad does not read files such as ${name}`)
  const imported = source.read(file)
  requireStorySize(measureBody(imported.body))
  return imported
}
