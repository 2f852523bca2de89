import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'

/** One way in which a file goes bad: from its bytes, and those of the same kind of another article, to what then lies there. */
export interface Damage {
  name: string
  /** Absent where the place is taken by something that is no plain run of bytes. */
  bytes?: (own: Buffer, another: Buffer) => Uint8Array
  lay?: (path: string) => Promise<void>
}

const turned = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0b1_0000
  return copy
}
const half = (bytes: Buffer): number => Math.floor(bytes.length / 2)

/** More than Midad reads of any file: without taking room on the disk. */
export const hugeBytes = 101 * 1024 * 1024

/** THE table of damage: reliability.md §8, "20 corruptions × each file kind". */
export const damages: readonly Damage[] = [
  { name: 'empty', bytes: () => Buffer.alloc(0) },
  { name: 'cut in the middle', bytes: (own) => own.subarray(0, half(own)) },
  { name: 'cut at its end', bytes: (own) => own.subarray(0, own.length - 3) },
  { name: 'cut to a byte', bytes: (own) => own.subarray(0, 1) },
  { name: 'without its beginning', bytes: (own) => own.subarray(20) },
  { name: 'zeroed', bytes: (own) => Buffer.alloc(own.length) },
  {
    name: 'zeroed from the middle',
    bytes: (own) => Buffer.concat([own.subarray(0, half(own)), Buffer.alloc(half(own))]),
  },
  { name: 'zeroed for a stretch', bytes: (own) => Buffer.from(own).fill(0, half(own), half(own) + 16) },
  {
    name: 'with a turned bit at its beginning',
    bytes: (own) => turned(own, own.indexOf('{') === -1 ? 0 : own.indexOf('{')),
  },
  { name: 'with a turned bit at its end', bytes: (own) => turned(own, Math.max(own.lastIndexOf('}'), 0)) },
  { name: 'inverted', bytes: (own) => Buffer.from(own.map((byte) => 255 - byte)) },
  { name: "another article's", bytes: (_own, another) => another },
  { name: 'in UTF-16', bytes: (own) => Buffer.from(own.toString('utf8'), 'utf16le') },
  {
    name: 'in windows-1256',
    bytes: (own) =>
      Buffer.concat([
        own.subarray(0, half(own)),
        Buffer.from([0xc7, 0xe1, 0xce, 0xc8]),
        own.subarray(half(own)),
      ]),
  },
  { name: 'other JSON', bytes: () => Buffer.from('{"hello":1}') },
  { name: 'a list', bytes: () => Buffer.from('[]') },
  { name: 'nested to the brim', bytes: () => Buffer.from('['.repeat(20_000) + ']'.repeat(20_000)) },
  { name: 'polluting', bytes: () => Buffer.from('{"__proto__":{"x":1}}') },
  { name: 'with something behind it', bytes: (own) => Buffer.concat([own, Buffer.from('}}ملاحظة')]) },
  { name: 'of noise', bytes: (own) => Buffer.from(own.map((_byte, at) => (at * 7919 + 13) % 256)) },
  { name: 'huge', lay: (path) => truncate(path, hugeBytes) },
  {
    name: 'a folder',
    async lay(path) {
      await rm(path)
      await mkdir(path)
    },
  },
]

/** Does it to a file. */
export async function spoil(damage: Damage, path: string, another: string): Promise<void> {
  if (damage.lay) await damage.lay(path)
  else if (damage.bytes) await writeFile(path, damage.bytes(await readFile(path), await readFile(another)))
}
