const most = 40

/** At most 40 words of at most 40 letters, from a line in which commas of any script stand between them; each once. */
export function wordsFrom(line: string): string[] {
  const words = line
    .split(/[,،;؛\n]+/)
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '' && word.length <= most)
  return [...new Set(words)].slice(0, most)
}
