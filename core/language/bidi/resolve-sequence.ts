import { isolateOpeners, neutral, type BidiClass } from './classes.ts'

/** What counts as standing before and after a sequence (X10). */
export interface Around {
  sos: 'L' | 'R'
  eos: 'L' | 'R'
}

/** W1 to W7, N0 to N2, I1 and I2 for one isolating run sequence: the level of each of its letters. */
export function resolveSequence(
  original: readonly BidiClass[],
  letters: readonly string[],
  level: number,
  around: Around,
): number[] {
  const classes = [...original]
  weak(classes, around.sos)
  const embedding = level % 2 ? 'R' : 'L'
  brackets({ classes, original, letters }, embedding, around.sos)
  neutrals(classes, embedding, around)
  return classes.map((kind) => {
    const up = level % 2 ? (kind === 'R' ? 0 : 1) : kind === 'R' ? 1 : kind === 'L' ? 0 : 2
    return level + up
  })
}

function strongBefore(
  classes: readonly BidiClass[],
  index: number,
  kinds: string,
  sos: BidiClass,
): BidiClass {
  const wanted = kinds.split(' ')
  for (let back = index - 1; back >= 0; back -= 1) {
    const kind = classes[back] as BidiClass
    if (wanted.includes(kind)) return kind
  }
  return sos
}

/** W1 to W7. */
function weak(classes: BidiClass[], sos: BidiClass): void {
  const each = (rule: (kind: BidiClass, index: number) => BidiClass | undefined): void => {
    for (let index = 0; index < classes.length; index += 1) {
      const kind = rule(classes[index] as BidiClass, index)
      if (kind !== undefined) classes[index] = kind
    }
  }
  each((kind, i) => {
    if (kind !== 'NSM') return undefined
    const before = i === 0 ? sos : (classes[i - 1] as BidiClass)
    return i > 0 && (isolateOpeners.has(before) || before === 'PDI') ? 'ON' : before
  })
  each((kind, i) => (kind === 'EN' && strongBefore(classes, i, 'L R AL', sos) === 'AL' ? 'AN' : undefined))
  each((kind) => (kind === 'AL' ? 'R' : undefined))
  each((kind, i) => {
    const [before, after] = [classes[i - 1], classes[i + 1]]
    if (kind === 'ES' && before === 'EN' && after === 'EN') return 'EN'
    return kind === 'CS' && before === after && (before === 'EN' || before === 'AN') ? before : undefined
  })
  each((kind, i) => {
    if (kind !== 'ET') return undefined
    let end = i
    while (classes[end] === 'ET') end += 1
    return classes[i - 1] === 'EN' || classes[end] === 'EN' ? 'EN' : undefined
  })
  each((kind) => (['ES', 'ET', 'CS'].includes(kind) ? 'ON' : undefined))
  each((kind, i) => (kind === 'EN' && strongBefore(classes, i, 'L R', sos) === 'L' ? 'L' : undefined))
}

const strong = (kind: BidiClass | undefined): 'L' | 'R' | null =>
  kind === 'EN' || kind === 'AN' || kind === 'R' ? 'R' : kind === 'L' ? 'L' : null

interface Sequence {
  classes: BidiClass[]
  original: readonly BidiClass[]
  letters: readonly string[]
}

/** N0. */
function brackets({ classes, original, letters }: Sequence, embedding: 'L' | 'R', sos: 'L' | 'R'): void {
  const strongInFront = (index: number): 'L' | 'R' => {
    for (let back = index - 1; back >= 0; back -= 1) {
      const kind = strong(classes[back])
      if (kind) return kind
    }
    return sos
  }
  for (const [open, close] of bracketPairs(letters, classes)) {
    const inside = strongInside(classes.slice(open + 1, close), embedding)
    if (!inside) continue
    const settled = inside === embedding || strongInFront(open) === inside ? inside : embedding
    for (const bracket of [open, close]) {
      classes[bracket] = settled
      for (let i = bracket + 1; original[i] === 'NSM'; i += 1) classes[i] = settled
    }
  }
}

function strongInside(classes: readonly BidiClass[], embedding: 'L' | 'R'): 'L' | 'R' | null {
  const kinds = classes.map(strong)
  return kinds.includes(embedding) ? embedding : (kinds.find((kind) => kind !== null) ?? null)
}

/** N1 and N2. */
function neutrals(classes: BidiClass[], embedding: 'L' | 'R', { sos, eos }: Around): void {
  for (let from = 0; from < classes.length; from += 1) {
    let end = from
    while (end < classes.length && neutral.has(classes[end] as BidiClass)) end += 1
    if (end === from) continue
    const before = from === 0 ? sos : strong(classes[from - 1])
    const after = end === classes.length ? eos : strong(classes[end])
    classes.fill(before === after && before ? before : embedding, from, end)
    from = end
  }
}

const pairs: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '\u2329': '\u232a',
  '\u3008': '\u3009',
}
const canonical = (bracket: string) => bracket.replace('\u2329', '\u3008').replace('\u232a', '\u3009')
/** BD16. */
function bracketPairs(letters: readonly string[], classes: readonly BidiClass[]): [number, number][] {
  const stack: { close: string; index: number }[] = []
  const found: [number, number][] = []
  for (const [i, each] of letters.entries()) {
    const letter = canonical(each)
    if (classes[i] !== 'ON') continue
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
