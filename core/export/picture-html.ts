import type { PictureAttrs } from '../model/body.ts'
import { seenCrop, seenSize, type Crop } from '../model/crop.ts'
import { lineHtml } from './inline-html.ts'
import { element, opening } from './markup.ts'
import { attributeText, type PageContext } from './page-context.ts'

interface PictureLook {
  className?: string
  /** Width by height that it is shown in, as in a gallery; its own where nothing is said. */
  shape?: number
}

/** A picture with its caption and credit; the words alone where the file is missing. */
export function pictureHtml(
  picture: PictureAttrs,
  page: PageContext,
  { className, shape }: PictureLook = {},
): string {
  const source = page.pictures.get(picture.media)
  const { alt, caption, credit } = picture
  const img =
    source === undefined ? '' : imgHtml(picture, { src: source, alt: attributeText(alt, page) }, shape)
  const words = [
    caption && element('span', { class: 'caption' }, lineHtml(caption, page.direction)),
    credit &&
      element(
        'span',
        { class: 'credit' },
        page.creditPrefix + element('bdi', {}, lineHtml(credit, page.direction)),
      ),
  ].filter(Boolean)
  const figcaption = words.length > 0 ? element('figcaption', {}, words.join(' ')) : ''
  return element(
    'figure',
    { class: className, 'data-alt': source === undefined ? alt || undefined : undefined },
    img + figcaption,
  )
}

function imgHtml(
  picture: PictureAttrs,
  attributes: { src: string; alt: string },
  shape: number | undefined,
): string {
  const { width, height, crop, aspect, focal } = picture
  const img = opening('img', {
    ...attributes,
    width,
    height,
    'data-crop': crop && numbers(crop.x, crop.y, crop.width, crop.height),
    'data-aspect': aspect,
    'data-focal': focal && numbers(focal.x, focal.y),
  })
  const seen = seenCrop(picture, shape)
  return seen ? element('span', { class: 'crop', style: frameStyle(picture, seen, shape) }, img) : img
}

const numbers = (...values: number[]): string => values.join(' ')

/**
 * A frame of the crop's shape, through which the picture is seen: the sheet of the page (page-style.ts) lays it out from
 * these. Browsers other than Chromium know no `object-view-box`.
 */
function frameStyle(picture: PictureAttrs, { x, y, width, height }: Crop, shape: number | undefined): string {
  const size = seenSize(picture)
  const ratio = shape ?? (size ? size.width / size.height : width / height)
  const most = shape === undefined && size ? `;--most:${size.width}px` : ''
  return `--shape:${short(ratio)};--wide:${percent(1 / width)};--x:${percent(-x / width)};--y:${percent(-y / height)}${most}`
}

const short = (value: number): string => String(Math.round(value * 10_000) / 10_000)
const percent = (value: number): string => `${short(value * 100)}%`
