import { isolateForAttribute } from '../../language/isolate.ts'
import type { Direction } from '../../model/language-code.ts'
import type { ExportAssets, ExportInput } from '../format.ts'
import { inHouseStyle } from '../house-style.ts'
import { pageContext, type PageContext } from '../page-context.ts'
import { familiesOf } from '../page-fonts.ts'
import { withOwnDate } from '../own-date.ts'
import { dateWords } from '../page-parts.ts'
import { xmlElement } from '../xml.ts'
import { cardPicture, logoShape, type Size } from './card-picture.ts'
import { readableOn } from './contrast.ts'
import { drawLine, layLines, measured, NothingDrawn, type Face, type Laid, type Outlines } from './lines.ts'

/** The two shapes that social networks show: wide beside a link, square in a stream. */
export const cardSizes: readonly Size[] = [
  { width: 1200, height: 630 },
  { width: 1080, height: 1080 },
]

/** A picture of an article's headline for social networks; undefined where nothing can be drawn here. */
export async function drawCard(
  { article: written, theme, type, assets, house }: ExportInput,
  size: Size,
): Promise<Uint8Array | undefined> {
  if (!assets.outlines || !assets.raster) return undefined
  const article = house ? inHouseStyle(written, house) : written
  const page = pageContext(
    article,
    withOwnDate(theme, article.language),
    { pictures: new Map(), leadShapes: [] },
    type,
  )
  const picture = await cardPicture(article.fields.leadImage, size, assets)
  try {
    return await assets.raster(await cardSvg({ page, size, picture, outlines: drawing(assets) }))
  } catch (error) {
    if (error instanceof NothingDrawn) return undefined
    throw error
  }
}
const drawing =
  (assets: ExportAssets): Outlines =>
  (letterings) =>
    assets.outlines?.(letterings) ?? Promise.resolve(undefined)

interface Card {
  page: PageContext
  size: Size
  /** data: URL. */
  picture: string | undefined
  outlines: Outlines
}

const margin = 64
const white = '#ffffff'
/** Nearly black: what lies over a picture, so that white letters are read on any. */
const veil = '#0a0b0f'
/** By the script: Arabic has much above and below its line, capitals have little. */
const leading = { arabic: 1.56, hebrew: 1.28, latin: 1.17 } as const

const face = (page: PageContext, role: 'headline' | 'small', weight: number): Face => ({
  families: familiesOf(page, role),
  weight,
  direction: page.direction,
})
/** The start of a line: the left edge, or the right one. */
const startOf = (direction: Direction, width: number, inset = margin): number =>
  direction === 'rtl' ? width - inset : inset
const endOf = (direction: Direction, width: number): number => width - startOf(direction, width)

/** The card as SVG: paths, rectangles and pictures inside it, no text and no address. */
async function cardSvg(card: Card): Promise<string> {
  const { page, size, picture } = card
  const { width, height } = size
  const { ink, paper, accent } = page.theme.colours
  const colours = picture ? { ink: white, muted: '#e4e4e8' } : { ink, muted: page.theme.colours.muted }
  const foot = await footLine(card, colours.muted)
  const kicker = await kickerOf(card)
  const bottom = height - margin - (foot ? 56 : 0)
  const top = margin + 96 + (kicker ? 72 : 36)
  const laid = await headlineIn(card, bottom - top)
  const textHeight = laid.lines.length * laid.lineHeight
  // Over a picture the words stand at the foot; on paper they have the room to themselves.
  const from = picture ? bottom - textHeight : top + Math.max(0, (bottom - top - textHeight) / 2)
  const headline = await headlineLines(card, laid, from, colours.ink)
  const logo = await logoOf(card)
  const ground = picture
    ? pictureGround(size, picture, from - (kicker ? 76 : 36))
    : xmlElement('rect', { width, height, fill: paper }) +
      xmlElement('rect', { width, height: 16, fill: accent })
  const mark = kicker
    ? kicker(from - 68)
    : xmlElement('rect', {
        x: barStart(page.direction, width),
        y: from - 26,
        width: 88,
        height: 8,
        fill: markColour(card),
      })
  const content = [ground, logo, mark, headline, foot].join('')
  return xmlElement(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    content,
  )
}

const barStart = (direction: Direction, width: number): number =>
  direction === 'rtl' ? width - margin - 88 : margin
const markColour = ({ page, picture }: Card): string =>
  picture ? readableOn(veil, page.theme.colours.accent, white) : page.theme.colours.accent

/** The picture, darkened from where the words begin. */
function pictureGround({ width, height }: Size, picture: string, wordsFrom: number): string {
  const at = (y: number): number => Math.min(1, Math.max(0, y / height))
  const stop = (offset: number, opacity: number): string =>
    xmlElement('stop', { offset: offset.toFixed(3), 'stop-color': veil, 'stop-opacity': opacity })
  const clear = at(wordsFrom - height * 0.16)
  const gradient = xmlElement(
    'linearGradient',
    { id: 'veil', x1: '0', y1: '0', x2: '0', y2: '1' },
    stop(0, 0.1),
    stop(clear, 0.1),
    stop(at(wordsFrom), 0.6),
    stop(at(wordsFrom + height * 0.16), 0.76),
    stop(1, 0.9),
  )
  return [
    xmlElement('rect', { width, height, fill: veil }),
    xmlElement('image', { href: picture, width, height, preserveAspectRatio: 'xMidYMid slice' }),
    xmlElement('defs', {}, gradient),
    xmlElement('rect', { width, height, fill: 'url(#veil)' }),
  ].join('')
}

/** Numbers and foreign words are isolated as on the page. */
const ordered = (text: string, { direction }: PageContext): string => isolateForAttribute(text, direction)

async function headlineIn({ page, size, picture, outlines }: Card, height: number): Promise<Laid> {
  const text = await measured(
    ordered(page.article.fields.headline, page),
    face(page, 'headline', 700),
    outlines,
  )
  const isSquare = size.width === size.height
  const largest = isSquare ? (picture ? 76 : 92) : picture ? 64 : 80
  return layLines(text, {
    width: size.width - margin * 2,
    height: picture ? Math.min(height, size.height * (isSquare ? 0.46 : 0.5)) : height,
    sizes: Array.from({ length: (largest - 36) / 4 + 1 }, (_none, step) => largest - step * 4),
    mostLines: isSquare ? 6 : 4,
    leading: leading[page.language.script],
  })
}

async function headlineLines(
  { page, size, outlines }: Card,
  laid: Laid,
  from: number,
  colour: string,
): Promise<string> {
  const drawn: string[] = []
  for (const [at, line] of laid.lines.entries()) {
    const baseline = from + at * laid.lineHeight + laid.lineHeight / 2 + laid.size * 0.33
    const place = { x: startOf(page.direction, size.width), baseline, size: laid.size, colour }
    drawn.push((await drawLine(line, face(page, 'headline', 700), place, outlines)).svg)
  }
  return drawn.join('')
}

/** As much of a text as fits into one line. */
async function inOneLine(
  text: string,
  own: Face,
  { width, size }: { width: number; size: number },
  outlines: Outlines,
): Promise<string> {
  const room = { width, height: Infinity, sizes: [size], mostLines: 1, leading: 1 }
  return layLines(await measured(text, own, outlines), room).lines[0] ?? ''
}

/** The kicker in a field of the house's colour, from its upper edge; undefined where there is none. */
async function kickerOf({ page, size, outlines }: Card): Promise<((top: number) => string) | undefined> {
  const { kicker } = page.article.fields
  const { accent } = page.theme.colours
  if (!kicker) return undefined
  const own = face(page, 'small', 600)
  const room = { width: size.width - margin * 2 - 40, size: 28 }
  const line = await inOneLine(ordered(kicker, page), own, room, outlines)
  const x = startOf(page.direction, size.width, margin + 20)
  const place = { x, baseline: 35, size: 28, colour: readableOn(accent, white, page.theme.colours.ink) }
  const { svg, width } = await drawLine(line, own, place, outlines)
  const left = page.direction === 'rtl' ? size.width - margin - width - 40 : margin
  const field = xmlElement('rect', { x: left, width: width + 40, height: 50, fill: accent })
  return (top) => xmlElement('g', { transform: `translate(0 ${top.toFixed(1)})` }, field, svg)
}

/** The source at the start of the foot, the date at its end; '' where there is neither. */
async function footLine({ page, size, picture, outlines }: Card, colour: string): Promise<string> {
  const { logo } = page.theme
  // Where it stands in the head already, once is enough.
  const isInHead =
    logo.image === undefined && (logo.text ?? page.article.fields.source) === page.article.fields.source
  const source = isInHead ? '' : page.article.fields.source
  const date = dateWords(page)
  if (!source && !date) return ''
  const baseline = size.height - margin - 2
  const own = face(page, 'small', 500)
  const drawn: string[] = []
  const draw = (text: string, x: number, direction: Direction): Promise<{ svg: string; width: number }> =>
    drawLine(text, { ...own, direction }, { x, baseline, size: 26, colour }, outlines)
  const start = startOf(page.direction, size.width)
  // Set twice: where it ends is known when its width is.
  const { width: dateWidth } = await draw(date, 0, page.direction)
  if (source) {
    const room = { width: size.width - margin * 2 - (date ? dateWidth + 48 : 0), size: 26 }
    drawn.push(
      (await draw(await inOneLine(ordered(source, page), own, room, outlines), start, page.direction)).svg,
    )
  }
  const edge = source ? endOf(page.direction, size.width) : start
  const left = edge === margin ? edge : edge - dateWidth
  drawn.push((await draw(date, page.direction === 'rtl' ? left + dateWidth : left, page.direction)).svg)
  const rule = picture
    ? ''
    : xmlElement('rect', {
        x: margin,
        y: baseline - 54,
        width: size.width - margin * 2,
        height: 2,
        fill: page.theme.colours.line,
      })
  return rule + drawn.join('')
}

const logoHeight = 72

/** The logo at the start of the head; its words, or those of the source, where it has no picture. */
async function logoOf({ page, size, picture, outlines }: Card): Promise<string> {
  const { logo, colours } = page.theme
  const shape = logoShape(logo.image)
  if (logo.image !== undefined) {
    const width = Math.min(logoHeight * (shape ?? 3), 420)
    const x = page.direction === 'rtl' ? size.width - margin - width : margin
    const where = page.direction === 'rtl' ? 'xMaxYMid' : 'xMinYMid'
    // A field of paper: nobody knows whether the logo is seen on a picture.
    const field = {
      x: x - 14,
      y: margin - 30,
      width: width + 28,
      height: logoHeight + 28,
      fill: colours.paper,
    }
    const image = {
      href: logo.image,
      x,
      y: margin - 16,
      width,
      height: logoHeight,
      preserveAspectRatio: where,
    }
    const ground = picture && shape !== undefined ? xmlElement('rect', field) : ''
    return ground + xmlElement('image', image)
  }
  const words = logo.text ?? page.article.fields.source
  if (!words) return ''
  const own = face(page, 'headline', 700)
  const place = {
    x: startOf(page.direction, size.width),
    baseline: margin + 34,
    size: 44,
    colour: colours.accent,
  }
  const line = await inOneLine(words, own, { width: size.width - margin * 2 - 40, size: 44 }, outlines)
  const { svg, width } = await drawLine(line, own, place, outlines)
  if (!picture) return svg
  const left = page.direction === 'rtl' ? place.x - width : place.x
  const field = {
    x: left - 20,
    y: margin - 30,
    width: width + 40,
    height: logoHeight + 28,
    fill: colours.paper,
  }
  return xmlElement('rect', field) + svg
}
