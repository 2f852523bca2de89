import type { SearchDocument } from './document.ts'
import { Segment, type SegmentParts } from './segment.ts'
import { NumberReader, NumberWriter } from './small-numbers.ts'

/** The index of these documents, numbered in their order. */
export function segmentOf(documents: readonly SearchDocument[]): Segment {
  const writer = new SegmentWriter(roomFor(documents))
  // By term the number of a document and where its numbers begin, one pair behind the other.
  const holders = new Map<string, number[]>()
  for (const [number, { terms, starts }] of documents.entries()) {
    for (const [at, term] of terms.entries()) {
      const list = holders.get(term)
      if (list) list.push(number, starts[at] ?? 0)
      else holders.set(term, [number, starts[at] ?? 0])
    }
  }
  for (const term of [...holders.keys()].sort()) {
    const pairs = holders.get(term) ?? []
    writer.begin(term)
    for (let at = 0; at < pairs.length; at += 2) {
      const number = pairs[at] ?? 0
      writer.take(number, documents[number]?.numbers ?? [], pairs[at + 1] ?? 0)
    }
  }
  return writer.segment(documents.map(({ facts }) => facts))
}

/** One index of what is still there in several. */
export function mergedSegment(segments: readonly Segment[]): Segment {
  const documents = segments.flatMap(({ parts, gone }) => parts.documents.filter((_, at) => gone[at] === 0))
  const numbers = renumbered(segments)
  const writer = new SegmentWriter(roomOf(segments))
  const cursors = segments.map(() => 0)
  for (let term = smallest(segments, cursors); term !== undefined; term = smallest(segments, cursors)) {
    writer.begin(term)
    for (const [index, { parts }] of segments.entries()) {
      const at = cursors[index] ?? 0
      if (parts.terms[at] !== term) continue
      copyPostings(parts, at, numbers[index] ?? new Int32Array(0), writer)
      cursors[index] = at + 1
    }
    writer.dropEmpty()
  }
  return writer.segment(documents)
}

/** Bytes that the columns will take, about: of too few a column is copied, of too many it is cut. */
type Room = Record<'gaps' | 'weights' | 'places', number>

/** Nearly all numbers take one byte. */
const moreRoom = 1.06

function roomFor(documents: readonly SearchDocument[]): Room {
  let [terms, numbers] = [0, 0]
  for (const document of documents) {
    terms += document.terms.length
    numbers += document.numbers.length
  }
  return { gaps: terms * moreRoom, weights: terms * moreRoom, places: (numbers - terms) * moreRoom }
}

/** The first document of a term may have a larger number than it had. */
function roomOf(segments: readonly Segment[]): Room {
  const room = { gaps: 0, weights: 0, places: 0 }
  for (const { parts } of segments) {
    room.gaps += parts.gaps.length * moreRoom
    room.weights += parts.weights.length
    room.places += parts.places.length
  }
  return room
}

/** The new number of each document, -1 for one that has gone. */
function renumbered(segments: readonly Segment[]): Int32Array[] {
  let next = 0
  return segments.map(({ gone }) => Int32Array.from(gone, (isGone) => (isGone === 1 ? -1 : next++)))
}

function smallest(segments: readonly Segment[], cursors: readonly number[]): string | undefined {
  let least: string | undefined
  for (const [index, { parts }] of segments.entries()) {
    const term = parts.terms[cursors[index] ?? 0]
    if (term !== undefined && (least === undefined || term < least)) least = term
  }
  return least
}

/** Takes over the documents of a term that are still there. */
function copyPostings(
  { gaps, gapsAt, weights, weightsAt, places, placesAt }: SegmentParts,
  term: number,
  numbers: Int32Array,
  writer: SegmentWriter,
): void {
  const gapReader = new NumberReader(gaps, gapsAt[term] ?? 0)
  const weightReader = new NumberReader(weights, weightsAt[term] ?? 0)
  const placeReader = new NumberReader(places, placesAt[term] ?? 0)
  const end = gapsAt[term + 1] ?? 0
  let document = 0
  while (gapReader.at < end) {
    document += gapReader.next()
    const times = weightReader.next()
    const from = placeReader.at
    placeReader.skip(times >> 2)
    const number = numbers[document] ?? -1
    if (number < 0) continue
    writer.post(number, times >> 2, times & 3)
    writer.places.copy(places.subarray(from, placeReader.at))
  }
}

/** Writes terms in their order, and for each its documents in theirs. */
class SegmentWriter {
  readonly places: NumberWriter
  readonly #gaps: NumberWriter
  readonly #weights: NumberWriter
  readonly #terms: string[] = []
  readonly #frequencies: number[] = []
  readonly #gapsAt: number[] = []
  readonly #weightsAt: number[] = []
  readonly #placesAt: number[] = []
  #lastNumber = 0

  constructor({ gaps, weights, places }: Room) {
    this.places = new NumberWriter(places)
    this.#gaps = new NumberWriter(gaps)
    this.#weights = new NumberWriter(weights)
  }

  begin(term: string): void {
    this.#terms.push(term)
    this.#frequencies.push(0)
    this.#gapsAt.push(this.#gaps.length)
    this.#weightsAt.push(this.#weights.length)
    this.#placesAt.push(this.places.length)
    this.#lastNumber = 0
  }

  post(number: number, times: number, flags: number): void {
    this.#gaps.put(number - this.#lastNumber)
    this.#weights.put((times << 2) | flags)
    this.#lastNumber = number
    this.#frequencies.push((this.#frequencies.pop() ?? 0) + 1)
  }

  /** The same for what a document says of the term, from there on (`SearchDocument`). */
  take(document: number, numbers: readonly number[], from: number): void {
    const weight = numbers[from] ?? 0
    this.post(document, weight >> 2, weight & 3)
    for (let at = from + 1; at <= from + (weight >> 2); at += 1) this.places.put(numbers[at] ?? 0)
  }

  /** Takes the last term back where no document has it. */
  dropEmpty(): void {
    if (this.#frequencies.at(-1) !== 0) return
    const lists = [this.#terms, this.#frequencies, this.#gapsAt, this.#weightsAt, this.#placesAt]
    for (const list of lists) list.pop()
  }

  segment(documents: SegmentParts['documents']): Segment {
    return new Segment({
      documents,
      terms: this.#terms,
      frequencies: Uint32Array.from(this.#frequencies),
      gapsAt: endedBy(this.#gapsAt, this.#gaps.length),
      gaps: this.#gaps.bytes(),
      weightsAt: endedBy(this.#weightsAt, this.#weights.length),
      weights: this.#weights.bytes(),
      placesAt: endedBy(this.#placesAt, this.places.length),
      places: this.places.bytes(),
    })
  }
}

function endedBy(starts: readonly number[], end: number): Uint32Array {
  const all = new Uint32Array(starts.length + 1)
  all.set(starts)
  all[starts.length] = end
  return all
}
