import type { PictureAttrs } from '../../model/body.ts'
import { isWhole, seenSize } from '../../model/crop.ts'
import { readPicture } from '../../model/picture.ts'
import { photoLabel } from '../photo-label.ts'
import { xmlElement } from '../xml.ts'
import { characterStyles, styles, type ParagraphStyle } from '../../model/word-names.ts'
import { paragraphXml } from './paragraph.ts'
import type { Place } from './place.ts'
import { lineXml, nameIn, runProperties, runsXml, textXml } from './runs.ts'
import type { WordWriting } from './writing.ts'

/** English Metric Units, of which DrawingML counts 9525 to a pixel and 635 to a twentieth of a point. */
const unitsOfPixel = 9525
const unitsOfTwip = 635
const mainNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const pictureNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

/** A picture in a paragraph of its own, no wider than there is room; '' where its file is missing. */
export function pictureParagraph(
  picture: PictureAttrs,
  place: Place,
  style: ParagraphStyle = styles.picture,
): string {
  const drawing = drawingXml(picture, place)
  if (drawing === '') return ''
  const hasWords = picture.caption !== '' || picture.credit !== ''
  const look = { style, direction: place.direction, indent: place.indent, keepNext: hasWords }
  return paragraphXml(place, look, `<w:r>${drawing}</w:r>`)
}

/** What is written under a picture: its caption, and who took it. */
export function captionXml(
  { caption, credit }: Pick<PictureAttrs, 'caption' | 'credit'>,
  place: Place,
  style: ParagraphStyle = styles.caption,
): string {
  if (!caption && !credit) return ''
  const { direction, word, indent } = place
  const isRtl = direction === 'rtl'
  const label = (text: string): string =>
    text && `<w:r>${runProperties([], { isRtl }, { style: characterStyles.label })}${textXml(text)}</w:r>`
  const runs = [
    caption && lineXml(caption, direction, word),
    credit && label(`${caption ? ' · ' : ''}${photoLabel(word.theme, word.article.language, credit)}`),
    credit && runsXml([nameIn(credit, direction)], direction, word, { style: characterStyles.credit }),
  ]
  return paragraphXml(place, { style, direction, indent }, runs.filter(Boolean).join(''))
}

function drawingXml(picture: PictureAttrs, { word, width, indent }: Place): string {
  const relation = word.pictureId(picture)
  if (relation === undefined) return ''
  const { width: across, height: down } = shownSize(sized(picture, word), (width - indent) * unitsOfTwip)
  const id = word.drawing()
  const name = nameOf(picture, id)
  const extent = { cx: across, cy: down }
  const graphic = xmlElement(
    'pic:pic',
    { 'xmlns:pic': pictureNamespace },
    `<pic:nvPicPr>${xmlElement('pic:cNvPr', { id, name })}<pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill>${xmlElement('a:blip', { 'r:embed': relation })}${cropXml(picture)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/>${xmlElement('a:ext', extent)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
  )
  return xmlElement(
    'w:drawing',
    {},
    '<wp:inline distT="0" distB="0" distL="0" distR="0">',
    xmlElement('wp:extent', extent),
    xmlElement('wp:docPr', { id, name, descr: picture.alt }),
    `<wp:cNvGraphicFramePr>${xmlElement('a:graphicFrameLocks', { 'xmlns:a': mainNamespace, noChangeAspect: 1 })}</wp:cNvGraphicFramePr>`,
    xmlElement(
      'a:graphic',
      { 'xmlns:a': mainNamespace },
      xmlElement('a:graphicData', { uri: pictureNamespace }, graphic),
    ),
    '</wp:inline>',
  )
}

/** Word has no place for the shape somebody chose for a crop and for the focal point: its name carries them. */
function nameOf({ aspect, focal }: PictureAttrs, id: number): string {
  const parts = [`Picture ${id}`, aspect && `aspect ${aspect}`, focal && `focal ${focal.x} ${focal.y}`]
  return parts.filter(Boolean).join('; ')
}

/** What is cut off each edge, in thousandths of a percent. */
function cropXml({ crop }: PictureAttrs): string {
  if (!crop || isWhole(crop)) return ''
  const off = (part: number): number => Math.max(0, Math.round(part * 100_000))
  const { x, y, width, height } = crop
  return xmlElement('a:srcRect', {
    l: off(x),
    t: off(y),
    r: off(1 - x - width),
    b: off(1 - y - height),
  })
}

/** With the size that its bytes say where the article does not know it, as of the picture of a card. */
function sized(picture: PictureAttrs, { pictures }: WordWriting): PictureAttrs {
  if (picture.width && picture.height) return picture
  const bytes = pictures.get(picture.media)?.bytes
  const read = bytes && readPicture(bytes)
  return read ? { ...picture, width: read.width, height: read.height } : picture
}

/** Its own size where that is known, within `most` EMU across. */
function shownSize(picture: PictureAttrs, most: number): { width: number; height: number } {
  const seen = seenSize(picture) ?? { width: 640, height: 480 }
  const own = { width: seen.width * unitsOfPixel, height: seen.height * unitsOfPixel }
  // A picture as tall as a page would be cut off: two thirds of one is the most.
  const scale = Math.min(1, most / own.width, tallest / own.height)
  return {
    width: Math.max(1, Math.round(own.width * scale)),
    height: Math.max(1, Math.round(own.height * scale)),
  }
}
const tallest = 9000 * unitsOfTwip
