import { countWords } from '../model/measure.ts'
import { align } from './align.ts'
import { heaviestChain, type Candidate } from './chain.ts'
import { bagOf, likeness, rivalsOf, type Bag } from './likeness.ts'
import type { StoryLine } from './story-lines.ts'
import { hasWords } from './tokens.ts'

/** Which line of the newer text each line of the older one became, -1 for none, and whether it stands elsewhere there. */
export interface LinePairs {
  partner: Int32Array
  isMoved: boolean[]
}

/** A line is 'changed', no other one, from this likeness on: half of its letters stand in words that both have. */
const alikeEnough = 0.5
/** A line that stands elsewhere and has changed as well must be more alike, and long enough to be known again. */
const movedEnough = 0.7
const minWordsMoved = 3
const minWordsMovedAndChanged = 6

/**
 * Lays the lines of two stories side by side: those with the same words first, as many as can stay in their order; then
 * those with the same words elsewhere (of three words and more, and pictures); then, between lines that stayed, those
 * that are `alikeEnough`, in order; then those elsewhere that are `movedEnough`. Lines without a word (empty ones, rules)
 * follow their neighbours. Turned round it answers the same pairs.
 */
export function pairLines(older: readonly StoryLine[], newer: readonly StoryLine[]): LinePairs {
  const first = older.findIndex(({ key }, at) => key !== newer[at]?.key)
  const [one, other] = [older[first]?.key ?? '', newer[first]?.key ?? '']
  // Every choice between equals below goes by the texts then, not by which of them is called the older.
  if (first < 0 || one <= other) return new Pairing(older, newer).pairs()
  const { partner, isMoved } = new Pairing(newer, older).pairs()
  const turned: LinePairs = {
    partner: new Int32Array(older.length).fill(-1),
    isMoved: older.map(() => false),
  }
  for (const [line, there] of partner.entries()) {
    if (there < 0) continue
    turned.partner[there] = line
    turned.isMoved[there] = isMoved[line] ?? false
  }
  return turned
}

class Pairing {
  private readonly older: readonly StoryLine[]
  private readonly newer: readonly StoryLine[]
  private readonly partner: Int32Array
  private readonly isTaken: Uint8Array
  private readonly isMoved: boolean[]

  constructor(older: readonly StoryLine[], newer: readonly StoryLine[]) {
    this.older = older
    this.newer = newer
    this.partner = new Int32Array(older.length).fill(-1)
    this.isTaken = new Uint8Array(newer.length)
    this.isMoved = older.map(() => false)
  }

  pairs(): LinePairs {
    this.pairSame()
    this.pairSameElsewhere()
    this.pairAlike()
    this.pairWordless()
    return { partner: this.partner, isMoved: this.isMoved }
  }

  private pair(line: number, there: number, moved = false): void {
    this.partner[line] = there
    this.isTaken[there] = 1
    this.isMoved[line] = moved
  }

  private pairSame(): void {
    const [older, newer] = [this.freeOlder(holds), this.freeNewer(holds)]
    const aligned = align(
      older.map((line) => this.older[line]?.key ?? ''),
      newer.map((line) => this.newer[line]?.key ?? ''),
    )
    for (const [at, line] of older.entries()) {
      const there = newer[aligned[at] ?? -1]
      if (there !== undefined) this.pair(line, there)
    }
  }

  private pairSameElsewhere(): void {
    const places = new Map<string, number[]>()
    for (const there of this.freeNewer(isLongEnough)) {
      const key = this.newer[there]?.key ?? ''
      const others = places.get(key)
      if (others) others.push(there)
      else places.set(key, [there])
    }
    if (places.size === 0) return
    for (const line of this.freeOlder(isLongEnough)) {
      const there = places.get(this.older[line]?.key ?? '')?.shift()
      if (there !== undefined) this.pair(line, there, true)
    }
  }

  private pairAlike(): void {
    const candidates = this.candidates()
    const gaps = this.gaps()
    const inPlace = candidates.filter(({ older, newer }) => gaps.older[older] === gaps.newer[newer])
    for (const { older, newer } of heaviestChain(inPlace)) this.pair(older, newer)
    for (const { older, newer, weight } of candidates.sort((a, b) => b.weight - a.weight)) {
      const isFree = this.partner[older] === -1 && this.isTaken[newer] === 0
      if (isFree && weight >= movedEnough && this.isKnownAgain(older, newer)) this.pair(older, newer, true)
    }
  }

  private isKnownAgain(older: number, newer: number): boolean {
    const [one, other] = [this.older[older], this.newer[newer]]
    if (one?.media) return true
    return Math.min(countWords(one?.text ?? ''), countWords(other?.text ?? '')) >= minWordsMovedAndChanged
  }

  private candidates(): Candidate[] {
    const [older, newer] = [this.freeOlder(holds), this.freeNewer(holds)]
    if (older.length === 0 || newer.length === 0) return []
    const bags = older.map((line) => bagOf(this.older[line] as StoryLine))
    const others = newer.map((line) => bagOf(this.newer[line] as StoryLine))
    const candidates: Candidate[] = []
    for (const [at, rivals] of rivalsOf(bags, others).entries()) {
      // Where all words of a line are everywhere, it is still laid upon the one in its place.
      for (const rival of new Set([...rivals, Math.min(at, others.length - 1)])) {
        const [line, there] = [older[at] ?? -1, newer[rival] ?? -1]
        const weight = this.weigh(line, there, bags[at] as Bag, others[rival] as Bag)
        if (weight >= alikeEnough) candidates.push({ older: line, newer: there, weight })
      }
    }
    return candidates
  }

  /** A picture is alike the same picture, whatever is written under it, and nothing else. */
  private weigh(line: number, there: number, one: Bag, other: Bag): number {
    const [media, otherMedia] = [this.older[line]?.media, this.newer[there]?.media]
    if (media || otherMedia) return media === otherMedia ? 1 : 0
    return likeness(one, other)
  }

  private pairWordless(): void {
    const gaps = this.gaps()
    const older = byGap(this.freeOlder(isWordless), gaps.older)
    const newer = byGap(this.freeNewer(isWordless), gaps.newer)
    for (const [gap, lines] of older) {
      const others = newer.get(gap) ?? []
      const aligned = align(
        lines.map((line) => this.older[line]?.key ?? ''),
        others.map((line) => this.newer[line]?.key ?? ''),
      )
      for (const [at, line] of lines.entries()) {
        const there = others[aligned[at] ?? -1]
        if (there !== undefined) this.pair(line, there)
      }
    }
  }

  private freeOlder(isMeant: (line: StoryLine) => boolean): number[] {
    return indexesOf(this.older, (line, index) => this.partner[index] === -1 && isMeant(line))
  }

  private freeNewer(isMeant: (line: StoryLine) => boolean): number[] {
    return indexesOf(this.newer, (line, index) => this.isTaken[index] === 0 && isMeant(line))
  }

  /** For each line between which lines that stayed it stands, as how many of them stand before it. */
  private gaps(): { older: Int32Array; newer: Int32Array } {
    const gaps = { older: new Int32Array(this.older.length), newer: new Int32Array(this.newer.length) }
    const stays = new Uint8Array(this.newer.length)
    let before = 0
    for (const [line, there] of this.partner.entries()) {
      gaps.older[line] = before
      if (there < 0 || this.isMoved[line]) continue
      stays[there] = 1
      before += 1
    }
    before = 0
    for (const [line, isStaying] of stays.entries()) {
      gaps.newer[line] = before
      before += isStaying
    }
    return gaps
  }
}

const holds = (line: StoryLine): boolean => line.media !== undefined || hasWords(line.text)
const isWordless = (line: StoryLine): boolean => !holds(line)
const isLongEnough = (line: StoryLine): boolean =>
  line.media !== undefined || countWords(line.text) >= minWordsMoved

function indexesOf(
  lines: readonly StoryLine[],
  isMeant: (line: StoryLine, index: number) => boolean,
): number[] {
  const indexes: number[] = []
  for (const [index, line] of lines.entries()) if (isMeant(line, index)) indexes.push(index)
  return indexes
}

function byGap(lines: readonly number[], gaps: Int32Array): Map<number, number[]> {
  const sorted = new Map<number, number[]>()
  for (const line of lines) {
    const gap = gaps[line] ?? 0
    const others = sorted.get(gap)
    if (others) others.push(line)
    else sorted.set(gap, [line])
  }
  return sorted
}
