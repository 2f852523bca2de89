/** The ISO day of a line that is a date and nothing else, in any of the seven languages; undefined otherwise. */
export function parseDate(_text: string): string | undefined {
  return undefined
}
