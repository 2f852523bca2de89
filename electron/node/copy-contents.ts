import { createHash } from 'node:crypto'
import type { Entry } from 'yauzl'
import { DeskError } from '../../core/api/errors.ts'
import { limits } from '../../core/model/limits.ts'
import {
  copyVersion,
  DistinctPaths,
  manifestHead,
  manifestName,
  manifestSchema,
  mostManifestBytes,
  type CopiedFile,
  type Manifest,
} from './copy-format.ts'
import { ZipFault, type OpenZip } from './zip-reader.ts'
import { mostRatio, ratioCountsFrom } from './zip-writer.ts'

/** What a copy holds, after everything that can be known without unpacking it has been looked at. */
export interface CopyContents {
  files: readonly CopiedFile[]
  /** Every folder of its files, those above first. */
  folders: readonly string[]
  /** The bytes of one of its files, if their size and hash are those of the manifest. @throws ZipFault */
  read(file: CopiedFile): Promise<Uint8Array>
}

/**
 * Reads the table of contents and the manifest, and holds each against the other.
 * @throws ZipFault for any fault | DeskError 'newer-copy' | Node's own errors of the disk
 */
export async function readContents(zip: OpenZip): Promise<CopyContents> {
  const paths = new DistinctPaths()
  const entries = await entriesByPath(zip, paths)
  const manifestEntry = entries.get(manifestName)
  if (!manifestEntry) throw new ZipFault('it is no copy of a library', manifestName)
  const { files } = parseManifest(await zip.read(manifestEntry))
  const listed = new Set([manifestName])
  for (const { path, bytes } of files) {
    const entry = entries.get(path)
    if (!entry || listed.has(path)) throw new ZipFault(entry ? 'it is listed twice' : 'it is missing', path)
    if (entry.uncompressedSize !== bytes) throw new ZipFault('it has another size than was saved', path)
    listed.add(path)
  }
  for (const path of entries.keys()) {
    if (!listed.has(path)) throw new ZipFault('the manifest does not know it', path)
  }
  return { files, folders: paths.folders(), read: (file) => readFile(zip, entries.get(file.path), file) }
}

async function readFile(
  zip: OpenZip,
  entry: Entry | undefined,
  { path, sha256 }: CopiedFile,
): Promise<Uint8Array> {
  if (!entry) throw new ZipFault('it is missing', path)
  const bytes = await zip.read(entry)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new ZipFault('its bytes are not those that were saved', path)
  }
  return bytes
}

async function entriesByPath(zip: OpenZip, paths: DistinctPaths): Promise<Map<string, Entry>> {
  if (zip.count > limits.copyFiles + 1) throw new ZipFault(`it claims ${zip.count} files`)
  const entries = new Map<string, Entry>()
  let declaredBytes = 0
  for await (const entry of zip.entries()) {
    const { fileName: path } = entry
    const fault = path === manifestName && !entries.has(path) ? undefined : paths.add(path)
    if (fault !== undefined) throw new ZipFault(fault, path)
    refuseKind(entry)
    refuseBomb(entry)
    declaredBytes += entry.uncompressedSize
    entries.set(path, entry)
  }
  // Entries may lie over each other: then each is small and all together are not.
  if (declaredBytes > ratioCountsFrom * 100 && declaredBytes > zip.size * mostRatio) {
    throw new ZipFault(`its ${zip.size} bytes claim to be ${declaredBytes}`)
  }
  return entries
}

const kindBits = 0o170000
const regularFile = 0o100000
const madeOnUnix = 3

/** A link would lead out of where it is unpacked. @throws ZipFault */
export function refuseKind({ fileName, versionMadeBy, externalFileAttributes }: Entry): void {
  const kind = (externalFileAttributes >>> 16) & kindBits
  // Only where the zip was made by a system that has kinds.
  if (versionMadeBy >>> 8 === madeOnUnix && kind !== 0 && kind !== regularFile) {
    throw new ZipFault('it is no plain file', fileName)
  }
}

function refuseBomb({ fileName, compressedSize, uncompressedSize }: Entry): void {
  const most = fileName === manifestName ? mostManifestBytes : limits.storedBytes
  const isBomb = uncompressedSize > ratioCountsFrom && uncompressedSize > compressedSize * mostRatio
  // What deflate adds to bytes that it cannot pack is far less than a hundredth.
  if (uncompressedSize > most || compressedSize > most * 1.01 || isBomb) {
    throw new ZipFault(`it claims to have ${uncompressedSize} bytes`, fileName)
  }
}

function parseManifest(bytes: Uint8Array): Manifest {
  const json = parseJson(bytes)
  const head = manifestHead.safeParse(json)
  if (!head.success) throw new ZipFault('it is no copy of a library', manifestName)
  if (head.data.version > copyVersion) {
    throw new DeskError(
      'newer-copy',
      `the copy was made by a newer Midad, in version ${head.data.version} of its form; this one opens ${copyVersion}`,
      { version: head.data.version },
    )
  }
  const read = manifestSchema.safeParse(json)
  if (!read.success) throw new ZipFault('the manifest cannot be read', manifestName)
  return read.data
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    throw new ZipFault('the manifest cannot be read', manifestName)
  }
}
