import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Blob, Buffer, Direction, Face, Font, shape, Variation } from 'harfbuzzjs'
import subsetFont from 'subset-font'
import type { Lettering, Outline } from '../../core/model/lettering.ts'
import type { FontFamily } from '../../core/model/theme.ts'
import { filesOf } from './fonts.ts'

/** A file of a font at one weight. */
interface Cut {
  font: Font
  letters: ReadonlySet<number>
  unitsPerEm: number
  /** By glyph, at their place in thousandths. */
  drawn: Map<number, readonly (string | number)[][]>
}

export interface Typesetter {
  /** @throws where a font cannot be read */
  outlines(letterings: readonly Lettering[]): Promise<Outline[]>
}

/** Sets letters with HarfBuzz in the fonts of `fontsFolder`, at any weight of their axis. */
export function createTypesetter(fontsFolder: string): Typesetter {
  const cuts = new Map<string, Promise<Cut>>()
  const cutOf = (file: string, weight: number): Promise<Cut> => {
    const key = `${weight} ${file}`
    const cut = cuts.get(key) ?? readCut(join(fontsFolder, file), weight)
    cuts.set(key, cut)
    return cut
  }
  return {
    async outlines(letterings) {
      const outlines: Outline[] = []
      for (const lettering of letterings) {
        const files = lettering.families.flatMap((family: FontFamily) => filesOf(family))
        const own = await Promise.all(files.map((file) => cutOf(file, lettering.weight)))
        outlines.push(outlineOf(lettering, own))
      }
      return outlines
    },
  }
}

async function readCut(file: string, weight: number): Promise<Cut> {
  const unpacked = await subsetFont(await readFile(file), '', { keepAllGlyphs: true, targetFormat: 'sfnt' })
  const face = new Face(new Blob(Uint8Array.from(unpacked).buffer))
  const font = new Font(face)
  font.setVariations([new Variation('wght', weight)])
  return { font, letters: new Set(face.collectUnicodes()), unitsPerEm: face.upem, drawn: new Map() }
}

interface Piece {
  text: string
  cut: Cut
}

/** Marks and joiners stay with the letter before them: no font change parts letters that join. */
const staysWithLetter = /[\p{M}\u200c\u200d]/u

/** The text in pieces of one font each, in the order in which it is read. What no font has is left out. */
function pieces(text: string, cuts: readonly Cut[]): Piece[] {
  const found: Piece[] = []
  for (const letter of text) {
    const last = found.at(-1)
    const code = letter.codePointAt(0) ?? 0
    const isStaying = last !== undefined && (staysWithLetter.test(letter) || letter === ' ')
    const has = (cut: Cut): boolean => cut.letters.has(code)
    const cut = isStaying && (has(last.cut) || letter !== ' ') ? last.cut : cuts.find(has)
    if (!cut) continue
    if (last?.cut === cut) last.text += letter
    else found.push({ text: letter, cut })
  }
  return found
}

function outlineOf({ text, isRightToLeft }: Lettering, cuts: readonly Cut[]): Outline {
  const inOrder = pieces(text, cuts)
  let width = 0
  let path = ''
  for (const piece of isRightToLeft ? inOrder.toReversed() : inOrder) {
    const set = setPiece(piece, isRightToLeft, width)
    width += set.width
    path += set.path
  }
  return { width: Math.round(width), path }
}

function setPiece({ text, cut }: Piece, isRightToLeft: boolean, from: number): Outline {
  const buffer = new Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR)
  shape(cut.font, buffer)
  const scale = 1000 / cut.unitsPerEm
  const places = buffer.getGlyphPositions()
  let at = from
  let path = ''
  for (const [index, { codepoint: glyph }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {}
    path += drawGlyph(glyph, cut, at + xOffset * scale, -yOffset * scale)
    at += xAdvance * scale
  }
  return { width: at - from, path }
}

const short = (value: number): number => Math.round(value * 10) / 10

/** The glyph at its place, in thousandths with y downwards. */
function drawGlyph(glyph: number, { font, unitsPerEm, drawn }: Cut, x: number, y: number): string {
  const scale = 1000 / unitsPerEm
  const steps = drawn.get(glyph) ?? font.glyphToJson(glyph).map(({ type, values }) => [type, ...values])
  drawn.set(glyph, steps)
  return steps
    .map(([type, ...values]) =>
      [
        type,
        values
          .map((value, at) => short((at % 2 ? -Number(value) : Number(value)) * scale + (at % 2 ? y : x)))
          .join(' '),
      ].join(''),
    )
    .join('')
}
