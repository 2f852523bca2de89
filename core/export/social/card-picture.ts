import { toBase64, fromBase64 } from '../../model/base64.ts'
import { seenCrop } from '../../model/crop.ts'
import type { LeadImage } from '../../model/fields.ts'
import type { HouseTheme } from '../../model/theme.ts'
import type { ExportAssets } from '../format.ts'

/** Pixels. */
export interface Size {
  width: number
  height: number
}

/** The lead picture cut to the card around its focal point, as a data: URL; undefined where there is none that can be drawn. */
export async function cardPicture(
  lead: LeadImage | null,
  { width, height }: Size,
  assets: ExportAssets,
): Promise<string | undefined> {
  if (!lead?.media || !assets.scaled) return undefined
  const crop = seenCrop(lead, width / height)
  const scaled = await assets.scaled(lead.media, { width, height, crop })
  return scaled && `data:${scaled.mime};base64,${toBase64(scaled.bytes)}`
}

/** Width by height of a theme's logo, read off an SVG or a PNG; undefined for what says nothing of it. */
export function logoShape(image: HouseTheme['logo']['image']): number | undefined {
  if (image === undefined) return undefined
  const comma = image.indexOf(',')
  const head = image.slice(0, comma)
  const data = image.slice(comma + 1)
  if (head.startsWith('data:image/svg+xml')) return shapeOfSvg(textOf(head, data))
  const bytes = /^data:image\/png;base64$/.test(head) ? fromBase64(data.slice(0, 64)) : undefined
  if (!bytes || bytes.length < 24) return undefined
  const number = (at: number): number => bytes.slice(at, at + 4).reduce((sum, byte) => sum * 256 + byte, 0)
  return proportion(number(16), number(20))
}

function textOf(head: string, data: string): string {
  try {
    if (!head.endsWith(';base64')) return decodeURIComponent(data)
    return String.fromCharCode(...(fromBase64(data)?.slice(0, 2000) ?? []))
  } catch {
    return ''
  }
}

function shapeOfSvg(svg: string): number | undefined {
  const root = /<svg\b[^>]{0,1500}/.exec(svg)?.[0] ?? ''
  const [, , width, height] =
    /viewBox=["']\s*([^"']{1,80})/
      .exec(root)?.[1]
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? []
  if (width && height) return proportion(width, height)
  const side = (name: string): number => Number(new RegExp(`\\s${name}=["'](\\d{1,5})`).exec(root)?.[1])
  return proportion(side('width'), side('height'))
}

const proportion = (width: number, height: number): number | undefined =>
  width > 0 && height > 0 && width / height > 0.1 && width / height < 20 ? width / height : undefined
