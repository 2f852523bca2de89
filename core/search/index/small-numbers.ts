/** From here on a number takes more than one byte: this one, and then what it is larger in bytes of seven bits, the lowest first (LEB128). */
const more = 255

/** A copy is not worth it for less than this part left over. */
const nearlyFull = 7 / 8

/** Whole numbers from 0 to 2^32 - 1, of which nearly all are below 255 and take one byte: as they lie they can be squeezed well. */
export class NumberWriter {
  #bytes: Uint8Array
  #length = 0

  constructor(room = 1024) {
    this.#bytes = new Uint8Array(Math.max(16, Math.ceil(room)))
  }

  /** Bytes written so far: the place of what is written next. */
  get length(): number {
    return this.#length
  }

  put(value: number): void {
    if (this.#length + 6 > this.#bytes.length) this.#grow(6)
    if (value < more) {
      this.#bytes[this.#length++] = value
      return
    }
    this.#bytes[this.#length++] = more
    let rest = value - more
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

  /** What was written, for whoever writes no more: in room of its own, but for a little that is left over. */
  bytes(): Uint8Array {
    const isNearlyFull = this.#length > this.#bytes.length * nearlyFull
    return isNearlyFull ? this.#bytes.subarray(0, this.#length) : this.#bytes.slice(0, this.#length)
  }

  #grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** Reads what a `NumberWriter` wrote, from a place on. */
export class NumberReader {
  readonly #bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  next(): number {
    const small = this.#bytes[this.at++] ?? 0
    return small < more ? small : more + this.#rest()
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
    for (let left = count; left > 0; left -= 1) if (bytes[at++] === more) while ((bytes[at++] ?? 0) > 127);
    this.at = at
  }

  #rest(): number {
    let byte = this.#bytes[this.at++] ?? 0
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.#bytes[this.at++] ?? 0
      value |= (byte & 127) << shift
    }
    return value >>> 0
  }
}

/** Reads numbers between two places into `into`, of each as much as it and all before it come to, where `areSums`. Answers how many. */
export function readNumbers(
  bytes: Uint8Array,
  [from, to]: readonly [from: number, to: number],
  into: Uint32Array,
  areSums: boolean,
): number {
  const reader = new NumberReader(bytes, from)
  let count = 0
  let last = 0
  for (let at = from; at < to; count += 1) {
    let number = bytes[at] ?? 0
    at += 1
    if (number === more) {
      reader.at = at - 1
      number = reader.next()
      at = reader.at
    }
    last = areSums ? last + number : number
    into[count] = last
  }
  return count
}
