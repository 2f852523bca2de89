import { z } from 'zod'
import { framingShape } from '../model/crop.ts'
import { cleanLine } from './clean-inline.ts'
import { addressOf, metadata, pictureReference } from './nitf-media.ts'
import { cleanLines } from './wire-fields.ts'
import type { WirePicture } from './wire-reading.ts'
import { childrenOf, xmlAttribute, xmlText, type XmlElement } from './xml-tree.ts'

const framingSchema = z.object(framingShape)

/** The lead picture, and what is left of the content; in files of others the first picture before any words is one. */
export function nitfPictures(
  content: readonly XmlElement[],
  isOwn: boolean,
): { pictures: WirePicture[]; rest: XmlElement[] } {
  const lead = content.find(
    (each, at) => each.name === 'media' && (isOwn ? xmlAttribute(each, 'class') === 'lead' : at === 0),
  )
  const reference = lead && pictureReference(lead)
  if (!lead || !reference) return { pictures: [], rest: [...content] }
  const words = (name: string) =>
    childrenOf(lead, name)
      .map((each) =>
        xmlText(each)
          .replace(/[^\S\n]+/g, ' ')
          .trim(),
      )
      .filter(Boolean)
      .join('\n')
  const picture: WirePicture = {
    href: addressOf(reference),
    isLead: true,
    alt: cleanLine(xmlAttribute(reference, 'alternate-text') ?? ''),
    caption: cleanLines(words('media-caption'), 5000),
    credit: cleanLine(words('media-producer'), 500),
    source: cleanLine(metadata(lead, 'source') ?? xmlAttribute(reference, 'source-credit') ?? '', 500),
    width: pixels(xmlAttribute(reference, 'width')),
    height: pixels(xmlAttribute(reference, 'height')),
    ...framingOf(lead),
  }
  return { pictures: [picture], rest: content.filter((each) => each !== lead) }
}

const pixels = (value: string | undefined): number | null =>
  value !== undefined && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null

/** How the picture is cut in a file of ours; what no longer fits is left out. */
function framingOf(media: XmlElement) {
  const numbers = (name: string) => (metadata(media, name) ?? '').split(' ').filter(Boolean).map(Number)
  const [x, y, width, height] = numbers('crop')
  const [across, down] = numbers('focal')
  const aspect = metadata(media, 'aspect')
  const framing = {
    ...(height !== undefined && { crop: { x, y, width, height } }),
    ...(aspect !== undefined && { aspect }),
    ...(down !== undefined && { focal: { x: across, y: down } }),
  }
  return framingSchema.safeParse(framing).data ?? {}
}
