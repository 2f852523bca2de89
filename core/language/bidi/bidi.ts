/** The Unicode Bidirectional Algorithm (UAX #9) for one paragraph on one line, where no browser orders it. */
import { classOf, isolateOpeners, removed, type BidiClass } from './classes.ts'
import { resolveSequence, type Around } from './resolve-sequence.ts'

function matchingIsolates(classes: readonly BidiClass[]): Map<number, number> {
  const open: number[] = []
  const matches = new Map<number, number>()
  classes.forEach((kind, at) => {
    if (isolateOpeners.has(kind)) open.push(at)
    if (kind === 'PDI') {
      const opener = open.pop()
      if (opener !== undefined) matches.set(opener, at).set(at, opener)
    }
  })
  return matches
}

/** P2 and P3. */
function firstStrong(
  classes: readonly BidiClass[],
  matches: Map<number, number>,
  from: number,
  to: number,
): 0 | 1 {
  for (let at = from; at < to; at += 1) {
    const kind = classes[at] ?? ''
    if (kind === 'L') return 0
    if (kind === 'R' || kind === 'AL') return 1
    if (isolateOpeners.has(kind)) at = matches.get(at) ?? to
  }
  return 0
}

/** The embedding level of each code point; null for the characters that rule X9 removes. */
export function levelsOf(letters: readonly string[], base: 'ltr' | 'rtl' | 'auto'): (number | null)[] {
  const original = letters.map(classOf)
  const matches = matchingIsolates(original)
  const paragraph =
    base === 'auto' ? firstStrong(original, matches, 0, original.length) : base === 'rtl' ? 1 : 0
  const { levels, classes } = explicit(original, matches, paragraph)
  const embedded = [...levels]
  for (const sequence of sequences(original, embedded, matches)) {
    const around = strongAround(sequence, { original, embedded, matches, paragraph })
    const level = embedded[sequence[0] as number] as number
    const own = sequence.map((at) => classes[at] as BidiClass)
    const settled = resolveSequence(
      own,
      sequence.map((at) => letters[at] as string),
      level,
      around,
    )
    sequence.forEach((at, index) => (levels[at] = settled[index] as number))
  }
  // L1
  let trailing = true
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const kind = original[at] ?? ''
    if (kind === 'B' || kind === 'S') trailing = true
    else if (!(kind === 'WS' || isolateOpeners.has(kind) || kind === 'PDI' || removed.has(kind)))
      trailing = false
    if (trailing) levels[at] = paragraph
  }
  return levels.map((level, at) => (removed.has(original[at] ?? '') ? null : level))
}

interface Status {
  level: number
  override: BidiClass | null
  isIsolate: boolean
}

/** X1 to X8. */
function explicit(original: readonly BidiClass[], matches: Map<number, number>, paragraph: number) {
  const levels: number[] = []
  const classes = [...original]
  const stack: Status[] = [{ level: paragraph, override: null, isIsolate: false }]
  let overflowIsolates = 0
  let overflowEmbeddings = 0
  let validIsolates = 0
  const top = () => stack.at(-1) as Status
  const nextLevel = (rtl: boolean) => (rtl ? (top().level + 1) | 1 : (top().level + 2) & ~1)
  original.forEach((kind, at) => {
    levels[at] = top().level
    if (kind === 'RLE' || kind === 'LRE' || kind === 'RLO' || kind === 'LRO') {
      const level = nextLevel(kind.startsWith('R'))
      if (level <= 125 && !overflowIsolates && !overflowEmbeddings)
        stack.push({
          level,
          override: kind.endsWith('O') ? (kind === 'RLO' ? 'R' : 'L') : null,
          isIsolate: false,
        })
      else if (!overflowIsolates) overflowEmbeddings += 1
    } else if (isolateOpeners.has(kind)) {
      const override = top().override
      if (override) classes[at] = override
      const rtl =
        kind === 'FSI'
          ? firstStrong(original, matches, at + 1, matches.get(at) ?? original.length) === 1
          : kind === 'RLI'
      const level = nextLevel(rtl)
      if (level <= 125 && !overflowIsolates && !overflowEmbeddings) {
        validIsolates += 1
        stack.push({ level, override: null, isIsolate: true })
      } else overflowIsolates += 1
    } else if (kind === 'PDI') {
      if (overflowIsolates) overflowIsolates -= 1
      else if (validIsolates) {
        overflowEmbeddings = 0
        while (!top().isIsolate) stack.pop()
        stack.pop()
        validIsolates -= 1
      }
      levels[at] = top().level
      const override = top().override
      if (override) classes[at] = override
    } else if (kind === 'PDF') {
      if (!overflowIsolates && overflowEmbeddings) overflowEmbeddings -= 1
      else if (!overflowIsolates && !top().isIsolate && stack.length > 1) stack.pop()
    } else if (kind === 'B') levels[at] = paragraph
    else if (kind !== 'BN') {
      const override = top().override
      if (override) classes[at] = override
    }
  })
  return { levels, classes }
}

/** X10: the isolating run sequences, each a list of indices. */
function sequences(
  original: readonly BidiClass[],
  levels: readonly number[],
  matches: Map<number, number>,
): number[][] {
  const runs: number[][] = []
  const runOf = new Map<number, number[]>()
  original.forEach((kind, at) => {
    if (removed.has(kind)) return
    const run = runs.at(-1)
    const previous = run?.at(-1)
    if (run && previous !== undefined && levels[previous] === levels[at]) run.push(at)
    else runs.push([at])
    runOf.set(at, runs.at(-1) as number[])
  })
  const found: number[][] = []
  for (const run of runs) {
    const first = run[0] as number
    if (original[first] === 'PDI' && matches.has(first)) continue
    const sequence = [...run]
    for (
      let last = sequence.at(-1) as number;
      isolateOpeners.has(original[last] ?? '') && matches.has(last);
      last = sequence.at(-1) as number
    )
      sequence.push(...(runOf.get(matches.get(last) as number) as number[]))
    found.push(sequence)
  }
  return found
}

interface Paragraph {
  original: readonly BidiClass[]
  embedded: readonly number[]
  matches: ReadonlyMap<number, number>
  paragraph: number
}

/** sos and eos of a sequence (X10): what counts as before and after it. */
function strongAround(
  sequence: readonly number[],
  { original, embedded, matches, paragraph }: Paragraph,
): Around {
  const [first, last] = [sequence[0] as number, sequence.at(-1) as number]
  const level = embedded[first] as number
  const levelBeside = (from: number, step: number): number => {
    for (let at = from + step; at >= 0 && at < original.length; at += step)
      if (!removed.has(original[at] ?? '')) return embedded[at] as number
    return paragraph
  }
  const endsOpen = isolateOpeners.has(original[last] ?? '') && !matches.has(last)
  const strongOf = (a: number, b: number) => (Math.max(a, b) % 2 ? 'R' : 'L')
  return {
    sos: strongOf(levelBeside(first, -1), level),
    eos: strongOf(endsOpen ? paragraph : levelBeside(last, 1), level),
  }
}

/** The indices of the code points from left to right, as they stand on the line (L2); removed ones left out. */
export function visualOrder(levels: readonly (number | null)[]): number[] {
  const order = levels.flatMap((level, at) => (level === null ? [] : [at]))
  const highest = Math.max(0, ...order.map((at) => levels[at] as number))
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from
      while (to < order.length && (levels[order[to] as number] as number) >= level) to += 1
      order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = Math.max(from, to - 1)
    }
  }
  return order
}

/** A piece of a line that is written in one direction. */
export interface VisualRun {
  /** In the order in which it is read. */
  text: string
  isRightToLeft: boolean
}

const joiner = /[\u200c\u200d]/
const unseen = /(?![\u200c\u200d])\p{Cf}/gu

/**
 * The pieces of a line from left to right, as the eye meets them (UAX #9); marks and isolates that only order are left out, joiners
 * stay with the letter before them.
 */
export function visualRuns(line: string, base: 'ltr' | 'rtl'): VisualRun[] {
  const letters = Array.from(line)
  const levels = levelsOf(letters, base)
  for (const [at, letter] of letters.entries()) {
    if (joiner.test(letter)) levels[at] = levels[at - 1] ?? (base === 'rtl' ? 1 : 0)
  }
  const runs: VisualRun[] = []
  for (const at of visualOrder(levels)) {
    const letter = (letters[at] as string).replace(unseen, '')
    const isRightToLeft = (levels[at] as number) % 2 === 1
    const run = runs.at(-1)
    if (letter === '') continue
    if (run?.isRightToLeft === isRightToLeft) run.text = isRightToLeft ? letter + run.text : run.text + letter
    else runs.push({ text: letter, isRightToLeft })
  }
  return runs
}
