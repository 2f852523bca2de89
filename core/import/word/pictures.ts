import { z } from 'zod'
import type { PictureAttrs } from '../../model/body.ts'
import { framingShape, isWhole, type Framing } from '../../model/crop.ts'
import { cleanLine } from '../clean-inline.ts'
import { childOf, childrenOf, xmlAttribute, type XmlElement } from '../xml-tree.ts'
import { below } from './elements.ts'
import type { SeenPicture, WordReading } from './reading.ts'

/** The pictures of a drawing; undefined for one that lies elsewhere or is of a kind that Midad does not take. */
export function pictureOf(drawing: XmlElement, reading: WordReading): (PictureAttrs | undefined)[] {
  return below(drawing, 'pic').map((pic) => {
    const fill = childOf(pic, 'blipFill')
    const blip = fill && childOf(fill, 'blip')
    if (!fill || !blip) return undefined
    const seen = reading.picture(xmlAttribute(blip, 'embed') ?? xmlAttribute(blip, 'link'))
    if (seen === undefined) return undefined
    const [about] = below(drawing, 'docPr')
    const alt = (about && (xmlAttribute(about, 'descr') ?? xmlAttribute(about, 'title'))) ?? ''
    return { ...bare(seen, alt), ...framingOf(fill, (about && xmlAttribute(about, 'name')) ?? '', reading) }
  })
}

/** The same as older versions of Word write them. */
export function vmlPicture(element: XmlElement, reading: WordReading): (PictureAttrs | undefined)[] {
  return below(element, 'shape').flatMap((shape) =>
    childrenOf(shape, 'imagedata').map((data) => {
      const seen = reading.picture(xmlAttribute(data, 'id'))
      return seen === undefined ? undefined : bare(seen, xmlAttribute(shape, 'alt') ?? '')
    }),
  )
}

const bare = ({ media, width, height }: SeenPicture, alt: string): PictureAttrs => ({
  media,
  alt: cleanLine(alt),
  caption: '',
  credit: '',
  width,
  height,
})

const framing = z.object(framingShape)

/** How it is cut, in thousandths of a percent off each edge; its shape and focal point stand in the name in files of ours. */
function framingOf(fill: XmlElement, name: string, { isOwn }: WordReading): Framing {
  const rect = childOf(fill, 'srcRect')
  const off = (edge: string): number => {
    const part = Number((rect && xmlAttribute(rect, edge)) ?? 0) / 100_000
    return Number.isFinite(part) && part > 0 ? part : 0
  }
  const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
  const crop = {
    x: rounded(off('l')),
    y: rounded(off('t')),
    width: rounded(1 - off('l') - off('r')),
    height: rounded(1 - off('t') - off('b')),
  }
  const aspect = isOwn ? /; aspect ([^;\s]{1,9})/.exec(name)?.[1] : undefined
  const [, x, y] = (isOwn && /; focal ([\d.]{1,8}) ([\d.]{1,8})/.exec(name)) || []
  const read = framing.safeParse({
    ...(!isWhole(crop) && { crop }),
    ...(!isWhole(crop) && aspect && { aspect }),
    ...(y !== undefined && { focal: { x: Number(x), y: Number(y) } }),
  })
  return read.data ?? {}
}
