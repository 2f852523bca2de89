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
    inner.filter(endsSentence).length <= inner.length / 3
  return isWrapped ? blocks.map(joined) : blocks.flat()
}

function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [[]]
  for (const line of lines) {
    if (line) blocks.at(-1)?.push(line)
    else if (blocks.at(-1)?.length) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

/** Columns of a newspaper page and of a PDF report. */
const narrowestColumn = 28
const widestColumn = 130
/** Narrower lines may be verses: a sentence that ends within a line tells prose. */
const widestVerse = 48
/** A line of at least so much of the width is full; what is shorter ends a paragraph. */
const full = 0.8
const fewestLines = 4

/**
 * Paragraphs from the lines of a set page, where no blank line need part them: the lengths tell. A short line that ends
 * a sentence ends a paragraph, a short one that does not is a heading. Lines that are not clearly set to a width stay a
 * paragraph each. `joined` is how many lines went into another.
 */
export function joinSetLines(lines: readonly string[]): { paragraphs: string[]; joined: number } {
  const blocks = blocksOf(lines)
  const before = blocks.reduce((sum, block) => sum + block.length, 0)
  const wrapped = joinWrapped(lines)
  // Headlines of one length, a line each, end no sentence.
  const last = blocks.filter(({ length }) => length > 1).map((block) => block.at(-1) ?? '')
  const isText = last.filter(endsSentence).length >= last.length * 0.75
  const paragraphs = wrapped.length < before && isText ? wrapped : blocks.flatMap(paragraphsOf)
  return { paragraphs, joined: before - paragraphs.length }
}

function paragraphsOf(block: string[]): string[] {
  const width = usualWidth(block)
  if (!isSet(block, width)) return block
  const paragraphs: string[][] = [[]]
  for (const line of block) {
    paragraphs.at(-1)?.push(line)
    if (line.length < width * full) paragraphs.push([])
  }
  return paragraphs.filter((lines) => lines.length > 0).map(joined)
}

/** The length that four lines in five keep within. */
function usualWidth(block: readonly string[]): number {
  const lengths = block.map(({ length }) => length).sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.8)] ?? 0
}

function isSet(block: readonly string[], width: number): boolean {
  if (block.length < fewestLines || width < narrowestColumn || width > widestColumn) return false
  if (width <= widestVerse && !block.some((line) => /[.!?؟۔…]\s+\S/u.test(line))) return false
  const long = block.filter((line) => line.length >= width * full)
  // The first may be a heading; every other short line is the end of a paragraph.
  const short = block.slice(1).filter((line) => line.length < width * full)
  return (
    long.length >= block.length * 0.6 &&
    long.every((line) => line.length <= width * 1.25) &&
    long.filter(endsSentence).length <= long.length / 3 &&
    endsSentence(block.at(-1) ?? '') &&
    short.filter(endsSentence).length >= short.length * 0.75
  )
}

const endsSentence = (line: string): boolean => /[.!?؟۔…]["”»›’)\]]*$/u.test(line)

/** One line of several; a Latin word that was cut at a hyphen is whole again. Arabic script knows no such cut. */
function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (/\p{L}\u{ad}$/u.test(text)) return text.slice(0, -1) + line
    if (/\p{Script=Latin}[-\u{2010}]$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line
    return text ? `${text} ${line}` : line
  }, '')
}
