import type { Direction } from '../model/language-code.ts'

/** Two numbers around an en dash, as they stand in escaped text; bounded, so that none takes long to look for. */
const range = /(?<![\d.,;&#])\p{Sc}?\d[\d.,]{0,11}–\p{Sc}?\d[\d.,]{0,11}/gu

/**
 * A line of a page as HTML, its ranges of numbers each on one line: a browser breaks "1,200–1,500" behind the dash. From right to
 * left they are isolated and held by that already (inline-html.ts).
 */
export const heldRanges = (html: string, direction: Direction): string =>
  direction === 'ltr' && html.includes('–')
    ? html.replaceAll(range, (found) => {
        const words = found.replace(/[.,]+$/, '')
        return `<span class="run">${words}</span>${found.slice(words.length)}`
      })
    : html
