import type { ExportAssets } from '../../../core/export/format.ts'
import type { PictureWish } from '../../../core/model/scaled-picture.ts'
import type { Article } from '../../../core/model/article.ts'
import { mapStory } from '../../../core/model/map-story.ts'
import { png } from './story.ts'

/** A machine that scales: its pictures are planted bytes that say what was asked for. */
export function scaling(asked: [media: string, to: PictureWish][] = []): ExportAssets {
  return {
    picture: async () => ({ bytes: png, mime: 'image/png' }),
    font: async () => [],
    scaled: async (media, to) => {
      asked.push([media, to])
      return { bytes: plantedBytes(to), mime: 'image/jpeg', width: to.width, height: to.height ?? to.width }
    },
  }
}

/** What `scaling` answers. */
export const plantedBytes = ({ width, height, crop }: PictureWish): Uint8Array =>
  new TextEncoder().encode(`JPEG ${width}x${height}${crop ? ` of ${JSON.stringify(crop)}` : ''}`)

/** The article with each of its pictures as large as this. */
export const withPicturesOf = (article: Article, width: number, height: number): Article => ({
  ...article,
  fields: {
    ...article.fields,
    leadImage: article.fields.leadImage && { ...article.fields.leadImage, width, height },
  },
  body: mapStory(article.body, { picture: (picture) => ({ ...picture, width, height }) }),
})
