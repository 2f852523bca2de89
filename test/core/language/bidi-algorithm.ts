/**
 * The Unicode Bidirectional Algorithm (UAX #9) for one paragraph on one line, for tests that ask what a reader sees. It is held
 * to Unicode's own cases in bidi-algorithm.test.ts. Slow and plain on purpose.
 */
export type BidiClass = string

const ranges: readonly (readonly [RegExp, BidiClass])[] = [
  [/[\u202a]/u, 'LRE'],
  [/[\u202b]/u, 'RLE'],
  [/[\u202c]/u, 'PDF'],
  [/[\u202d]/u, 'LRO'],
  [/[\u202e]/u, 'RLO'],
  [/[\u2066]/u, 'LRI'],
  [/[\u2067]/u, 'RLI'],
  [/[\u2068]/u, 'FSI'],
  [/[\u2069]/u, 'PDI'],
  [/[\u200e]/u, 'L'],
  [/[\u200f]/u, 'R'],
  [/[\u061c]/u, 'AL'],
  [/[\n\r\u0085\u2029]/u, 'B'],
  [/[\t\v]/u, 'S'],
  [/[ \f\u1680\u2000-\u200a\u2028\u205f\u3000]/u, 'WS'],
  [/[0-9\u06f0-\u06f9\u00b2\u00b3\u00b9\u2070-\u2079]/u, 'EN'],
  [/[\u0660-\u0669\u066b\u066c\u0600-\u0605\u06dd]/u, 'AN'],
  [/[-+\u2212\u207a\u207b]/u, 'ES'],
  [/[#$%¢-¥°±\u066a\u0609\u060a\u2030-\u2034\u20a0-\u20cf]/u, 'ET'],
  [/[,./:\u00a0\u060c\u202f\u2044]/u, 'CS'],
  [/\p{Cc}|[\u00ad\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff]/u, 'BN'],
  [/\p{Mn}|\p{Me}/u, 'NSM'],
  [/[\u0590-\u05ff\u07c0-\u085f\ufb1d-\ufb4f]/u, 'R'],
  [/[\u0600-\u07bf\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u, 'AL'],
  [/\p{L}|\p{Nl}|\p{Mc}/u, 'L'],
]
const neutralArabic = /[\u0606\u0607\u060e\u060f\u06de\u06e9\ufd3e\ufd3f]/u

export function classOf(letter: string): BidiClass {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x1c && code <= 0x1f) return code === 0x1f ? 'S' : 'B'
  if (neutralArabic.test(letter)) return 'ON'
  return ranges.find(([range]) => range.test(letter))?.[1] ?? 'ON'
}

const pairs: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '\u2329': '\u232a',
  '\u3008': '\u3009',
}
const canonical = (bracket: string) => bracket.replace('\u2329', '\u3008').replace('\u232a', '\u3009')
const removed = new Set(['LRE', 'RLE', 'PDF', 'LRO', 'RLO', 'BN'])
const isolateOpeners = new Set(['LRI', 'RLI', 'FSI'])
const neutral = new Set(['B', 'S', 'WS', 'ON', 'LRI', 'RLI', 'FSI', 'PDI'])

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
  for (const sequence of sequences(original, embedded, matches))
    resolve(sequence, letters, classes, levels, embedded, paragraph, original, matches)
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

/** W1 to W7, N0 to N2, I1 and I2 for one isolating run sequence. */
function resolve(
  sequence: readonly number[],
  letters: readonly string[],
  classes: BidiClass[],
  levels: number[],
  embedded: readonly number[],
  paragraph: number,
  original: readonly BidiClass[],
  matches: Map<number, number>,
) {
  const level = levels[sequence[0] as number] as number
  const [first, last] = [sequence[0] as number, sequence.at(-1) as number]
  const levelBeside = (from: number, step: number) => {
    for (let at = from + step; at >= 0 && at < letters.length; at += step)
      if (!removed.has(original[at] ?? '')) return embedded[at] as number
    return paragraph
  }
  const endsOpen = isolateOpeners.has(original[last] ?? '') && !matches.has(last)
  const strongOf = (a: number, b: number) => (Math.max(a, b) % 2 ? 'R' : 'L')
  const sos = strongOf(levelBeside(first, -1), level)
  const eos = strongOf(endsOpen ? paragraph : levelBeside(last, 1), level)
  const at = (index: number) => classes[sequence[index] as number] as BidiClass
  const set = (index: number, kind: BidiClass) => (classes[sequence[index] as number] = kind)
  const size = sequence.length
  const each = (rule: (index: number) => void) => {
    for (let index = 0; index < size; index += 1) rule(index)
  }
  const strongBefore = (index: number, kinds: string) => {
    for (let back = index - 1; back >= 0; back -= 1) if (kinds.split(' ').includes(at(back))) return at(back)
    return sos
  }
  each((i) => {
    if (at(i) !== 'NSM') return
    const before = i === 0 ? sos : at(i - 1)
    set(i, i > 0 && (isolateOpeners.has(before) || before === 'PDI') ? 'ON' : before)
  })
  each((i) => {
    if (at(i) === 'EN' && strongBefore(i, 'L R AL') === 'AL') set(i, 'AN')
  })
  each((i) => {
    if (at(i) === 'AL') set(i, 'R')
  })
  each((i) => {
    if (i === 0 || i === size - 1) return
    const [before, after] = [at(i - 1), at(i + 1)]
    if (at(i) === 'ES' && before === 'EN' && after === 'EN') set(i, 'EN')
    if (at(i) === 'CS' && before === after && (before === 'EN' || before === 'AN')) set(i, before)
  })
  each((i) => {
    if (at(i) !== 'ET') return
    let end = i
    while (end < size && at(end) === 'ET') end += 1
    if ((i > 0 && at(i - 1) === 'EN') || (end < size && at(end) === 'EN'))
      for (let k = i; k < end; k += 1) set(k, 'EN')
  })
  each((i) => {
    if (['ES', 'ET', 'CS'].includes(at(i))) set(i, 'ON')
  })
  each((i) => {
    if (at(i) === 'EN' && strongBefore(i, 'L R') === 'L') set(i, 'L')
  })
  const embedding = level % 2 ? 'R' : 'L'
  const strong = (kind: BidiClass) =>
    kind === 'EN' || kind === 'AN' ? 'R' : kind === 'L' || kind === 'R' ? kind : null
  const strongInFront = (index: number) => {
    for (let back = index - 1; back >= 0; back -= 1) {
      const kind = strong(at(back))
      if (kind) return kind
    }
    return sos
  }
  for (const [open, close] of bracketPairs(sequence, letters, at)) {
    let inside: string | null = null
    for (let i = open + 1; i < close; i += 1) {
      const kind = strong(at(i))
      if (kind === embedding) inside = embedding
      else if (kind && inside !== embedding) inside = kind
    }
    if (!inside) continue
    const settled = inside === embedding || strongInFront(open) === inside ? inside : embedding
    for (const bracket of [open, close]) {
      set(bracket, settled)
      for (let i = bracket + 1; i < size && original[sequence[i] as number] === 'NSM'; i += 1) set(i, settled)
    }
  }
  each((i) => {
    if (!neutral.has(at(i)) || (i > 0 && neutral.has(at(i - 1)))) return
    let end = i
    while (end < size && neutral.has(at(end))) end += 1
    const before = i === 0 ? sos : strong(at(i - 1))
    const after = end === size ? eos : strong(at(end))
    for (let k = end - 1; k >= i; k -= 1) set(k, before === after && before ? before : embedding)
  })
  each((i) => {
    const kind = at(i)
    const up = level % 2 ? (kind === 'R' ? 0 : 1) : kind === 'R' ? 1 : kind === 'L' ? 0 : 2
    levels[sequence[i] as number] = level + up
  })
}

function bracketPairs(
  sequence: readonly number[],
  letters: readonly string[],
  at: (index: number) => BidiClass,
): [number, number][] {
  const stack: { close: string; index: number }[] = []
  const found: [number, number][] = []
  for (let i = 0; i < sequence.length; i += 1) {
    const letter = canonical(letters[sequence[i] as number] as string)
    if (at(i) !== 'ON') continue
    if (pairs[letter]) {
      if (stack.length === 63) break
      stack.push({ close: canonical(pairs[letter]), index: i })
    } else {
      const match = stack.findLastIndex(({ close }) => close === letter)
      if (match < 0) continue
      found.push([(stack[match] as { index: number }).index, i])
      stack.length = match
    }
  }
  return found.sort((a, b) => a[0] - b[0])
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

/** What stands on the line from left to right; isolate characters left out, brackets as they were typed (not mirrored). */
export function seen(text: string, base: 'ltr' | 'rtl' | 'auto'): string {
  const letters = Array.from(text)
  return visualOrder(levelsOf(letters, base))
    .map((at) => letters[at] as string)
    .filter((letter) => !/\p{Cf}/u.test(letter))
    .join('')
}
