import type { Warning } from '../api/files.ts'
import { tksIn } from '../language/tk.ts'
import type { Article } from '../model/article.ts'
import { blockText } from '../model/measure.ts'
import { wordsBeside } from '../model/words-beside.ts'

/** A warning where something is still to come in the words that a reader would see, marked by TK, ؟؟ or a word of the house. */
export function unfinished({ fields, body }: Article, houseWords: readonly string[]): Warning[] {
  const { headline, kicker, subheadline, summary, leadImage } = fields
  const lead = leadImage ? [leadImage.caption, leadImage.alt, leadImage.credit] : []
  const texts = [headline, kicker, subheadline, summary, ...lead]
  texts.push(...body.content.map(blockText), ...wordsBeside(body))
  const count = texts.reduce((sum, text) => sum + tksIn(text, houseWords).length, 0)
  if (count === 0) return []
  return [{ code: 'tk', message: `${count} marks that something is still to come` }]
}
