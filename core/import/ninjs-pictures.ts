import { cleanLine } from './clean-inline.ts'
import { partsIn, textIn, valueOf, type JsonPart } from './json-parts.ts'
import { besideAddress, cleanLines } from './wire-fields.ts'
import type { WirePicture } from './wire-reading.ts'

/** The pictures of a ninjs item, the lead picture first, and the names of associations that are none. */
export function ninjsPictures(item: JsonPart): { pictures: WirePicture[]; others: string[] } {
  const associations = partsIn(item, 'associations')
  const isPicture = (each: JsonPart) => /^(?:picture|graphic)$/i.test(textIn(each, 'type'))
  const found = associations.filter(isPicture).slice(0, 200)
  // An item that is a picture itself.
  if (isPicture(item)) found.unshift(item)
  const lead =
    found.find((each) => textIn(each, 'name') === 'main') ??
    found.find((each) => !/^picture-\d+$/.test(textIn(each, 'name')))
  const others = associations
    .filter((each) => !isPicture(each) && textIn(each, 'rel') !== 'translatedFrom')
    .map((each) => `association ${textIn(each, 'name').slice(0, 60)}`)
  return { pictures: found.map((each) => pictureOf(each, each === lead)), others }
}

function pictureOf(picture: JsonPart, isLead: boolean): WirePicture {
  const renditions = partsIn(picture, 'renditions')
  const best =
    renditions.toSorted((one, other) => (pixels(other, 'width') ?? 0) - (pixels(one, 'width') ?? 0))[0] ?? {}
  const descriptions = partsIn(picture, 'descriptions')
  const said = (role: string) => {
    const found = descriptions.find((each) => textIn(each, 'role').toLowerCase() === role.toLowerCase())
    return found ? textIn(found, 'value') : ''
  }
  const other = descriptions.find((each) => textIn(each, 'role') !== 'alternativeText')
  const caption =
    said('caption') ||
    (other ? textIn(other, 'value') : '') ||
    textIn(picture, 'description_text', 'description_caption')
  const [source] = partsIn(picture, 'infoSources', 'infosource')
  const [width, height] = [pixels(best, 'width'), pixels(best, 'height')]
  return {
    href: besideAddress(textIn(best, 'href')),
    isLead,
    alt: cleanLine(said('alternativeText')),
    caption: cleanLines(caption, 5000),
    credit: cleanLine(textIn(picture, 'by', 'byline'), 500),
    source: source ? cleanLine(textIn(source, 'name'), 500) : '',
    width,
    height,
    ...focalOf(best, width, height),
  }
}

function pixels(part: JsonPart, name: string): number | null {
  const value = valueOf(part, name)
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1e6 ? value : null
}

/** A point of interest in pixels as a focal point. */
function focalOf(rendition: JsonPart, width: number | null, height: number | null) {
  const poi = valueOf(rendition, 'poi')
  if (typeof poi !== 'object' || poi === null || !width || !height) return {}
  const { x, y } = poi as Readonly<Record<string, unknown>>
  if (typeof x !== 'number' || typeof y !== 'number') return {}
  const part = (value: number, whole: number) =>
    Math.min(1, Math.max(0, Math.round((value / whole) * 10_000) / 10_000))
  return { focal: { x: part(x, width), y: part(y, height) } }
}
