import type { Pixels } from './pixels.ts'

/** As pictures are limited everywhere (`core/desk/picture.ts`): a frame may claim more than the picture that it is in. */
const mostSide = 8192
const mostPixels = 40_000_000

/** The first frame of a GIF (GIF89a), on the ground that it leaves free: transparent. @throws where it has none, or it ends before its last pixel */
export function firstFrameOfGif(bytes: Uint8Array): Pixels {
  const reader = new Reader(bytes)
  reader.skip(6)
  const width = reader.word()
  const height = reader.word()
  const flags = reader.byte()
  reader.skip(2)
  if (width * height > mostPixels || Math.max(width, height) > mostSide) throw new Error('too large')
  const ofAll = flags & 0x80 ? reader.take(3 << ((flags & 7) + 1)) : undefined
  const transparent = reader.toFrame()
  const frame = frameOf(reader)
  const colours = frame.colours ?? ofAll
  if (!colours) throw new Error('a GIF without colours')
  const data = new Uint8Array(width * height * 4)
  paint({ data, width, height }, frame, { colours, transparent })
  return { data, width, height }
}

interface Frame {
  x: number
  y: number
  width: number
  height: number
  /** Red, green, blue of each; undefined where it has those of the whole. */
  colours: Uint8Array | undefined
  isInterlaced: boolean
  /** Of each pixel, as they come. */
  indices: Uint8Array
}

function frameOf(reader: Reader): Frame {
  const [x, y, width, height] = [reader.word(), reader.word(), reader.word(), reader.word()]
  const flags = reader.byte()
  if (width * height > mostPixels || Math.max(width, height) > mostSide) throw new Error('too large')
  const colours = flags & 0x80 ? reader.take(3 << ((flags & 7) + 1)) : undefined
  const bits = reader.byte()
  const indices = unpacked(reader.blocks(), bits, width * height)
  return { x, y, width, height, colours, isInterlaced: (flags & 0x40) !== 0, indices }
}

interface Palette {
  colours: Uint8Array
  transparent: number | undefined
}

function paint(on: Pixels, frame: Frame, { colours, transparent }: Palette): void {
  const rows = frame.isInterlaced ? interlacedRows(frame.height) : undefined
  for (let line = 0; line < frame.height; line += 1) {
    const y = frame.y + (rows?.[line] ?? line)
    const seen = y < on.height ? Math.min(frame.width, on.width - frame.x) : 0
    for (let column = 0; column < seen; column += 1) {
      const index = frame.indices[line * frame.width + column] ?? 0
      if (index === transparent || index * 3 >= colours.length) continue
      const to = (y * on.width + frame.x + column) * 4
      on.data.set(colours.subarray(index * 3, index * 3 + 3), to)
      on.data[to + 3] = 255
    }
  }
}

/** GIF89a, appendix E: every eighth row, those between them, and so on. */
function interlacedRows(height: number): number[] {
  const rows: number[] = []
  for (const [from, step] of [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const) {
    for (let row = from; row < height; row += step) rows.push(row)
  }
  return rows
}

const mostCodes = 4096

/** LZW with codes that grow to twelve bits (GIF89a, appendix F). @throws where `count` pixels are not in it */
function unpacked(packed: Uint8Array, bits: number, count: number): Uint8Array {
  if (bits < 1 || bits > 8) throw new Error('no GIF has such codes')
  const clear = 1 << bits
  const before = new Uint16Array(mostCodes)
  const last = new Uint8Array(mostCodes)
  for (let code = 0; code < clear; code += 1) last[code] = code
  const word = new Uint8Array(mostCodes + 1)
  const pixels = new Uint8Array(count)
  const codes = new Codes(packed)
  let filled = 0
  let size = bits + 1
  let next = clear + 2
  let previous = -1
  let first = 0
  while (filled < count) {
    const code = codes.next(size)
    if (code === clear) {
      size = bits + 1
      next = clear + 2
      previous = -1
      continue
    }
    const isNew = code >= next
    if (code === clear + 1 || code > next || (isNew && previous < 0)) throw new Error('a broken GIF')
    // From its end to its start: each code is another one and a pixel more.
    let length = 0
    if (isNew) word[length++] = first
    let at = isNew ? previous : code
    for (; at > clear; at = before[at] ?? 0) word[length++] = last[at] ?? 0
    first = last[at] ?? 0
    word[length++] = first
    while (length > 0 && filled < count) pixels[filled++] = word[--length] ?? 0
    if (previous >= 0 && next < mostCodes) {
      before[next] = previous
      last[next] = first
      next += 1
      if (next === 1 << size && size < 12) size += 1
    }
    previous = code
  }
  return pixels
}

/** Codes of so many bits, the lowest first. */
class Codes {
  readonly #bytes: Uint8Array
  #at = 0
  #held = 0
  #bits = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }
  next(size: number): number {
    while (this.#bits < size) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) throw new Error('a GIF that is cut off')
      this.#held |= byte << this.#bits
      this.#bits += 8
      this.#at += 1
    }
    const code = this.#held & ((1 << size) - 1)
    this.#held >>>= size
    this.#bits -= size
    return code
  }
}

class Reader {
  readonly #bytes: Uint8Array
  #at = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }
  skip(count: number): void {
    this.#at += count
  }
  byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new Error('a GIF that is cut off')
    this.#at += 1
    return byte
  }
  word(): number {
    return this.byte() | (this.byte() << 8)
  }
  take(count: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + count)
    if (taken.length < count) throw new Error('a GIF that is cut off')
    this.#at += count
    return taken
  }
  /** Up to the frame, answers which of its colours is none. */
  toFrame(): number | undefined {
    let transparent: number | undefined
    for (;;) {
      const kind = this.byte()
      if (kind === 0x2c) return transparent
      if (kind !== 0x21) throw new Error('a GIF without a frame')
      const isControl = this.byte() === 0xf9
      const told = this.blocks()
      if (isControl) transparent = (told[0] ?? 0) & 1 ? told[3] : undefined
    }
  }
  /** What lies in pieces of up to 255 bytes, up to an empty one. */
  blocks(): Uint8Array {
    const pieces: Uint8Array[] = []
    let total = 0
    for (let size = this.byte(); size > 0; size = this.byte()) {
      const piece = this.take(size)
      pieces.push(piece)
      total += size
    }
    const whole = new Uint8Array(total)
    let at = 0
    for (const piece of pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }
}
