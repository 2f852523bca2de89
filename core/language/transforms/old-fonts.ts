import { nonJoining } from '../joining.ts'
import { wordEnds } from './letters.ts'
import { rewrite, type Rule } from './rewrite.ts'
import type { Transform, TransformId } from './transform.ts'

/** A rule of an old font: its letter on the left, as regular expression source, and what it showed. */
export const shows = (find: string, put: Rule['put']): Rule => ({ find: new RegExp(find, 'gu'), put })

/** In these fonts ة shows ە, so a last ه is a consonant: هـ in Unicode. */
export const lastHeh: Rule = shows(`\u0647${wordEnds}`, '\u0647\u0640')

/** ء shows a و that does not join the letter before it. */
export const hamzaAsWaw: readonly Rule[] = [
  shows('\u0621[\u064b\u064e]+', '\u06c6'),
  shows(`(?<=[${nonJoining}]\\p{M}*|^|[^\\p{L}\\p{M}])\u0621`, '\u0648'),
  shows('\u0621', '\u200c\u0648'),
]

/** The letters that Ali-K and the fonts after it agree on. */
export const sharedLetters: readonly Rule[] = [
  shows('\u0644(?:\u0622|\u0627[\u064b\u064e]+)', '\u06b5\u0627'),
  shows('\u0629', '\u06d5'),
  shows('\u0624|\u0648[\u064b\u064e]+', '\u06c6'),
  shows('\u0643', '\u06a9'),
]

/** A text set in an old Kurdish font as Unicode has its letters. */
export const oldFont = (id: TransformId, rules: readonly Rule[]): Transform => ({
  id,
  languages: [],
  change: (text) => ({ places: rewrite(text, rules), unpaired: [] }),
})
