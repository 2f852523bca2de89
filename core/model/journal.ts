import { z } from 'zod'
import { articleFile, type Article } from './article.ts'
import { patched, patchOf, type ArticleText, type DraftPatch } from './draft-patch.ts'
import { draftPatch } from './draft-patch-schema.ts'

/**
 * What was written since `revision`, whose file has the sha256 `base`. Null where that is not known: of the first of a line, because
 * its file had been replaced when it was written; of the one of a save under way, because it was not made yet.
 */
export interface Edit {
  revision: number
  base: string | null
  patch: DraftPatch
}
/**
 * One line of an article's journal. `seq` counts them, over a restart too. An 'edit' stands by itself: it leads from a
 * stored file to all that was written by then; `on` names that file and, while a save was under way, the one it would make.
 * A 'whole' one is a text that was stored.
 */
export type JournalLine =
  | { kind: 'edit'; seq: number; at: string; on: Edit[] }
  | { kind: 'whole'; seq: number; at: string; article: Article }

const base = z.object({ seq: z.number().int().min(0), at: z.iso.datetime({ offset: true }) })
const edit = z.object({ revision: z.number().int().min(0), base: z.string().nullable(), patch: draftPatch })
export const journalLine: z.ZodType<JournalLine> = z.discriminatedUnion('kind', [
  base.extend({ kind: z.literal('edit'), on: z.array(edit).min(1).max(2) }),
  base.extend({ kind: z.literal('whole'), article: articleFile }),
]) as unknown as z.ZodType<JournalLine>

/** What a journal has beyond the stored file. */
export type Found =
  /** Made from this very file: it can be shown in its place. */
  | { kind: 'text'; at: string; article: Article }
  /** Made from a file that another program has replaced since: only what was written is known. */
  | { kind: 'stray'; at: string; edits: Edit[] }

/** What the last edit of a journal has beyond the stored file (`hash`: sha256 of its bytes); undefined where nothing. */
export function foundBeyond(
  lines: readonly JournalLine[],
  stored: { article: Article; hash: string },
): Found | undefined {
  const last = lines.findLast((line) => line.kind === 'edit')
  if (!last) return undefined
  const { article, hash } = stored
  const [first, ...underWay] = last.on
  const fitting =
    last.on.find((edit) => edit.base === hash) ??
    // A save that was under way: its bytes were not hashed yet, and no other program makes our next revision.
    underWay.find((edit) => edit.base === null && edit.revision === article.revision)
  if (fitting) {
    const text = afterEdit(article, fitting.patch)
    return text && patchOf(article, text) ? { kind: 'text', at: last.at, article: text } : undefined
  }
  // A later save has taken it along; not where its file had been replaced already when it was written, as in a conflict.
  if (first?.base !== null && last.on.every((edit) => edit.revision < article.revision)) return undefined
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
