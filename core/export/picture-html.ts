import type { PictureAttrs } from '../model/body.ts'
import { focalPosition, seenCrop, seenSize, type Crop } from '../model/crop.ts'
import { lineHtml } from './inline-html.ts'
import { element, escaped, opening } from './markup.ts'
import { attributeText, type PageContext } from './page-context.ts'
import { cutsByStyle, pictureKey, type PagePicture } from './page-pictures.ts'
import { photoLabel } from './photo-label.ts'

interface PictureLook {
  className?: string
  /** One of several side by side: each fills the same frame, around its focal point. */
  isInGallery?: boolean
}

/** A picture with its caption and credit; the words alone where the file is missing. */
export function pictureHtml(
  picture: PictureAttrs,
  page: PageContext,
  { className, isInGallery = false }: PictureLook = {},
): string {
  const source = page.pictures.get(pictureKey(picture))
  const { alt, caption, credit } = picture
  const img = source
    ? imgHtml(picture, source, {
        alt: attributeText(alt, page),
        sizes: sizesOf(page, className, isInGallery),
        isInGallery,
        isFramed: cutsByStyle(page.theme.layout),
      })
    : ''
  const words = [
    caption && element('span', { class: 'caption' }, lineHtml(caption, page.direction)),
    credit &&
      element(
        'span',
        { class: 'credit' },
        creditPrefix(credit, page) + element('bdi', {}, lineHtml(credit, page.direction)),
      ),
  ].filter(Boolean)
  const figcaption = words.length > 0 ? element('figcaption', {}, words.join(' ')) : ''
  return element(
    'figure',
    { class: className, 'data-alt': source === undefined ? alt || undefined : undefined },
    img + figcaption,
  )
}

function creditPrefix(credit: string, { theme, article }: PageContext): string {
  const label = photoLabel(theme, article.language, credit)
  return label && element('span', { class: 'label' }, escaped(label))
}

/** How wide a picture stands on the page, as page-style.ts lays it out. */
function sizesOf({ theme }: PageContext, className: string | undefined, isInGallery: boolean): string {
  if (isInGallery) return '(min-width: 40rem) 13rem, 46vw'
  if (theme.layout === 'modern' && className === 'lead-picture') return '(min-width: 60rem) 60rem, 100vw'
  return '(min-width: 40rem) 37.5rem, 94vw'
}

interface ImgLook {
  alt: string
  sizes: string
  isInGallery: boolean
  /** The style of the page cuts it. */
  isFramed: boolean
}

function imgHtml(
  picture: PictureAttrs,
  source: PagePicture,
  { alt, sizes, isInGallery, isFramed }: ImgLook,
): string {
  const { width, height, crop, aspect, focal } = picture
  const { src, candidates, size, isCut } = source
  const position = isInGallery && isFramed ? focalPosition(isCut ? picture : { focal }) : ''
  const img = opening('img', {
    src,
    srcset: candidates.map((each) => `${each.src} ${each.width}w`).join(', ') || undefined,
    sizes: candidates.length > 0 ? sizes : undefined,
    alt,
    width: size ? size.width : width,
    height: size ? size.height : height,
    'data-crop': crop && !isCut ? numbers(crop.x, crop.y, crop.width, crop.height) : undefined,
    'data-aspect': isCut ? undefined : aspect,
    'data-focal': focal && !(isCut && crop) ? numbers(focal.x, focal.y) : undefined,
    style: position ? `object-position:${position}` : undefined,
  })
  const seen = isCut || !isFramed ? null : seenCrop(picture)
  return seen ? element('span', { class: 'crop', style: frameStyle(picture, seen) }, img) : img
}

const numbers = (...values: number[]): string => values.join(' ')

/**
 * A frame of the crop's shape, through which the picture is seen: the sheet of the page (page-style.ts) lays it out from
 * these. Browsers other than Chromium know no `object-view-box`.
 */
function frameStyle(picture: PictureAttrs, { x, y, width, height }: Crop): string {
  const size = seenSize(picture)
  const ratio = size ? size.width / size.height : width / height
  const most = size ? `;--most:${size.width}px` : ''
  return `--shape:${short(ratio)};--wide:${percent(1 / width)};--x:${percent(-x / width)};--y:${percent(-y / height)}${most}`
}

const short = (value: number): string => String(Math.round(value * 10_000) / 10_000)
const percent = (value: number): string => `${short(value * 100)}%`
