import { createHash } from 'node:crypto'
import { DeskError } from '../../core/api/errors.ts'
import { readArticle, type Article, type ReadArticle } from '../../core/model/article.ts'
import { limits } from '../../core/model/limits.ts'
import { schemaVersion } from '../../core/model/migrate.ts'
import { parseStrictly, type StrictRead } from './read-strictly.ts'

/** What a file says that can be read. */
export type Readable = Exclude<ReadArticle, { kind: 'unreadable' }>

/** Why a file cannot be read; `isDamaged` where its bytes should be set aside. */
export interface Unreadable {
  kind: 'unreadable'
  reason: string
  isDamaged: boolean
}

/** sha256 in hex. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The bytes of article.json, as `writtenText` makes them. @throws as that */
export const articleBytes = (article: Article): Uint8Array => writtenText(article).bytes

/**
 * The bytes of article.json, read back before anybody trusts them. @throws DeskError 'too-large' for more than is read of a
 * stored file | 'bad-request' where they do not read
 */
export function writtenText(article: Article): { bytes: Uint8Array; read: Readable & { kind: 'article' } } {
  const bytes = new TextEncoder().encode(`${JSON.stringify(article, null, 1)}\n`)
  const most = limits.storedBytes
  if (bytes.length > most)
    throw new DeskError('too-large', `the article has ${bytes.length} bytes, more than ${most}`, {
      limit: 'storedBytes',
      most,
    })
  const back = readArticleBytes(parseStrictly(bytes))
  if (back.kind === 'article' && back.article.revision === article.revision) return { bytes, read: back }
  const reason = back.kind === 'unreadable' ? back.reason : back.kind
  throw new DeskError('bad-request', `the article would not be readable again: ${reason}`)
}

/** What a strictly read file holds. */
export function readArticleBytes(file: Exclude<StrictRead, { kind: 'missing' }>): Readable | Unreadable {
  if (file.kind !== 'json') {
    return { kind: 'unreadable', reason: file.reason, isDamaged: file.kind === 'damaged' }
  }
  const read = readArticle(file.json)
  if (read.kind !== 'unreadable') return read
  // What a newer Midad wrote it can very likely read again: it stays where it is.
  return { ...read, isDamaged: !isNewer(file.json) }
}

/** Whether a file is of an older Midad than this one. */
export const isOlderFile = (json: unknown): boolean => (versionOf(json) ?? schemaVersion) < schemaVersion

const isNewer = (json: unknown): boolean => (versionOf(json) ?? 0) > schemaVersion

function versionOf(json: unknown): number | undefined {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return undefined
  return typeof json.schemaVersion === 'number' ? json.schemaVersion : undefined
}
