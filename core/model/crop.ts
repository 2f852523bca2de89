import { z } from 'zod'

/** What is shown of a picture: fractions of its width and height from its left and top edges, four decimals. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}
/** What must stay in sight whatever is cut off, in the same fractions. */
export interface FocalPoint {
  x: number
  y: number
}
/** 'original': the picture's own proportions. 'free': whatever somebody draws. */
export const aspects = ['original', '16:9', '4:3', '1:1', 'free'] as const
export type Aspect = (typeof aspects)[number]
/** How a picture is cut, as data: its bytes are never changed. What is left out or null is the picture as it is. */
export interface Framing {
  crop?: Crop | null | undefined
  aspect?: Aspect | null | undefined
  focal?: FocalPoint | null | undefined
}
/** Pixels; null where nobody knows. */
export interface PictureSize {
  width: number | null
  height: number | null
}

const fraction = z.number().min(0).max(1)
const extent = z.number().min(0.01).max(1)
/** The same as a part of the schema of a picture. */
export const framingShape = {
  crop: z
    .strictObject({ x: fraction, y: fraction, width: extent, height: extent })
    // A ten-thousandth of room for what rounding adds.
    .refine(({ x, y, width, height }) => x + width <= 1.0001 && y + height <= 1.0001)
    .nullish(),
  aspect: z.enum(aspects).nullish(),
  focal: z.strictObject({ x: fraction, y: fraction }).nullish(),
}

/** Whether a value may stand in a framing under this name: the schema's rule, where there are no schemas (the page). */
export function isFraming(name: keyof Framing, value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (name === 'aspect') return (aspects as readonly unknown[]).includes(value)
  const names = name === 'crop' ? ['x', 'y', 'width', 'height'] : ['x', 'y']
  if (typeof value !== 'object' || Object.keys(value).length !== names.length) return false
  const numbers = names.map((each) => (value as Record<string, unknown>)[each])
  const isPart = (part: unknown): part is number => typeof part === 'number' && part >= 0 && part <= 1
  if (!numbers.every(isPart)) return false
  const [x = 0, y = 0, width = 1, height = 1] = numbers
  return name === 'focal' || (width > 0 && height > 0 && x + width <= 1.0001 && y + height <= 1.0001)
}

/** The smallest side of a crop. */
const least = 0.05
const middle: FocalPoint = { x: 0.5, y: 0.5 }
const whole: Crop = { x: 0, y: 0, width: 1, height: 1 }

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
const within = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high))

/** The crop inside the picture, its numbers as they are stored. */
function settled({ x, y, width, height }: Crop): Crop {
  const [wide, high] = [rounded(within(width, least, 1)), rounded(within(height, least, 1))]
  return {
    x: rounded(within(x, 0, 1 - wide)),
    y: rounded(within(y, 0, 1 - high)),
    width: wide,
    height: high,
  }
}

/** Width by height of a picture; null where its size is not known. */
export const proportion = ({ width, height }: PictureSize): number | null =>
  width && height ? width / height : null

/** Width by height that a preset asks for, in pixels; null where it asks for none. */
export function wanted(aspect: Aspect, picture: number): number | null {
  if (aspect === 'free') return null
  if (aspect === 'original') return picture
  const [across = 1, down = 1] = aspect.split(':').map(Number)
  return across / down
}

/** The largest crop of these proportions that lies around a point, inside `frame`. */
export function cropAround(
  ratio: number,
  picture: number,
  focal: FocalPoint = middle,
  frame: Crop = whole,
): Crop {
  const own = (picture * frame.width) / frame.height
  const width = ratio >= own ? frame.width : (frame.height * ratio) / picture
  const height = ratio >= own ? (frame.width * picture) / ratio : frame.height
  return settled({
    x: within(focal.x - width / 2, frame.x, frame.x + frame.width - width),
    y: within(focal.y - height / 2, frame.y, frame.y + frame.height - height),
    width,
    height,
  })
}

/** The crop moved by fractions of the picture, as far as the picture goes. */
export const movedCrop = (crop: Crop, across: number, down: number): Crop =>
  settled({ ...crop, x: crop.x + across, y: crop.y + down })

/** The point moved likewise. */
export const movedFocal = ({ x, y }: FocalPoint, across: number, down: number): FocalPoint => ({
  x: rounded(within(x + across, 0, 1)),
  y: rounded(within(y + down, 0, 1)),
})

/**
 * The crop with its right and bottom edges moved, its top left corner held. With a `ratio` (width by height in pixels)
 * the height follows the width; it stops where the picture ends.
 */
export function resizedCrop(
  crop: Crop,
  across: number,
  down: number,
  { ratio, picture }: { ratio: number | null; picture: number },
): Crop {
  const width = within(crop.width + across, least, 1 - crop.x)
  if (ratio === null)
    return settled({ ...crop, width, height: within(crop.height + down, least, 1 - crop.y) })
  const perWidth = picture / ratio
  const asked = across === 0 ? crop.width + down / perWidth : crop.width + across
  const most = Math.min(1 - crop.x, (1 - crop.y) / perWidth)
  const fewest = Math.max(least, least / perWidth)
  const wide = within(asked, Math.min(fewest, most), most)
  return settled({ ...crop, width: wide, height: wide * perWidth })
}

/** Whether nothing is cut off. */
export const isWhole = ({ x, y, width, height }: Crop): boolean =>
  x === 0 && y === 0 && width === 1 && height === 1

/** The framing as it is stored: nothing where nothing is cut off and nothing must stay in sight. */
export function storedFraming({ crop, aspect, focal }: Framing): Required<Framing> {
  const isCut = crop !== null && crop !== undefined && !isWhole(crop)
  return {
    crop: isCut ? crop : null,
    aspect: isCut && aspect ? aspect : null,
    focal: focal ?? null,
  }
}

/**
 * What is seen of a picture; null where that is all of it. With a `shape` (width by height), as in a gallery, the largest
 * part of that shape inside the crop, around the focal point.
 */
export function seenCrop({ crop, focal, ...size }: Framing & PictureSize, shape?: number): Crop | null {
  const picture = proportion(size)
  const own = crop && !isWhole(crop) ? settled(crop) : null
  if (shape === undefined || picture === null) return own
  const frame = own ?? whole
  const centre = focal ?? { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 }
  return cropAround(shape, picture, centre, frame)
}

/** Width and height in pixels of what is seen; null where the size of the picture is not known. */
export function seenSize(picture: Framing & PictureSize): { width: number; height: number } | null {
  const { width, height } = picture
  if (!width || !height) return null
  const crop = seenCrop(picture) ?? whole
  return {
    width: Math.max(1, Math.round(width * crop.width)),
    height: Math.max(1, Math.round(height * crop.height)),
  }
}

const percent = (value: number): string => `${rounded(value * 100)}%`

/** A crop as CSS's `object-view-box`; 'none' where nothing is cut off. Chromium alone knows it. */
export function viewBox(crop: Crop | null | undefined): string {
  if (!crop || isWhole(crop)) return 'none'
  const { x, y, width, height } = crop
  return `inset(${[y, 1 - x - width, 1 - y - height, x].map((edge) => percent(Math.max(0, edge))).join(' ')})`
}

/** Where the focal point lies in what is seen, as CSS's `object-position`; '' where there is none. */
export function focalPosition({ crop, focal }: Framing): string {
  if (!focal) return ''
  const { x, y, width, height } = crop ?? whole
  const along = (at: number, from: number, length: number): string =>
    percent(within((at - from) / length, 0, 1))
  return `${along(focal.x, x, width)} ${along(focal.y, y, height)}`
}

/** A crop in numbers, for a person who compares two; '' where nothing is cut off. */
export function cropWords({ crop, aspect }: Framing): string {
  if (!crop || isWhole(crop)) return ''
  const { x, y, width, height } = crop
  const edges = `${percent(x)}–${percent(x + width)} × ${percent(y)}–${percent(y + height)}`
  return aspect && /\d/.test(aspect) ? `${aspect}, ${edges}` : edges
}

/** The corner of a crop that is dragged: right or left, bottom or top, of the picture and not of the page. */
export interface Corner {
  isRight: boolean
  isBottom: boolean
}

/** The crop with one corner dragged to a point, the corner over against it held; a `ratio` as in `resizedCrop`. */
export function draggedCrop(
  crop: Crop,
  { isRight, isBottom }: Corner,
  to: FocalPoint,
  { ratio, picture }: { ratio: number | null; picture: number },
): Crop {
  const held = { x: isRight ? crop.x : crop.x + crop.width, y: isBottom ? crop.y : crop.y + crop.height }
  const room = { x: isRight ? 1 - held.x : held.x, y: isBottom ? 1 - held.y : held.y }
  let width = within(isRight ? to.x - held.x : held.x - to.x, least, room.x)
  let height = within(isBottom ? to.y - held.y : held.y - to.y, least, room.y)
  if (ratio !== null) {
    const perWidth = picture / ratio
    width = Math.min(Math.max(width, height / perWidth), room.x, room.y / perWidth)
    height = width * perWidth
  }
  return settled({
    x: isRight ? held.x : held.x - width,
    y: isBottom ? held.y : held.y - height,
    width,
    height,
  })
}
