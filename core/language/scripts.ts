/**
 * The inside of a character class with the letters, marks and joiners of the scripts written from right to left: Hebrew,
 * Arabic, Syriac, Thaana, N'Ko and the blocks that Unicode reserves for more (UAX #44, default Bidi_Class R and AL).
 */
export const rightToLeftBlocks =
  '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'

/** One letter written from right to left, as regular expression source for the `u` flag; never a digit or a mark. */
export const rightToLeftLetter = `(?:(?=\\p{L})[${rightToLeftBlocks}])`
/** The inside of a character class with the letters of Latin, Greek and Cyrillic. */
export const leftToRightLetters = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}'
