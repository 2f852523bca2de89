import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import decoderOfJpeg from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js'
import encoderOfJpeg from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js'
import * as png from '@jsquash/png/codec/pkg/squoosh_png.js'
import * as resizer from '@jsquash/resize/lib/resize/pkg/squoosh_resize.js'
import decoderOfWebp from '@jsquash/webp/codec/dec/webp_dec.js'
import { readPicture } from '../../core/model/picture.ts'
import { firstFrameOfGif } from './gif-frame.ts'
import type { Pixels } from './pixels.ts'
import { firstFrameOfWebp } from './webp-frame.ts'

// What the codecs make their answers with, and Node has not.
class ImageDataOfNode {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
Object.assign(globalThis, { ImageData: ImageDataOfNode })

/** What of WebAssembly is used: its types come with those of a browser, which Node's have not. */
interface Engine {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: object }
}
const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly
const require = createRequire(import.meta.url)
const compiled = async (file: string): Promise<object> =>
  new engine.Module(await readFile(require.resolve(file)))

interface Decoder {
  /** JPEG's is asked whether it is turned as EXIF says. */
  decode(bytes: Uint8Array, ...isTurnedByExif: boolean[]): ImageDataOfNode | null
}
interface JpegEncoder {
  encode(data: Uint8Array, width: number, height: number, options: object): Uint8Array
}
type Emscripten = (options: object) => Promise<unknown>

/** Emscripten's module over bytes of ours: its own way of loading is a browser's. It is silent. */
async function emscripten<T>(start: unknown, file: string): Promise<T> {
  const module = await compiled(file)
  const silent = (): void => undefined
  return (await (start as Emscripten)({
    noInitialRun: true,
    print: silent,
    printErr: silent,
    instantiateWasm: (imports: object, done: (instance: object) => void) => {
      const instance = new engine.Instance(module, imports)
      done(instance)
      return instance.exports
    },
  })) as T
}

const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | undefined
  return () => (loaded ??= load())
}
const jpegDecoder = startedAgain(decoderOfJpeg, '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm', true)
const webpDecoder = startedAgain(decoderOfWebp, '@jsquash/webp/codec/dec/webp_dec.wasm')
const jpegEncoder = once(() =>
  emscripten<JpegEncoder>(encoderOfJpeg, '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
)
const pngCodec = once(async () => {
  png.initSync(await compiled('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))
  return png
})
const resize = once(async () => {
  resizer.initSync(await compiled('@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm'))
  return resizer.resize
})

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8ClampedArray | Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/**
 * Of what moves the first frame. @throws where it is no JPEG, PNG, WebP or GIF that can be unpacked (one of four printing colours, a
 * broken one)
 */
export async function unpackPicture(bytes: Uint8Array, mime: string): Promise<Pixels> {
  switch (mime) {
    case 'image/gif':
      return firstFrameOfGif(bytes)
    case 'image/webp':
      return unpackWebp(bytes)
    case 'image/jpeg':
      return pixelsOf(await jpegDecoder(bytes))
    default:
      return pixelsOf((await pngCodec()).decode(bytes) as ImageDataOfNode)
  }
}

const pixelsOf = ({ data, width, height }: ImageDataOfNode): Pixels => ({
  data: bytesOf(data),
  width,
  height,
})

async function unpackWebp(bytes: Uint8Array): Promise<Pixels> {
  const frame = firstFrameOfWebp(bytes)
  const size = readPicture(bytes)
  const seen = pixelsOf(await webpDecoder(frame?.bytes ?? bytes))
  return frame && size ? laidOn(size, seen, frame) : seen
}

/** On a ground of this size that is transparent; what is outside of it is not seen. */
function laidOn(
  { width, height }: { width: number; height: number },
  seen: Pixels,
  { x, y }: { x: number; y: number },
): Pixels {
  const data = new Uint8Array(width * height * 4)
  const wide = Math.max(0, Math.min(seen.width, width - x))
  for (let row = 0; row < Math.min(seen.height, height - y); row += 1) {
    const from = row * seen.width * 4
    data.set(seen.data.subarray(from, from + wide * 4), ((y + row) * width + x) * 4)
  }
  return { data, width, height }
}

/** Unpacks one picture after the other. One that breaks it has ended it as a program ends: the next begins with another. */
function startedAgain(
  start: unknown,
  file: string,
  ...isTurnedByExif: boolean[]
): (bytes: Uint8Array) => Promise<ImageDataOfNode> {
  let decoder: Promise<Decoder> | undefined
  return async (bytes) => {
    decoder ??= emscripten<Decoder>(start, file)
    try {
      const picture = (await decoder).decode(bytes, ...isTurnedByExif)
      if (!picture) throw new Error('it cannot be unpacked')
      return picture
    } catch (error) {
      decoder = undefined
      throw error
    }
  }
}

/** MozJPEG's own recommendations for photographs on the web, and a quality at which nobody sees the difference at this size. */
const jpegOptions = {
  quality: 80,
  baseline: false,
  arithmetic: false,
  progressive: true,
  optimize_coding: true,
  smoothing: 0,
  color_space: 3,
  quant_table: 3,
  trellis_multipass: false,
  trellis_opt_zero: false,
  trellis_opt_table: false,
  trellis_loops: 1,
  auto_subsample: true,
  chroma_subsample: 2,
  separate_chroma_quality: false,
  chroma_quality: 80,
}

export async function packJpeg({ data, width, height }: Pixels): Promise<Uint8Array> {
  return Uint8Array.from((await jpegEncoder()).encode(data, width, height, jpegOptions))
}

export async function packPng({ data, width, height }: Pixels): Promise<Uint8Array> {
  return Uint8Array.from((await pngCodec()).encode(data, width, height, 8))
}

/** Lanczos over light as it is, not over the numbers that stand for it; without that thin bright lines go dark. */
export async function resized(
  { data, width, height }: Pixels,
  to: { width: number; height: number; isOpaque: boolean },
): Promise<Pixels> {
  const lanczos = 3
  const small = (await resize())(data, width, height, to.width, to.height, lanczos, !to.isOpaque, true)
  return { data: bytesOf(small), width: to.width, height: to.height }
}
