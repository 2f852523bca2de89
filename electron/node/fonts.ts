import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { z } from 'zod'
import type { FontSource } from '../../core/desk/ports.ts'
import type { FontFace, FontFamily } from '../../core/model/theme.ts'
import { lettersOf, rememberFaces } from './font-letters.ts'

interface FamilyFiles {
  /** The folder of the fontsource package. */
  folder: string
  /** Subsets as the package cuts them, the first that has a letter gives it. */
  subsets: readonly string[]
}
const families: Record<FontFamily, FamilyFiles> = {
  naskh: { folder: 'noto-naskh-arabic', subsets: ['arabic', 'latin', 'latin-ext'] },
  kufi: { folder: 'noto-kufi-arabic', subsets: ['arabic', 'latin', 'latin-ext'] },
  vazirmatn: { folder: 'vazirmatn', subsets: ['arabic', 'latin', 'latin-ext'] },
  serif: { folder: 'source-serif-4', subsets: ['latin', 'latin-ext'] },
  inter: { folder: 'inter', subsets: ['latin', 'latin-ext'] },
  hebrew: { folder: 'noto-sans-hebrew', subsets: ['hebrew', 'latin', 'latin-ext'] },
}
const subsetFile = (folder: string, subset: string): string =>
  `${folder}/files/${folder}-${subset}-wght-normal.woff2`

/** Paths inside `@fontsource-variable/` that a build must lay, under the same paths, into the fonts folder. */
export const fontFiles: readonly string[] = Object.values(families).flatMap(({ folder, subsets }) =>
  [`${folder}/unicode.json`, `${folder}/LICENSE`].concat(subsets.map((subset) => subsetFile(folder, subset))),
)

/** The files of a family inside the fonts folder, in the order in which they are asked for a letter. */
export const filesOf = (family: FontFamily): string[] =>
  families[family].subsets.map((subset) => subsetFile(families[family].folder, subset))

/** The weights that a page uses; a narrower axis halves some faces. */
const weight = { min: 400, max: 700 }

const kept = 64

/** Fontsource's unicode.json: CSS unicode-range by subset. */
const unicodeRanges = z.record(z.string(), z.string())

interface FontFile {
  ranges: readonly (readonly [from: number, to: number])[]
  unicodeRange: string
  font: Buffer
}

/**
 * Cuts the fonts in `fontsFolder` (laid out as `fontFiles` says) down to letters with harfbuzz, every layout rule kept.
 * Answers are remembered by their letters; a folder without the files gives no faces.
 */
export function createFontSource(fontsFolder: string): FontSource {
  const files = new Map<string, Promise<FontFile>>()

  const fileOf = (folder: string, subset: string): Promise<FontFile> => {
    const key = `${folder}/${subset}`
    const file = files.get(key) ?? readFont(fontsFolder, folder, subset)
    files.set(key, file)
    return file
  }
  const cut = async (family: FontFamily, letters: ReadonlySet<string>): Promise<FontFace[]> => {
    const { folder, subsets } = families[family]
    const left = new Set(letters)
    const faces: FontFace[] = []
    for (const subset of subsets) {
      const file = await fileOf(folder, subset)
      const own = [...left].filter((letter) => isIn(file, letter.codePointAt(0) ?? 0))
      for (const letter of own) left.delete(letter)
      if (!own.some((letter) => letter.trim())) continue
      const options = { targetFormat: 'woff2', noHinting: true, variationAxes: { wght: weight } } as const
      const bytes = await subsetFont(file.font, own.join(''), options)
      faces.push({ bytes: new Uint8Array(bytes), weight, unicodeRange: file.unicodeRange })
    }
    // CSS takes the last face that has a letter: the joiners between Arabic letters must come from the Arabic one.
    return faces.reverse()
  }
  const subset = (family: FontFamily, text: string) => cut(family, lettersOf(text)).catch(() => [])
  const remembered = rememberFaces(kept)
  return { subset: (family, text) => remembered(family, text, subset) }
}

async function readFont(fontsFolder: string, folder: string, subset: string): Promise<FontFile> {
  const ranges: unknown = JSON.parse(await readFile(join(fontsFolder, folder, 'unicode.json'), 'utf8'))
  const unicodeRange = unicodeRanges.parse(ranges)[subset] ?? ''
  const woff2 = await readFile(join(fontsFolder, subsetFile(folder, subset)))
  // Unpacked once: every later cut starts from here.
  const font = await subsetFont(woff2, '', { keepAllGlyphs: true, targetFormat: 'sfnt' })
  return { font, unicodeRange, ranges: unicodeRange.split(',').map(parsedRange) }
}

function parsedRange(range: string): [number, number] {
  const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

const isIn = ({ ranges }: FontFile, point: number): boolean =>
  ranges.some(([from, to]) => point >= from && point <= to)
