import type { Article } from './article.ts'
import { storyPictures } from './map-story.ts'

/** What the house writes again and again, and its fields offer: names, places, sections, and who pictures are by. */
export const rememberedIds = [
  'section',
  'byline',
  'source',
  'creditLine',
  'place',
  'keywords',
  'pictureCredit',
  'pictureSource',
] as const
export type RememberedId = (typeof rememberedIds)[number]
export type Remembered = Record<RememberedId, string[]>

export const isRemembered = (id: string): id is RememberedId =>
  (rememberedIds as readonly string[]).includes(id)

/** The values that one article has in the remembered fields, each once, without empty ones. */
export function rememberedIn({ fields, body }: Pick<Article, 'fields' | 'body'>): Remembered {
  const pictures = storyPictures(body)
  const lead = fields.leadImage
  return {
    section: written(fields.section),
    byline: written(...fields.byline),
    source: written(fields.source),
    creditLine: written(fields.creditLine),
    place: written(fields.place),
    keywords: written(...fields.keywords),
    pictureCredit: written(lead?.credit, ...pictures.map(({ credit }) => credit)),
    pictureSource: written(lead?.source),
  }
}

const written = (...values: (string | undefined)[]): string[] => [
  ...new Set(values.map((value) => (value ?? '').normalize('NFC').trim()).filter(Boolean)),
]
