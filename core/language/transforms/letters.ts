/** Regular expression source (flag `u`) for the letters of words in Arabic script; a tatweel (U+0640, a letter to Unicode) is none. */
export const letter = '(?:(?!\\u0640)\\p{L})'
/** A letter or a mark on one. */
export const letterOrMark = '(?:(?!\\u0640)[\\p{L}\\p{M}])'
/** Not within a word: what stands before its first letter. */
export const wordBegins = '(?<![\\p{L}\\p{M}\\u200c\\u200d])'
/** Not within a word: what stands behind its last letter. A tatweel or a joiner behind a letter says that more is meant to follow. */
export const wordEnds = '(?![\\p{L}\\p{M}\\u200c\\u200d])'
