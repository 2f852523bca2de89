import type { ExportFormat, ExportInput } from '../../../core/export/format.ts'
import type { Article } from '../../../core/model/article.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { onePixel } from './story.ts'

export const now = Date.parse('2026-11-27T00:00:00Z')

/** What an export is handed of an article; nothing more than anybody has. */
export const inputOf = (article: Article, more: Partial<ExportInput> = {}): ExportInput => ({
  article,
  theme: shippedThemes[0]!,
  now,
  assets: onePixel,
  ...more,
})

/** The text of what a format writes, and the codes of its warnings. */
export async function writtenBy(
  format: ExportFormat,
  article: Article,
  more: Partial<ExportInput> = {},
): Promise<{ text: string; codes: string[] }> {
  const { bytes, warnings } = await format.write(inputOf(article, more))
  return { text: new TextDecoder().decode(bytes), codes: warnings.map(({ code }) => code) }
}
