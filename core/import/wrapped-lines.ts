/** Wrapped text is set to a width between these, in letters: mail and typewriters 60 to 78, some agencies up to 100. */
const narrowest = 40
const widest = 110

/**
 * Paragraphs from lines. A line is a paragraph, but where the text is clearly set to a width (blocks of several lines
 * between blank ones, every line but the last of a block nearly full, few of them ending a sentence) each block is
 * joined into one.
 */
export function joinWrapped(lines: readonly string[]): string[] {
  const blocks = blocksOf(lines)
  const wrapped = blocks.filter((block) => block.length > 1)
  const inner = wrapped.flatMap((block) => block.slice(0, -1))
  const width = blocks.flat().reduce((most, line) => Math.max(most, line.length), 0)
  const isWrapped =
    inner.length > 1 &&
    width >= narrowest &&
    width <= widest &&
    inner.every((line) => line.length >= width * 0.6) &&
    inner.filter((line) => /[.!?؟۔]$/u.test(line)).length <= inner.length / 3
  return isWrapped ? blocks.map((block) => block.join(' ')) : blocks.flat()
}

function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [[]]
  for (const line of lines) {
    if (line) blocks.at(-1)?.push(line)
    else if (blocks.at(-1)?.length) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}
