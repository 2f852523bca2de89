import { base64Bytes } from '../model/base64.ts'
import type { FontFamily, HouseTheme, PageFaces } from '../model/theme.ts'
import type { ExportAssets } from './format.ts'
import type { PageContext } from './page-context.ts'
import type { Piece } from './utf8.ts'

export type FaceRole = keyof PageFaces
/** `name`: the family as CSS names it, embedded or installed; `generic`: what a system without it has. */
export const families: Record<FontFamily, { name: string; generic: string }> = {
  naskh: { name: 'Noto Naskh Arabic', generic: "'Geeza Pro','Traditional Arabic','Times New Roman',serif" },
  kufi: { name: 'Noto Kufi Arabic', generic: "'Segoe UI','Geeza Pro',Tahoma,sans-serif" },
  vazirmatn: { name: 'Vazirmatn', generic: "'Segoe UI','Geeza Pro',Tahoma,sans-serif" },
  serif: { name: 'Source Serif 4', generic: "Georgia,'Times New Roman',serif" },
  inter: { name: 'Inter', generic: "system-ui,'Segoe UI',sans-serif" },
  hebrew: { name: 'Noto Sans Hebrew', generic: "'Segoe UI',Arial,sans-serif" },
}
// An embedded family gets a name of its own, so that an installed one cannot stand in with other metrics.
const embedded = (family: FontFamily): string => `Page ${families[family].name}`

/** The faces of the article's own script. */
export const facesOf = (page: PageContext): PageFaces => page.theme.fonts[page.language.script]

/** The families of a role: the article's script first, then those that have the letters of the other scripts. */
export function familiesOf(page: PageContext, role: FaceRole): FontFamily[] {
  const { arabic, latin, hebrew } = page.theme.fonts
  return [...new Set([facesOf(page)[role], arabic[role], latin[role], hebrew[role]])]
}

/** The CSS value of `font-family` for a role. */
export function fontStack(page: PageContext, role: FaceRole): string {
  const own = familiesOf(page, role)
  const names = own.flatMap((family) =>
    page.theme.fonts.delivery === 'embed'
      ? [embedded(family), families[family].name]
      : [families[family].name],
  )
  return `${names.map((name) => `'${name}'`).join(',')},${families[facesOf(page)[role]].generic}`
}

const letterOf: Record<HouseTheme['fonts'] extends infer F ? Exclude<keyof F, 'delivery'> : never, RegExp> = {
  arabic: /\p{Script=Arabic}/u,
  latin: /\p{Script=Latin}/u,
  hebrew: /\p{Script=Hebrew}/u,
}

/**
 * The `@font-face` rules for the words that each role shows, a line each: one data: URL a face, cut to those letters. None where the
 * theme leaves fonts to the system. A family that cannot be had is left to the system too.
 */
export async function fontFaces(
  page: PageContext,
  words: Record<FaceRole, string>,
  assets: ExportAssets,
): Promise<Piece[]> {
  if (page.theme.fonts.delivery === 'system') return []
  const rules: Piece[] = []
  for (const [family, letters] of lettersByFamily(page, words)) {
    for (const { bytes, weight, unicodeRange } of await assets.font(family, letters)) {
      rules.push(
        `@font-face{font-family:'${embedded(family)}';font-weight:${weight.min} ${weight.max};font-display:block;src:url(data:font/woff2;base64,`,
        base64Of(bytes),
        `) format('woff2');unicode-range:${unicodeRange}}\n`,
      )
    }
  }
  return rules
}

function lettersByFamily(page: PageContext, words: Record<FaceRole, string>): Map<FontFamily, string> {
  const letters = new Map<FontFamily, string>()
  const add = (family: FontFamily, more: string): void =>
    void letters.set(family, eachLetter((letters.get(family) ?? '') + more))
  for (const role of ['headline', 'text', 'small'] as const) {
    const shown = eachLetter(words[role])
    const own = facesOf(page)[role]
    add(own, shown)
    for (const script of ['arabic', 'latin', 'hebrew'] as const) {
      const family = page.theme.fonts[script][role]
      // The faces for Arabic and Hebrew have Latin letters too: nothing else is needed for those.
      const isCovered = family === own || script === page.language.script || script === 'latin'
      if (!isCovered && letterOf[script].test(shown)) add(family, shown)
    }
  }
  return letters
}

const isSeen = new Uint8Array(0x10000)

/** Each letter of a text once, in the order in which they come: a page has thousands of them and a few dozen different ones. */
export function eachLetter(text: string): string {
  let letters = ''
  const pairs = new Set<string>()
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const pair = String.fromCodePoint(text.codePointAt(at) ?? unit)
      pairs.add(pair)
      at += pair.length - 1
    } else if (isSeen[unit] === 0) {
      isSeen[unit] = 1
      letters += text.charAt(at)
    }
  }
  for (let at = 0; at < letters.length; at += 1) isSeen[letters.charCodeAt(at)] = 0
  return letters + [...pairs].join('')
}

const written = new WeakMap<Uint8Array, Uint8Array>()

/** Ten thousand pages carry the same few faces: whoever hands out the same bytes pays once. */
function base64Of(bytes: Uint8Array): Uint8Array {
  const known = written.get(bytes) ?? base64Bytes(bytes)
  written.set(bytes, known)
  return known
}
