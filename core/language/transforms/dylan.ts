import { lastHeh, oldFont, sharedLetters, shows } from './old-fonts.ts'

/**
 * KDylan to Unicode: the letters on which AsoSoft's Normalize, Kurdînûs and ckb-conversion-tool agree. Left as it is, because they
 * differ: ض (ڤ or چ), لأ and لإ.
 */
export const dylan = oldFont('dylan', [
  ...sharedLetters,
  lastHeh,
  shows('\u0635', '\u06b5'),
  shows('\u062b', '\u06ce'),
  shows('\u0630', '\u0695'),
  shows('[\u064a\u0649]', '\u06cc'),
])
