import type { ExportFormat, ExportInput } from '../../../core/export/format.ts'
import type { Article } from '../../../core/model/article.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { onePixel } from './story.ts'

const [theme] = shippedThemes as [(typeof shippedThemes)[number]]

/** What a wire format is handed: an agency that has said who it is, each picture there, the day after the sample articles. */
export const wireInput = (article: Article, more: Partial<ExportInput> = {}): ExportInput => ({
  article,
  type: { genre: 'Current', schemaType: 'NewsArticle' },
  theme,
  agency: { name: 'وكالة الاختبار', domain: 'agency.example' },
  now: Date.parse('2024-05-09T00:00:00Z'),
  assets: onePixel,
  ...more,
})

export async function wireText(
  format: ExportFormat,
  article: Article,
  more?: Partial<ExportInput>,
): Promise<string> {
  return new TextDecoder().decode((await format.write(wireInput(article, more))).bytes)
}
