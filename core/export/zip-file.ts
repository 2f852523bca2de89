import { deflateSync } from 'fflate'
import {
  endOfZip,
  headerBytes,
  putCentralHeader,
  putLocalHeader,
  type ZipHead,
} from '../model/zip-headers.ts'
import { passingUtf8, toUtf8 } from './utf8.ts'
import { noDate } from './zip-date.ts'

/** What packs bytes; a host that has it in its own machine code hands it in. The same bytes are packed alike each time. */
export interface Packer {
  /** Raw deflate (RFC 1951), from 1, quick, to 9, small. */
  deflate(bytes: Uint8Array, level: PackingLevel): Uint8Array
  /** As zips and PNG have it. */
  crc32(bytes: Uint8Array): number
  /** A text as UTF-8, to be looked at before the next one is asked for. */
  utf8(text: string): Uint8Array
}
type PackingLevel = 1 | 6 | 9

/** Bytes as they lie in a zip. */
export interface PackedBytes {
  packed: Uint8Array
  isDeflated: boolean
  crc32: number
  /** How many they are. */
  bytes: number
}
export interface FileOfZip extends PackedBytes {
  /** With `/`. */
  path: string
}

/** Deflated, or at level 0, and where that makes them no smaller, as they are. */
export function packedBytes(bytes: Uint8Array, level: 0 | PackingLevel, packer = ownPacker): PackedBytes {
  const deflated = level === 0 ? bytes : packer.deflate(bytes, level)
  const isDeflated = deflated.length < bytes.length
  return {
    packed: isDeflated ? deflated : bytes,
    isDeflated,
    crc32: packer.crc32(bytes),
    bytes: bytes.length,
  }
}

/** A text as UTF-8. What is shorter than `packedFrom` bytes is stored as it is. */
export function packedText(
  text: string,
  level: PackingLevel,
  { packer = ownPacker, packedFrom = 0 }: { packer?: Packer | undefined; packedFrom?: number } = {},
): PackedBytes {
  const passing = packer.utf8(text)
  const file = packedBytes(passing, passing.length < packedFrom ? 0 : level, packer)
  return file.isDeflated ? file : { ...file, packed: new Uint8Array(passing) }
}

/** Files in their order as one zip of less than 4 GiB. No clock stands in it: the same files give the same bytes. */
export function zipOf(files: readonly FileOfZip[], time = noDate): Uint8Array {
  const heads = files.map(({ path, packed, ...said }): ZipHead => ({
    ...said,
    name: toUtf8(path),
    time,
    packedBytes: packed.length,
    offset: 0,
  }))
  const end = endOfZip(heads.length, 0, 0)
  const length = heads.reduce(
    (sum, { name, packedBytes: size }) => sum + headerBytes(name) + size,
    end.length,
  )
  const bytes = new Uint8Array(length)
  let at = 0
  for (const [index, head] of heads.entries()) {
    head.offset = at
    at = putLocalHeader(bytes, at, head)
    const { packed } = files[index] as FileOfZip
    bytes.set(packed, at)
    at += packed.length
  }
  const start = at
  for (const head of heads) at = putCentralHeader(bytes, at, head)
  bytes.set(endOfZip(heads.length, start, at - start), at)
  return bytes
}

// A host hands in what is five times as fast.
const ownPacker: Packer = {
  deflate: (bytes, level) => deflateSync(bytes, { level }),
  crc32: (bytes) => {
    let crc = -1
    for (const byte of bytes) crc = (crc >>> 8) ^ (remainders[(crc ^ byte) & 255] as number)
    return ~crc >>> 0
  },
  utf8: passingUtf8,
}

/** Of each byte by the polynomial of APPNOTE 4.4.7, its lowest bit first. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let left = byte
  for (let bit = 0; bit < 8; bit += 1) left = (left >>> 1) ^ (left & 1 ? 0xedb88320 : 0)
  return left
})
