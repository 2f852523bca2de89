import type { Direction } from '../model/language-code.ts'
import { mayHold } from './held-numbers.ts'
import { harmlessEnd, isNear, isSpace, stopsInRightToLeft } from './isolate-harmless.ts'
import { nextSign, sign, signs } from './signs.ts'

/** What a glance saw, as bits; 0 is a text that is written down as it stands. */
export const seen = {
  /** Letters that HTML does not carry as they are (`sign.markup`). */
  markup: 1,
  /** Something that `isolates` has to look at, or `leftToRightRuns`. Without it there is no isolate, and no number to hold. */
  order: 2,
} as const
const everything = seen.markup | seen.order

/** A glance over the texts of one block, one behind the other: what has to be known of those before. */
export interface Glance {
  readonly base: Direction
  /** Where the last number or Latin phrase ended, counted from the beginning of the next text. */
  lastEnd: number
  /** The last UTF-16 unit. */
  before: number
}

/** At the beginning of a block: nothing is near, and a space may as well stand before. */
export const glanceIn = (base: Direction): Glance => ({ base, lastEnd: -100, before: 0x20 })

/**
 * What stands in the next text of a block, as bits of `seen`, in one pass. It steps over what needs no isolation by itself and has a
 * word between it and the next. In doubt it sees everything and looks no further (a property test holds it to `isolates`).
 */
export function glanceOver(text: string, glance: Glance): number {
  if (text.length === 0) return 0
  return glance.base === 'rtl' ? overRightToLeft(text, glance) : overLeftToRight(text, glance)
}

function overRightToLeft(text: string, glance: Glance): number {
  let { lastEnd } = glance
  let found = 0
  // The phrase of the text before may go on in this one.
  if (lastEnd === 0 && !isSpace(text.charCodeAt(0))) return everything
  for (let at = nextSign(text, 0, stops); at < text.length; at = nextSign(text, at, stops)) {
    const here = signs[text.charCodeAt(at)] as number
    if (here & sign.foreign) return everything
    if (here & sign.markup) {
      found = seen.markup
      at += 1
      continue
    }
    if (isNear(text, lastEnd, at)) return everything
    at = lastEnd = harmlessEnd(text, at, glance.before)
    if (at < 0) return everything
  }
  glance.lastEnd = lastEnd - text.length
  glance.before = text.charCodeAt(text.length - 1)
  return found
}

const stops = sign.markup | stopsInRightToLeft
const stopsInLeftToRight = sign.markup | sign.rightToLeft | sign.digit

function overLeftToRight(text: string, glance: Glance): number {
  let { lastEnd } = glance
  let found = 0
  for (let at = nextSign(text, 0, stopsInLeftToRight); at < text.length;) {
    const here = signs[text.charCodeAt(at)] as number
    if (here & sign.rightToLeft || (here & sign.digit && mayHold(text, lastEnd, at))) return everything
    if (here & sign.digit) lastEnd = at + 1
    else found = seen.markup
    at = nextSign(text, at + 1, stopsInLeftToRight)
  }
  glance.lastEnd = lastEnd - text.length
  return found
}
