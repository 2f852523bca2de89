import { toBase64 } from '../model/base64.ts'
import type { FontFamily, HouseTheme, PageFaces } from '../model/theme.ts'
import type { ExportAssets } from './format.ts'
import type { PageContext } from './page-context.ts'

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
 * The `@font-face` rules for the words that each role shows: one data: URL a face, cut to those letters. '' where the
 * theme leaves fonts to the system. A family that cannot be had is left to the system too.
 */
export async function fontFaces(
  page: PageContext,
  words: Record<FaceRole, string>,
  assets: ExportAssets,
): Promise<string> {
  if (page.theme.fonts.delivery === 'system') return ''
  const letters = new Map<FontFamily, string>()
  for (const role of ['headline', 'text', 'small'] as const) {
    const own = facesOf(page)[role]
    letters.set(own, (letters.get(own) ?? '') + words[role])
    for (const script of ['arabic', 'latin', 'hebrew'] as const) {
      const family = page.theme.fonts[script][role]
      // The faces for Arabic and Hebrew have Latin letters too: nothing else is needed for those.
      const isCovered = family === own || script === page.language.script || script === 'latin'
      if (!isCovered && letterOf[script].test(words[role]))
        letters.set(family, (letters.get(family) ?? '') + words[role])
    }
  }
  const rules: string[] = []
  for (const [family, text] of letters) {
    for (const { bytes, weight, unicodeRange } of await assets.font(family, text)) {
      rules.push(
        `@font-face{font-family:'${embedded(family)}';font-weight:${weight.min} ${weight.max};font-display:block;` +
          `src:url(data:font/woff2;base64,${base64Of(bytes)}) format('woff2');unicode-range:${unicodeRange}}`,
      )
    }
  }
  return rules.join('\n')
}

const written = new WeakMap<Uint8Array, string>()

/** Ten thousand pages carry the same few faces: whoever hands out the same bytes pays once. */
function base64Of(bytes: Uint8Array): string {
  const known = written.get(bytes) ?? toBase64(bytes)
  written.set(bytes, known)
  return known
}
