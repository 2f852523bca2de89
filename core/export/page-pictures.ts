import type { Warning } from '../api/files.ts'
import type { Article } from '../model/article.ts'
import { toBase64 } from '../model/base64.ts'
import type { PictureAttrs } from '../model/body.ts'
import { cropAround, isWhole, proportion, seenCrop, seenSize, type Crop } from '../model/crop.ts'
import { isMoving } from '../model/picture.ts'
import { storyPictures } from '../model/map-story.ts'
import type { PageLayout } from '../model/theme.ts'
import type { ExportAssets } from './format.ts'

/** A picture as a page shows it. */
export interface PagePicture {
  /** A data: URL, or an address beside the page. */
  src: string
  /** Smaller and larger ones for `srcset`, where there are any. */
  candidates: readonly { src: string; width: number }[]
  /** Pixels of `src`, where it is another than the stored picture. */
  size?: { width: number; height: number }
  /** The crop is in its bytes: the page need not cut it. */
  isCut: boolean
}
/** By `pictureKey`; a picture that is not here is missing. */
export type PagePictures = ReadonlyMap<string, PagePicture>
export interface LeadShape {
  src: string
  width: number
  height: number
}
/** What a page shows, and what lies beside it by path. */
export interface GatheredPictures {
  pictures: PagePictures
  /** The lead picture in the shapes that search engines ask for. */
  leadShapes: readonly LeadShape[]
  files: ReadonlyMap<string, Uint8Array>
  warnings: Warning[]
}

type Wanted = Pick<PictureAttrs, 'media' | 'crop' | 'focal' | 'width' | 'height'>
interface Stored {
  bytes: Uint8Array
  mime: string
}

/** One picture may be seen in several crops. */
export const pictureKey = ({ media, crop }: Pick<Wanted, 'media' | 'crop'>): string =>
  crop && !isWhole(crop) ? `${media} ${Object.values(crop).join(' ')}` : media

const widths = [480, 960, 1600]
/** What a browser without `srcset` loads. */
const usualWidth = 960
/** How wide a picture inside a page need be at most, where the layout asks for little; an e-mail is 600 px wide. */
const insideWidth: Record<PageLayout, number | undefined> = {
  classic: undefined,
  modern: undefined,
  fragment: undefined,
  light: usualWidth,
  email: 600,
}
/** Layouts whose style cuts a picture by a frame. */
export const cutsByStyle = (layout: PageLayout): boolean => layout !== 'fragment' && layout !== 'email'

/** The pictures of an article for a page that carries them inside, as data: URLs; `beside`: somebody else lays them there. */
export async function picturesInside(
  article: Article,
  layout: PageLayout,
  assets: ExportAssets,
  beside?: (media: string) => string,
): Promise<GatheredPictures> {
  const pictures = new Map<string, PagePicture>()
  const warnings = new Warnings()
  for (const wanted of wantedBy(article)) {
    const stored = await assets.picture(wanted.media)
    if (!stored) {
      warnings.add('picture-missing', wanted.media, `the picture ${wanted.media} is not in the library`)
      continue
    }
    const isToCut = isCropped(wanted) && !cutsByStyle(layout)
    if (beside) {
      if (isToCut) warnings.add('crop-not-cut', wanted.media, 'a picture is shown whole')
      pictures.set(pictureKey(wanted), { src: beside(wanted.media), candidates: [], isCut: false })
      continue
    }
    const most = insideWidth[layout]
    const seen = seenSize(wanted)
    const isTooWide = most !== undefined && seen !== null && seen.width > most
    const smaller =
      seen && (isToCut || isTooWide) && !isMoving(stored.bytes)
        ? await scaledTo(assets, wanted, Math.min(seen.width, most ?? seen.width))
        : undefined
    if (isToCut && !smaller) warnings.add('crop-not-cut', wanted.media, 'a picture is shown whole')
    const { bytes, mime, size } = smaller ?? { ...stored, size: undefined }
    pictures.set(pictureKey(wanted), {
      src: `data:${mime};base64,${toBase64(bytes)}`,
      candidates: [],
      ...(size && { size }),
      isCut: smaller !== undefined,
    })
  }
  return { pictures, leadShapes: [], files: new Map(), warnings: warnings.all }
}

/** The pictures of an article for a page that has them beside it under `media/`, in several sizes where the machine can scale. */
export async function picturesBeside(
  article: Article,
  layout: PageLayout,
  assets: ExportAssets,
): Promise<GatheredPictures> {
  const pictures = new Map<string, PagePicture>()
  const files = new Map<string, Uint8Array>()
  const warnings = new Warnings()
  for (const wanted of wantedBy(article)) {
    const stored = await assets.picture(wanted.media)
    if (!stored) {
      warnings.add('picture-missing', wanted.media, `the picture ${wanted.media} is not in the library`)
      continue
    }
    const cut = await sizesOf(wanted, stored, assets, files)
    if (cut) {
      pictures.set(pictureKey(wanted), cut)
      continue
    }
    if (isCropped(wanted) && !cutsByStyle(layout))
      warnings.add('crop-not-cut', wanted.media, 'a picture is shown whole')
    const src = pathOf(wanted.media, '', stored.mime)
    files.set(src, stored.bytes)
    pictures.set(pictureKey(wanted), { src, candidates: [], isCut: false })
  }
  return { pictures, leadShapes: await leadShapes(article, assets, files), files, warnings: warnings.all }
}

/** A picture in the widths of `srcset`, cut; undefined where the machine cannot or need not. */
async function sizesOf(
  wanted: Wanted,
  stored: Stored,
  assets: ExportAssets,
  files: Map<string, Uint8Array>,
): Promise<PagePicture | undefined> {
  const seen = seenSize(wanted)
  if (!seen || !assets.scaled || isMoving(stored.bytes)) return undefined
  const whole = isCropped(wanted) ? Math.min(seen.width, widths.at(-1) ?? seen.width) : undefined
  const made: { src: string; width: number; size: { width: number; height: number } }[] = []
  for (const width of new Set([...widths.filter((each) => each < seen.width), ...(whole ? [whole] : [])])) {
    const scaled = await scaledTo(assets, wanted, width)
    if (!scaled) return undefined
    const src = pathOf(wanted.media, `${cropName(wanted)}-${width}`, scaled.mime)
    files.set(src, scaled.bytes)
    made.push({ src, width: scaled.size.width, size: scaled.size })
  }
  if (!isCropped(wanted) && seen.width <= (widths.at(-1) ?? 0)) {
    const src = pathOf(wanted.media, '', stored.mime)
    files.set(src, stored.bytes)
    made.push({ src, width: seen.width, size: seen })
  }
  const usual = made.findLast(({ width }) => width <= usualWidth) ?? made[0]
  if (!usual) return undefined
  return {
    src: usual.src,
    candidates: made.length > 1 ? made.map(({ src, width }) => ({ src, width })) : [],
    size: usual.size,
    isCut: true,
  }
}

/** Google's list for NewsArticle: 16:9, 4:3 and 1:1, at least 1200 px wide (newsroom.md §4.4). */
const leadRatios = [
  { name: '16x9', ratio: 16 / 9 },
  { name: '4x3', ratio: 4 / 3 },
  { name: '1x1', ratio: 1 },
]
const leadWidth = 1200

async function leadShapes(
  article: Article,
  assets: ExportAssets,
  files: Map<string, Uint8Array>,
): Promise<LeadShape[]> {
  const lead = article.fields.leadImage
  const picture = lead && proportion(lead)
  if (!lead?.media || !picture || !assets.scaled) return []
  const media = lead.media
  const shapes: LeadShape[] = []
  for (const { name, ratio } of leadRatios) {
    const frame = seenCrop(lead) ?? { x: 0, y: 0, width: 1, height: 1 }
    const centre = lead.focal ?? { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 }
    const crop = cropAround(ratio, picture, centre, frame)
    const width = Math.min(leadWidth, Math.round((lead.width ?? 0) * crop.width))
    const scaled = await scaledTo(assets, { ...lead, media, crop }, width, Math.round(width / ratio))
    if (!scaled) continue
    const src = pathOf(media, `-${name}`, scaled.mime)
    files.set(src, scaled.bytes)
    shapes.push({ src, ...scaled.size })
  }
  return shapes
}

/** The pictures of an article as they are stored, each under an address of its own. */
export function picturesAt(
  article: Article,
  addressOf: (media: string) => string,
): Pick<GatheredPictures, 'pictures' | 'leadShapes'> {
  const pictures = wantedBy(article).map((wanted): [string, PagePicture] => [
    pictureKey(wanted),
    { src: addressOf(wanted.media), candidates: [], isCut: false },
  ])
  return { pictures: new Map(pictures), leadShapes: [] }
}

/** Every picture of the page as it is seen there, each once, the lead picture first. */
export function wantedBy({ fields, body }: Article): Wanted[] {
  const lead = fields.leadImage
  const all: Wanted[] = lead?.media ? [{ ...lead, media: lead.media }] : []
  all.push(...storyPictures(body))
  return [...new Map(all.toReversed().map((each) => [pictureKey(each), each])).values()].toReversed()
}

const isCropped = ({ crop }: Wanted): boolean => crop !== null && crop !== undefined && !isWhole(crop)

async function scaledTo(assets: ExportAssets, wanted: Wanted, width: number, high?: number) {
  const seen = seenSize(wanted)
  if (!seen || !assets.scaled) return undefined
  const height = high ?? Math.max(1, Math.round((seen.height * width) / seen.width))
  const crop = isCropped(wanted) ? (wanted.crop ?? undefined) : undefined
  const scaled = await assets.scaled(wanted.media, { width, height, ...(crop && { crop }) })
  return scaled && { ...scaled, size: { width: scaled.width, height: scaled.height } }
}

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
}
/** Media are named by the hash of their bytes: half of it tells them apart, and no name of a person's file is told. */
const pathOf = (media: string, what: string, mime: string): string =>
  `media/${media.slice(0, 16).replaceAll(/[^a-z0-9]/gi, '')}${what}.${endings[mime] ?? 'bin'}`
const cropName = ({ crop }: { crop?: Crop | null | undefined }): string =>
  crop && !isWhole(crop)
    ? `-${[crop.x, crop.y, crop.width, crop.height].map((part) => Math.round(part * 10_000)).join('-')}`
    : ''

/** Each said once of each picture. */
class Warnings {
  readonly all: Warning[] = []
  readonly #said = new Set<string>()
  add(code: string, media: string, message: string): void {
    if (this.#said.has(`${code} ${media}`)) return
    this.#said.add(`${code} ${media}`)
    this.all.push({ code, message })
  }
}
