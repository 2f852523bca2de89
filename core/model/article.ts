import { z } from 'zod'
import { storyBody, type StoryBody } from './body.ts'
import { articleFields, status, type ArticleFields, type Status } from './fields.ts'
import { languageCode, type LanguageCode } from './language-code.ts'
import { migrate, schemaVersion } from './migrate.ts'

/** A ULID: 26 letters of Crockford's base 32, sortable by the time of creation. */
export const articleId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
export type ArticleId = string

/** The article that another one was translated from, and which text of it: the one that a person last looked at. */
export const translatedFrom = z.object({
  id: articleId,
  revision: z.number().int().min(0),
  /** The source's version that keeps that text; '' where none could be kept. */
  version: z.string().max(255).default(''),
})
export type TranslatedFrom = z.infer<typeof translatedFrom>

/** Article.json as contract.md promises it. Keys of later versions survive a round trip. */
export interface Article {
  schemaVersion: number
  id: ArticleId
  /** Counts the saves; a save names the revision it was made from. */
  revision: number
  language: LanguageCode
  status: Status
  /** ISO 8601 with a zone. */
  createdAt: string
  updatedAt: string
  fields: ArticleFields
  body: StoryBody
  /** Of a translation: its source, as NewsML-G2 relates them (`irel:translatedFrom`). */
  translatedFrom?: TranslatedFrom | undefined
}

const instant = z.iso.datetime({ offset: true })
const shell = z.looseObject({
  schemaVersion: z.number().int().min(1),
  id: articleId,
  revision: z.number().int().min(0),
  language: languageCode,
  status,
  createdAt: instant,
  updatedAt: instant,
  fields: articleFields,
  body: z.unknown(),
  // A link that cannot be read is no reason to refuse the article.
  translatedFrom: translatedFrom.optional().catch(undefined),
})
/** The whole file, for JSON Schema and for checks. */
export const articleFile = shell.extend({ body: storyBody })

/** What a stored file turned out to be. A 'foreign' one is shown and never rewritten. */
export type ReadArticle =
  | { kind: 'article'; article: Article }
  | { kind: 'foreign'; reason: 'newer-schema' | 'unknown-node'; unknown: string[]; article: Article }
  | { kind: 'unreadable'; reason: string }

/** Deeper stories overflow the stack of ProseMirror and of a recursive walk (reliability.md §5). */
export const maxDepth = 100

/** Reads parsed JSON as an article, migrating older files in memory. Never throws. */
export function readArticle(json: unknown): ReadArticle {
  if (isDeeperThan(json, maxDepth * 2)) return { kind: 'unreadable', reason: 'nested too deeply' }
  const migrated = migrate(json)
  const read = shell.safeParse(migrated)
  if (!read.success) return { kind: 'unreadable', reason: firstIssue(read.error) }
  const body = storyBody.safeParse(read.data.body)
  const isNewer = read.data.schemaVersion > schemaVersion
  if (body.success) {
    const article = { ...read.data, body: body.data }
    return isNewer
      ? { kind: 'foreign', reason: 'newer-schema', unknown: [], article }
      : { kind: 'article', article }
  }
  const readable = knownPart(read.data.body)
  if (!readable) return { kind: 'unreadable', reason: firstIssue(body.error) }
  const article = { ...read.data, body: readable.body }
  return {
    kind: 'foreign',
    reason: isNewer ? 'newer-schema' : 'unknown-node',
    unknown: readable.unknown,
    article,
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || 'file'}: ${issue.message}` : 'not an article'
}

/**
 * The part of a foreign story that this version can show: top-level blocks it knows, and the words of the
 * others as paragraphs. For reading only.
 */
function knownPart(body: unknown): { body: StoryBody; unknown: string[] } | undefined {
  if (!isRecord(body) || body.type !== 'doc' || !Array.isArray(body.content)) return undefined
  const unknown = new Set<string>()
  const content = body.content.flatMap((node: unknown) => {
    const known = storyBody.safeParse({ type: 'doc', content: [node] })
    if (known.success) return known.data.content
    unknown.add(isRecord(node) && typeof node.type === 'string' ? node.type : '?')
    const words = wordsOf(node)
    return words ? [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }] : []
  })
  return { body: { type: 'doc', content }, unknown: [...unknown] }
}

function wordsOf(node: unknown): string {
  if (!isRecord(node)) return ''
  if (typeof node.text === 'string') return node.text
  return Array.isArray(node.content) ? node.content.map(wordsOf).filter(Boolean).join(' ') : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// Iterative on purpose: the input may be nested deeper than any recursion can follow.
/** Whether JSON is nested deeper than `limit` levels. */
export function isDeeperThan(json: unknown, limit: number): boolean {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true
    level = valuesIn(level)
  }
  return false
}

function valuesIn(level: readonly unknown[]): unknown[] {
  const values: unknown[] = []
  for (const each of level) {
    if (typeof each !== 'object' || each === null) continue
    for (const value of Array.isArray(each) ? (each as unknown[]) : Object.values(each)) values.push(value)
  }
  return values
}

/** What a list shows of an article without opening it: rebuilt from the files when lost. */
export const articleRow = z.object({
  id: articleId,
  headline: z.string(),
  language: languageCode,
  status,
  date: z.string().nullable(),
  place: z.string(),
  updatedAt: z.string(),
  embargoUntil: z.string().nullable(),
  words: z.number().int().min(0),
  section: z.string(),
  byline: z.array(z.string()),
  /** IPTC Media Topics codes. */
  subjects: z.array(z.string()),
  /** The lead picture's media name. */
  picture: z.string().nullable(),
  /** The id of the article that it was translated from. */
  translatedFrom: articleId.optional(),
})
export type ArticleRow = z.infer<typeof articleRow>
