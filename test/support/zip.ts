import { buffer } from 'node:stream/consumers'
import { ZipFile, type Options } from 'yazl'

/** A zip of these files, as another program writes one. */
export async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<Options> = {},
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, bytes] of Object.entries(files))
    zip.addBuffer(Buffer.from(bytes), path, { mtime: new Date(0), ...options })
  zip.end()
  return buffer(zip.outputStream)
}

/** The same zip with a name put over another of the same length, in both places where a zip has it: yazl mends or refuses hostile names. */
export function renamed(zip: Uint8Array, from: string, to: string): Buffer {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error('names of different lengths')
  return Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, latin(to)), 'latin1')
}

const latin = (text: string): string => Buffer.from(text).toString('latin1')
