import { lastHeh, oldFont, sharedLetters, shows } from './old-fonts.ts'

/**
 * Ali-Web (Ali_Web_Malper, _Samik, _Traditional) to Unicode: the letters on which AsoSoft's Normalize and ckb-conversion-tool agree, and
 * the damma that AsoSoft's own example has deleted. Left as they are, because one says so alone or they differ, and because text
 * that is Unicode already has these letters: پ (ڵ to AsoSoft), گ (ط to AsoSoft), ى (ی or a star), a sukun.
 */
export const aliWeb = oldFont('ali-web', [
  ...sharedLetters,
  shows('\u0644\u064e+', '\u06b5'),
  shows('[\u064a\u06cc]\u064e+|\u0635', '\u06ce'),
  shows('\u0631\u0650+|\u0623', '\u0695'),
  lastHeh,
  shows('\u0636', '\u0686'),
  shows('\u062b', '\u067e'),
  shows('\u0638', '\u06a4'),
  shows('\u0637', '\u06af'),
  shows('\u0630', '\u0698'),
  shows('\u064a', '\u06cc'),
  shows('(?<=\u0648)\u064f', ''),
])
