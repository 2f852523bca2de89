/** Where the first frame of a moving WebP lies on its picture, and that frame as a WebP that does not move. */
export interface WebpFrame {
  x: number
  y: number
  bytes: Uint8Array
}

/** A chunk of a WebP (RFC 9649 §2.3). */
interface Chunk {
  name: string
  content: Uint8Array
  /** Where the next one begins. */
  end: number
}

const headBytes = 12
const frameHeadBytes = 16
const movingFlag = 0x02
const alphaFlag = 0x10

/** Undefined for one that does not move. @throws where it moves and has no frame */
export function firstFrameOfWebp(bytes: Uint8Array): WebpFrame | undefined {
  const head = chunkAt(bytes, headBytes)
  if (head?.name !== 'VP8X' || ((head.content[0] ?? 0) & movingFlag) === 0) return undefined
  const frame = chunkNamed(bytes, 'ANMF')
  if (!frame || frame.length < frameHeadBytes) throw new Error('a moving WebP without a frame')
  const number = (at: number): number =>
    (frame[at] ?? 0) | ((frame[at + 1] ?? 0) << 8) | ((frame[at + 2] ?? 0) << 16)
  const picture = frame.subarray(frameHeadBytes)
  // The codec holds what is inside to the size that its head says.
  const extended = [alphaFlag, 0, 0, 0, ...frame.subarray(6, 12)]
  return { x: number(0) * 2, y: number(3) * 2, bytes: still(extended, picture) }
}

/** The content of the first chunk of this name; undefined where there is none. */
export function chunkNamed(bytes: Uint8Array, name: string): Uint8Array | undefined {
  for (let chunk = chunkAt(bytes, headBytes); chunk; chunk = chunkAt(bytes, chunk.end))
    if (chunk.name === name) return chunk.content
  return undefined
}

function chunkAt(bytes: Uint8Array, at: number): Chunk | undefined {
  if (at + 8 > bytes.length) return undefined
  const size = new DataView(bytes.buffer, bytes.byteOffset + at + 4, 4).getUint32(0, true)
  const start = at + 8
  return {
    name: String.fromCharCode(...bytes.subarray(at, at + 4)),
    content: bytes.subarray(start, start + size),
    end: start + size + (size % 2),
  }
}

function still(extended: readonly number[], picture: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headBytes + 8 + extended.length + picture.length)
  const view = new DataView(bytes.buffer)
  const name = (at: number, text: string) =>
    bytes.set(
      Array.from(text, (letter) => letter.charCodeAt(0)),
      at,
    )
  name(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  name(8, 'WEBPVP8X')
  view.setUint32(16, extended.length, true)
  bytes.set(extended, 20)
  bytes.set(picture, 20 + extended.length)
  return bytes
}
