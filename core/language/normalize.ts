/** One Arabic word as Lucene's ArabicNormalizer leaves it. */
export function normalizeArabic(word: string): string {
  return word
}
/** One Persian word as Lucene's Arabic and Persian normalisers leave it. */
export function normalizePersian(word: string): string {
  return word
}
/** One Sorani word as Lucene's SoraniNormalizer leaves it. */
export function normalizeSorani(word: string): string {
  return word
}
