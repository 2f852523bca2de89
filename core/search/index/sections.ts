/** How bytes begin that a `SectionWriter` wrote: a later layout, or words that are taken otherwise, have another number. */
const mark = 0x4d_49_44_35
const chunk = 8192

/** Texts and numbers one behind the other, in pieces that can be written as they are (UTF-16 and 32 bits, low byte first). */
export class SectionWriter {
  readonly #pieces: (Uint8Array | ((writer: SectionWriter) => void))[] = []

  /** Of what never changes: a copy of all of it at once would double a large index. */
  later(write: (writer: SectionWriter) => void): void {
    this.#pieces.push(write)
  }

  /** All that was written, in order; each of what is to be made `later` while it is asked for. */
  *pieces(): Generator<Uint8Array, void, undefined> {
    yield new Uint8Array(Uint32Array.of(mark).buffer)
    yield* this.#sections()
  }

  text(text: string): void {
    this.texts([text])
  }

  /** All of these behind each other, gone through twice: no text of all of them is made. */
  texts(texts: Iterable<string>): void {
    let length = 0
    for (const text of texts) length += text.length
    const units = new Uint16Array(length)
    let to = 0
    for (const text of texts) for (let at = 0; at < text.length; at += 1) units[to++] = text.charCodeAt(at)
    this.raw(new Uint8Array(units.buffer))
  }

  numbers(numbers: Uint32Array): void {
    this.raw(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
  }

  /** Times and other numbers of more than 32 bits. */
  wide(numbers: Float64Array): void {
    this.raw(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
  }

  raw(bytes: Uint8Array): void {
    this.#pieces.push(new Uint8Array(Uint32Array.of(bytes.length).buffer), bytes)
    // Numbers can be looked at where they lie only from a fourth byte on.
    if (bytes.length % 4 > 0) this.#pieces.push(new Uint8Array(4 - (bytes.length % 4)))
  }

  *#sections(): Generator<Uint8Array, void, undefined> {
    for (const piece of this.#pieces) {
      if (piece instanceof Uint8Array) {
        yield piece
        continue
      }
      const writer = new SectionWriter()
      piece(writer)
      yield* writer.#sections()
    }
  }
}

/** Text from UTF-16 units, low byte first. */
export type TextOfUnits = (bytes: Uint8Array) => string

/** Reads them in the same order. @throws RangeError where the bytes are not what was written */
export class SectionReader {
  readonly #bytes: Uint8Array
  readonly #textOf: TextOfUnits
  #at = 0

  /** `textOf`: a quicker way of this machine to make the same texts. */
  constructor(bytes: Uint8Array, textOf: TextOfUnits = textOfUnits) {
    this.#textOf = textOf
    this.#bytes = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
    if (this.#number() !== mark) throw new RangeError('not an index of this version')
  }

  text(): string {
    const bytes = this.raw()
    if (bytes.length % 2 > 0) throw new RangeError('half a letter')
    return this.#textOf(bytes)
  }

  numbers(): Uint32Array {
    const bytes = this.raw()
    if (bytes.length % 4 > 0) throw new RangeError('a part of a number')
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  }

  wide(): Float64Array {
    const bytes = this.raw()
    if (bytes.length % 8 > 0) throw new RangeError('a part of a number')
    // They may lie at a fourth byte, where they cannot be looked at.
    return new Float64Array(new Uint8Array(bytes).buffer)
  }

  raw(): Uint8Array {
    const length = this.#number()
    const from = this.#at
    if (from + length > this.#bytes.length) throw new RangeError('cut off')
    this.#at = from + length + ((4 - (length % 4)) % 4)
    return this.#bytes.subarray(from, from + length)
  }

  #number(): number {
    if (this.#at + 4 > this.#bytes.length) throw new RangeError('cut off')
    const [number = 0] = new Uint32Array(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, 1)
    this.#at += 4
    return number
  }
}

function textOfUnits(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
  const parts: string[] = []
  for (let at = 0; at < units.length; at += chunk)
    parts.push(String.fromCharCode(...units.subarray(at, at + chunk)))
  return parts.join('')
}
