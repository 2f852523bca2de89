import { hamzaAsWaw, lastHeh, oldFont, sharedLetters, shows } from './old-fonts.ts'

/**
 * Ali-K (Ali_K_Alwand, _Azzam, _Sahifa, _Samik, _Traditional …, on an Arabic 101 keyboard) to Unicode. The letters on which AsoSoft's
 * Normalize, Kurdînûs and ckb-conversion-tool agree. A kasra that is no hat of ر, which AsoSoft deletes, is left.
 */
export const aliK = oldFont('ali-k', [
  ...sharedLetters,
  shows('\u0644(?:\u0623|[\u064b\u064e]+)', '\u06b5'),
  shows('[\u0649\u064a\u06cc]\u064e+|\u0622', '\u06ce'),
  shows('\u0631\u0650+', '\u0695'),
  lastHeh,
  ...hamzaAsWaw,
  shows('\u0636', '\u0686'),
  shows('\u062b', '\u067e'),
  shows('\u0638', '\u06a4'),
  shows('\u0637', '\u06af'),
  shows('\u0630', '\u0698'),
  shows('[\u064a\u0649]', '\u06cc'),
])
