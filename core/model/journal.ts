import { z } from 'zod'
import { articleFile, type Article } from './article.ts'
import { holds, patched, patchOf, type ArticleText, type DraftPatch } from './draft-patch.ts'
import { draftPatch } from './draft-patch-schema.ts'

/** What was written since `revision`, whose file has the sha256 `base` (null where that is not known, or not made yet). */
export interface Edit {
  revision: number
  base: string | null
  patch: DraftPatch
}
/**
 * One line of an article's journal. `seq` counts them, over a restart too. An 'edit' stands by itself: it leads from a
 * stored file to all that was written by then; `on` names that file and, while a save was under way, the one it would make.
 * A 'whole' one is a text that was stored. A 'save' stands before a file with the sha256 `hash` is written: it holds the lines
 * before it, or they were kept otherwise. An empty hash stands between two processes. `window`: whose words, whose save.
 */
export type JournalLine =
  | { kind: 'edit'; seq: number; at: string; window?: string | undefined; on: Edit[] }
  | { kind: 'whole'; seq: number; at: string; article: Article }
  | { kind: 'save'; seq: number; at: string; window?: string | undefined; hash: string }

const base = z.object({ seq: z.number().int().min(0), at: z.iso.datetime({ offset: true }) })
const window = z.string().max(60).optional()
const edit = z.object({ revision: z.number().int().min(0), base: z.string().nullable(), patch: draftPatch })
export const journalLine: z.ZodType<JournalLine> = z.discriminatedUnion('kind', [
  base.extend({ kind: z.literal('edit'), window, on: z.array(edit).min(1).max(2) }),
  base.extend({ kind: z.literal('whole'), article: articleFile }),
  base.extend({ kind: z.literal('save'), window, hash: z.string() }),
])

/** What a journal has beyond the stored file. */
export type Found =
  /** Made from this very file: it can be shown in its place. */
  | { kind: 'text'; at: string; article: Article }
  /** Made from a file that another program or window has replaced since: only what was written is known. */
  | { kind: 'stray'; at: string; edits: Edit[] }

/** What the last edit of a journal has beyond the stored file (`hash`: sha256 of its bytes); undefined where nothing. */
export function foundBeyond(
  lines: readonly JournalLine[],
  stored: { article: Article; hash: string },
): Found | undefined {
  const last = lines.findLast((line) => line.kind === 'edit')
  if (!last) return undefined
  const { article, hash } = stored
  const [, ...underWay] = last.on
  const saves = lines.filter((line) => line.kind === 'save' && line.seq > last.seq)
  const [next, latest] = [saves[0], saves.at(-1)].map((line) => (line?.kind === 'save' ? line : undefined))
  // A save that was under way: its bytes were not hashed yet, and the first that was written then is the one that was meant,
  // if this window made it. Without its line nothing tells our next revision from one that somebody else made.
  const isMadeSince = next?.hash === hash && (next.window ?? '') === (last.window ?? '')
  const fitting =
    last.on.find((edit) => edit.base === hash) ??
    underWay.find((edit) => isMadeSince && edit.base === null && edit.revision === article.revision)
  if (fitting) {
    const text = afterEdit(article, fitting.patch)
    return text && patchOf(article, text) ? { kind: 'text', at: last.at, article: text } : undefined
  }
  // Only all of them together have what was written: since a save that was under way perhaps nothing but deletions was.
  if (latest?.hash === hash || last.on.every(({ patch }) => holds(article, patch))) return undefined
  return { kind: 'stray', at: last.at, edits: last.on }
}

/** The text that an edit leads to; undefined where it does not fit. */
export function afterEdit<T extends ArticleText>(text: T, patch: DraftPatch): T | undefined {
  try {
    return patched(text, patch)
  } catch {
    return undefined
  }
}
