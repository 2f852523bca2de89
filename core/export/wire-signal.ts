import type { Article } from '../model/article.ts'

/** IPTC's signals of an item that was out before (http://cv.iptc.org/newscodes/signal/). */
export type WireSignal = 'correction' | 'update'

/** What newsrooms write over a story that corrects one, in the languages of articles. */
const correctionWords = new Set(
  'correction|corrected|correct|تصحيح|تصويب|ڕاستکردنەوە|rastkirin|sererastkirin|اصلاح|اصلاحیه|تصحیح|תיקון|תיקון טעות|درستی'.split(
    '|',
  ),
)
/** In milliseconds: within it a text that changes was just being sent out. */
const settling = 60_000

/**
 * A published story whose kicker says that it corrects one is a correction; one that was saved again after it was out is an update. Any
 * other is new.
 */
export function wireSignal({ status, updatedAt, fields }: Article): WireSignal | undefined {
  if (status !== 'published') return undefined
  if (correctionWords.has(fields.kicker.trim().toLowerCase())) return 'correction'
  const out = fields.date?.includes('T') ? Date.parse(fields.date) : Number.NaN
  return Date.parse(updatedAt) > out + settling ? 'update' : undefined
}
