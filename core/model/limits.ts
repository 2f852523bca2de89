const mebibyte = 1024 * 1024

/** THE table of what one article and one call may hold; whoever passes one is told which (`error.too-large`). */
export const limits = {
  /** Words of a story: some 400 pages of a book. More is neither pasted, imported nor saved. */
  storyWords: 200_000,
  /** Its letters, for what has no words: twice as many as so many words have. */
  storyLetters: 4_000_000,
  /** Kept texts of one article, after thinning. */
  versions: 10_000,
  /** All pictures of one article together. */
  mediaBytes: 200 * mebibyte,
  /** One picture. */
  pictureBytes: 20 * mebibyte,
  /** One file that crosses a border of the desk (the loopback host takes 36 MiB of JSON). */
  fileBytes: 24 * mebibyte,
  /** Files of an archive that comes in, and all of them unpacked (reliability.md §5). */
  archiveFiles: 20_000,
  archiveBytes: 200 * mebibyte,
  /** The two files of a spelling dictionary together: the largest we know, a Hebrew one, has 8 MB. */
  dictionaryBytes: 16 * mebibyte,
  /** The house's list of words: some hundred thousand. */
  wordListBytes: 4 * mebibyte,
  /** The house's list of names, and one of its spellings; the spellings of a name in one language beside the preferred one. */
  names: 20_000,
  namesBytes: 16 * mebibyte,
  nameLetters: 200,
  nameSpellings: 100,
  /** Story types of a house: a menu of more is not read. */
  storyTypes: 60,
  /** The house's file of them, with what stories begin with. */
  storyTypesBytes: 4 * mebibyte,
  /** Themes of a house, and the file of one: it carries at most a logo. */
  themes: 60,
  themeBytes: mebibyte,
  /** A stored file that is read at all: so no more is stored of an article, with all its formatting. */
  storedBytes: 100 * mebibyte,
  /** Files of a library in one copy; the manifest of so many is some 200 MB. */
  copyFiles: 1_000_000,
  /** An article's journal; then it begins anew with its last words. Where these are long, twice what they are. */
  journalBytes: mebibyte,
} as const
