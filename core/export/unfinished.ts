import type { Warning } from '../api/files.ts'
import { tksIn } from '../language/tk.ts'
import type { Article } from '../model/article.ts'
import { blockText } from '../model/measure.ts'

/** A warning where something is still to come in the words that a reader would see, marked by TK, ؟؟ or a word of the house. */
export function unfinished({ fields, body }: Article, houseWords: readonly string[]): Warning[] {
  const { headline, kicker, subheadline, summary } = fields
  const texts = [headline, kicker, subheadline, summary, ...body.content.map(blockText)]
  const count = texts.reduce((sum, text) => sum + tksIn(text, houseWords).length, 0)
  if (count === 0) return []
  return [{ code: 'tk', message: `${count} marks that something is still to come` }]
}
