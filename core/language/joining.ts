/** U+200C ZERO WIDTH NON-JOINER: keeps two letters of one word apart. */
export const zwnj = '\u200c'

/** The inside of a character class: Joining_Type R and U of the letters that the languages of articles write (Unicode 17, ArabicShaping.txt). */
export const nonJoining =
  '\\u0621-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671-\\u0677\\u0688-\\u0699\\u06c0\\u06c3-\\u06cb\\u06cd\\u06cf\\u06d2\\u06d3\\u06d5\\u06ee\\u06ef'
const endsSo = new RegExp(`[${nonJoining}]\\p{M}*$`, 'u')

/** Does the text end with a letter that never joins what follows it (ا د ر و ە …), marks on it aside? */
export const endsUnjoined = (text: string): boolean => endsSo.test(text.slice(-8))
