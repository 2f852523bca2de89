/** The text without its format characters (category Cf: joiners, marks, isolates, BOM), for comparisons and slugs. */
export function stripFormat(text: string): string {
  return text.replace(/\p{Cf}/gu, '')
}
