import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import encoderOfWebp from '@jsquash/webp/codec/enc/webp_enc.js'
import { defaultOptions } from '@jsquash/webp/meta.js'
import type { Pixels } from '../../electron/node/pixels.ts'

interface Size {
  width: number
  height: number
}
interface Encoder {
  encode(data: Uint8Array, width: number, height: number, options: object): Uint8Array
}
let encoder: Promise<Encoder> | undefined

/** As libwebp packs it. Its encoder is in no build of ours. */
export async function packWebp(
  { data, width, height }: Pixels,
  isLossless = false,
  profile?: Uint8Array,
): Promise<Uint8Array> {
  const require = createRequire(import.meta.url)
  const wasmBinary = await readFile(require.resolve('@jsquash/webp/codec/enc/webp_enc.wasm'))
  encoder ??= (encoderOfWebp as unknown as (options: object) => Promise<Encoder>)({
    noInitialRun: true,
    wasmBinary,
  })
  const options = { ...defaultOptions, quality: 95, lossless: isLossless ? 1 : 0 }
  const packed = Uint8Array.from((await encoder).encode(data, width, height, options))
  if (!profile) return packed
  const head = [0x20, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]
  return riff([...chunk('VP8X', head), ...chunk('ICCP', profile), ...packed.subarray(12)])
}

/** A film of frames that each lie at this place; `claimed`: as large as each is said to be. */
export function movingWebp(
  { width, height }: Size,
  { x, y }: { x: number; y: number },
  frames: readonly Uint8Array[],
  claimed: Size = { width: 64, height: 32 },
): Uint8Array {
  const head = [0x12, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]
  const place = [...little(x / 2, 3), ...little(y / 2, 3)]
  const size = [...little(claimed.width - 1, 3), ...little(claimed.height - 1, 3)]
  return riff([
    ...chunk('VP8X', head),
    ...chunk('ANIM', [0, 0, 0, 0, 0, 0]),
    ...frames.flatMap((frame) => chunk('ANMF', [...place, ...size, 100, 0, 0, 0, ...frame.subarray(12)])),
  ])
}

/** Frames as large as they are, each of at most eight colours; no code is longer than it begins: the table is cleared before. */
export function gifOf(
  { width, height }: Size,
  frames: readonly Pixels[],
  { x = 0, y = 0, isInterlaced = false } = {},
): Uint8Array {
  const colours = [...new Set(frames.flatMap((frame) => coloursOf(frame)))]
  const table = Array.from({ length: 8 }, (_none, at) => colours[at]?.split(',').map(Number) ?? [0, 0, 0])
  const parts = frames.map((frame) => {
    const all = coloursOf(frame)
    const rows = Array.from({ length: frame.height }, (_none, row) => row)
    const order = isInterlaced
      ? [
          [0, 8],
          [4, 8],
          [2, 4],
          [1, 2],
        ].flatMap(([from = 0, step = 1]) => rows.filter((row) => row >= from && (row - from) % step === 0))
      : rows
    const indices = order.flatMap((row) =>
      all.slice(row * frame.width, (row + 1) * frame.width).map((colour) => colours.indexOf(colour)),
    )
    const place = [x, y, frame.width, frame.height].flatMap((part) => little(part, 2))
    return [
      0x21,
      0xf9,
      4,
      0,
      10,
      0,
      0,
      0,
      0x2c,
      ...place,
      isInterlaced ? 0x40 : 0,
      3,
      ...pieces(lzw(indices)),
      0,
    ]
  })
  const screen = [...little(width, 2), ...little(height, 2), 0x80 | 2, 0, 0]
  return Uint8Array.from([...ascii('GIF89a'), ...screen, ...table.flat(), ...parts.flat(), 0x3b])
}

const coloursOf = ({ data }: Pixels): string[] =>
  Array.from({ length: data.length / 4 }, (_none, at) => data.subarray(at * 4, at * 4 + 3).join(','))

/** Four bits a code; after six of them the codes begin anew. */
function lzw(indices: readonly number[]): number[] {
  const codes = indices.flatMap((index, at) => (at % 6 === 0 ? [8, index] : [index]))
  const all = [...codes, 9, 0].slice(0, (codes.length + 2) & ~1)
  return Array.from(
    { length: all.length / 2 },
    (_none, at) => (all[at * 2] ?? 0) | ((all[at * 2 + 1] ?? 0) << 4),
  )
}

const pieces = (bytes: readonly number[]): number[] =>
  Array.from({ length: Math.ceil(bytes.length / 255) }, (_none, at) => {
    const piece = bytes.slice(at * 255, (at + 1) * 255)
    return [piece.length, ...piece]
  }).flat()

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const little = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_none, at) => Math.floor(value / 256 ** at) & 255)
const chunk = (name: string, content: ArrayLike<number>): number[] => {
  const bytes = Array.from(content)
  return [...ascii(name), ...little(bytes.length, 4), ...bytes, ...(bytes.length % 2 ? [0] : [])]
}
const riff = (content: readonly number[]): Uint8Array =>
  Uint8Array.from([...ascii('RIFF'), ...little(content.length + 4, 4), ...ascii('WEBP'), ...content])
