import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backgrounds } from '../../../electron/main/window-keeper.ts'
import { checkout } from '../../support/midad.ts'

/** oklch as sRGB in hex (Björn Ottosson, "A perceptual color space for image processing"; CSS Color 4 §9.3). */
function hexOf(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const encoded = linear.map((part) => (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055))
  return `#${encoded
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

test('before the page is there, the window has the colour that its desk will have', () => {
  const tokens = readFileSync(join(checkout, 'renderer/ui/tokens.css'), 'utf8')
  const pair = /--desk: light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/.exec(tokens)
  const [light, dark] = [pair?.[1], pair?.[2]].map((part) => (part ?? '').split(' ').map(Number))
  expect(backgrounds).toEqual({
    light: hexOf(light?.[0] ?? 0, light?.[1] ?? 0, light?.[2] ?? 0),
    dark: hexOf(dark?.[0] ?? 0, dark?.[1] ?? 0, dark?.[2] ?? 0),
  })
})
