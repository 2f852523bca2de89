import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { DeskError } from '../../core/api/errors.ts'
import type { ReadingTools } from '../../core/desk/reading.ts'
import type { Archive } from '../../core/import/source.ts'
import { limits } from '../../core/model/limits.ts'
import { refuseKind } from './copy-contents.ts'
import { convertedByOffice } from './office.ts'
import { openZipInMemory, ZipFault, type OpenZip } from './zip-reader.ts'
import { mostRatio } from './zip-writer.ts'

/** What reading a file that comes in needs from Node. */
export const readingTools: ReadingTools = {
  unzip: (bytes) => asDeskError(() => unzip(bytes)),
  toDocx: (bytes, ending) => convertedByOffice(bytes, ending, 'docx'),
}

/** Below this much a part that packs very well is no bomb, bytes (reliability.md §5). */
const ratioCountsFrom = 1024 * 1024

async function unzip(bytes: Uint8Array): Promise<Archive> {
  const zip = await openZipInMemory(bytes)
  const entries = await entriesByName(zip)
  return {
    names: [...entries.keys()],
    read: (name) =>
      asDeskError(async () => {
        const entry = entries.get(name)
        return entry && readWhole(zip, entry)
      }),
  }
}

/** What was changed on its way would come in as somebody's words. @throws ZipFault */
async function readWhole(zip: OpenZip, entry: Entry): Promise<Uint8Array> {
  const bytes = await zip.read(entry)
  if (crc32(bytes) !== entry.crc32)
    throw new ZipFault('its bytes are not those that were packed', entry.fileName)
  // As any other: whoever reads it knows of no Buffer.
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Everything is looked at before anything is unpacked. yauzl itself refuses names that lead elsewhere. */
async function entriesByName(zip: OpenZip): Promise<Map<string, Entry>> {
  if (zip.count > limits.archiveFiles) throw tooLarge('archiveFiles')
  const entries = new Map<string, Entry>()
  const folded = new Set<string>()
  let declaredBytes = 0
  for await (const entry of zip.entries()) {
    const { fileName: name, uncompressedSize, compressedSize } = entry
    if (name.endsWith('/')) continue
    refuseKind(entry)
    const key = name.normalize('NFC').toLowerCase()
    if (folded.has(key)) throw new ZipFault('there are two of its name', name)
    folded.add(key)
    if (uncompressedSize > ratioCountsFrom && uncompressedSize > compressedSize * mostRatio) {
      throw new ZipFault(`it claims to have ${uncompressedSize} bytes`, name)
    }
    declaredBytes += uncompressedSize
    if (declaredBytes > limits.archiveBytes) throw tooLarge('archiveBytes')
    entries.set(name, entry)
  }
  return entries
}

const tooLarge = (limit: 'archiveFiles' | 'archiveBytes'): DeskError =>
  new DeskError('too-large', `the archive holds more than ${limits[limit]}`, { limit, most: limits[limit] })

async function asDeskError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    const { path, message, isLocked } = error
    const reason = isLocked ? 'locked' : 'archive'
    throw new DeskError('unreadable', path === undefined ? message : `${path}: ${message}`, { reason })
  }
}
