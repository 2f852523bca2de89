/** Whole numbers from 0 to 2^32 - 1 as bytes of seven bits, the lowest first (LEB128). */
export class VarintWriter {
  #bytes: Uint8Array
  #length = 0

  constructor(room = 1024) {
    this.#bytes = new Uint8Array(Math.max(16, room))
  }

  /** Bytes written so far: the place of what is written next. */
  get length(): number {
    return this.#length
  }

  put(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow(5)
    let rest = value
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  /** Takes bytes as they are. */
  copy(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** What was written, in room of its own. */
  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** Reads what a `VarintWriter` wrote, from a place on. */
export class VarintReader {
  readonly #bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  next(): number {
    let byte = this.#bytes[this.at++] ?? 0
    if (byte < 128) return byte
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.#bytes[this.at++] ?? 0
      value |= (byte & 127) << shift
    }
    return value >>> 0
  }

  /** So many numbers, each as what it and all before it come to. */
  sums(count: number): number[] {
    const sums: number[] = []
    for (let sum = 0, left = count; left > 0; left -= 1) sums.push((sum += this.next()))
    return sums
  }

  skip(count: number): void {
    const bytes = this.#bytes
    let at = this.at
    for (let left = count; left > 0; at += 1) if ((bytes[at] ?? 0) < 128) left -= 1
    this.at = at
  }
}

/** Reads pairs between two places: the first number of each as how much larger it is than the last one's. Answers how many. */
export function readPairs(
  bytes: Uint8Array,
  from: number,
  to: number,
  { numbers, weights }: { numbers: Uint32Array; weights: Uint32Array },
): number {
  const reader = new VarintReader(bytes, from)
  let count = 0
  let at = from
  for (let number = 0; at < to; count += 1) {
    // Most numbers of a frequent word are one byte: the reader is for the others.
    const [more, weight] = [bytes[at] ?? 0, bytes[at + 1] ?? 0]
    if (more < 128 && weight < 128) {
      at += 2
      number += more
      weights[count] = weight
    } else {
      reader.at = at
      number += reader.next()
      weights[count] = reader.next()
      at = reader.at
    }
    numbers[count] = number
  }
  return count
}
