import type { Warning } from '../api/files.ts'
import type { Article } from '../model/article.ts'
import type { PictureAttrs } from '../model/body.ts'
import { isWhole } from '../model/crop.ts'
import { mediaNames, storyPictures } from '../model/map-story.ts'
import type { ExportAssets } from './format.ts'

/** A picture of the article as an item of its own: each file once, with the words of its first place. */
export interface WirePicture {
  media: string
  /** `main` for the lead picture, `picture-1`, `picture-2` … for those of the story. */
  name: string
  /** Where it lies beside the item; undefined where the file is missing. */
  href: string | undefined
  mime: string | undefined
  /** Bytes. */
  size: number | undefined
  alt: string
  caption: string
  credit: string
  source: string
  width: number | null
  height: number | null
  /** The focal point in pixels from the top left. */
  poi: { x: number; y: number } | undefined
}

/** Where a picture of a packaged send lies. Names are hashes: nothing of a stranger's naming comes along. */
export const mediaPath = (media: string): string => `media/${media}`

/** The pictures of an article, the lead picture first, each at its address `beside` the item, with a warning for each that is missing and for what cannot go along. */
export async function wirePictures(
  article: Article,
  assets: ExportAssets,
  beside: (media: string) => string = mediaPath,
): Promise<{ pictures: WirePicture[]; warnings: Warning[] }> {
  const lead = article.fields.leadImage
  const shown = new Map<string, PictureAttrs & { source?: string }>()
  if (lead?.media) shown.set(lead.media, { ...lead, media: lead.media })
  for (const picture of storyPictures(article.body))
    if (!shown.has(picture.media)) shown.set(picture.media, picture)
  const pictures: WirePicture[] = []
  const warnings: Warning[] = []
  if (lead && !lead.media && (lead.alt || lead.caption || lead.credit || lead.source))
    pictures.push({ ...described('', lead, 'main'), source: lead.source })
  for (const media of mediaNames(article)) {
    const words = shown.get(media)
    if (!words) continue
    const file = await assets.picture(media)
    if (!file)
      warnings.push({ code: 'picture-missing', message: `the picture ${media} is not in the library` })
    const isLead = media === lead?.media
    const name = isLead ? 'main' : `picture-${pictures.filter((each) => each.name !== 'main').length + 1}`
    const found = file && { href: beside(media), mime: file.mime, size: file.bytes.length }
    pictures.push({ ...described(media, words, name), ...found, source: words.source ?? '' })
  }
  if (lead?.media && lead.crop && !isWhole(lead.crop))
    warnings.push({ code: 'crop-left-out', message: 'how the lead picture is cut is not in the file' })
  return { pictures, warnings }
}

const described = (media: string, words: Omit<PictureAttrs, 'media'>, name: string) => ({
  media,
  name,
  href: undefined,
  mime: undefined,
  size: undefined,
  alt: words.alt,
  caption: words.caption,
  credit: words.credit,
  width: words.width,
  height: words.height,
  poi: pointOf(words),
})

function pointOf({ focal, width, height }: Omit<PictureAttrs, 'media'>): WirePicture['poi'] {
  if (!focal || !width || !height) return undefined
  return { x: Math.round(focal.x * width), y: Math.round(focal.y * height) }
}
