import { fromBase64 } from './base64.ts'

/**
 * The text of a drawing (SVG) from its data: address, each byte that is no Latin letter as some other letter: no more is needed to
 * know what it does. Undefined where it cannot be read.
 */
export function drawingIn(image: string): string | undefined {
  const comma = image.indexOf(',')
  const [head, text] = [image.slice(0, comma), image.slice(comma + 1)]
  return /;base64$/i.test(head) ? lettersOf(fromBase64(text)) : unescaped(text)
}

const lettersOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Whether a logo is a drawing with words set as text: a page shows them in a typeface of its reader's machine, a card not at all. */
export function hasSetWords(image: string | undefined): boolean {
  if (image === undefined || !/^data:image\/svg/i.test(image)) return false
  const [, ...texts] = (drawingIn(image) ?? '').split(/<(?:[\w-]+:)?text(?=[\s>])/)
  return texts.some((text) => {
    const start = text.indexOf('>')
    if (start < 0 || text[start - 1] === '/') return false
    const inside = text.slice(start + 1).split(/<\/(?:[\w-]+:)?text\s*>/, 1)[0] ?? ''
    return inside.replaceAll(/<[^<>]*>/g, '').trim() !== ''
  })
}
