import { DeskError } from '../api/errors.ts'
import { sourceFor } from '../import/registry.ts'
import type { Beside, ImportedFile, ImportInput, ImportTools } from '../import/source.ts'
import { fromBase64 } from '../model/base64.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { measureBody } from '../model/measure.ts'
import { requireStorySize } from './sizes.ts'

/** A file as it comes through the door. */
export interface BroughtFile {
  name: string
  base64: string
  language?: LanguageCode | undefined
  /** What lies beside it, each under the address by which the file calls it. */
  beside?: readonly { address: string; base64: string }[] | undefined
}
/** What reading needs from the machine. */
export type ReadingTools = Omit<ImportTools, 'inside' | 'beside'>

/** An archive in an archive in an archive is nobody's way to send a story. */
const mostNested = 2

/** Reads a file on whatever thread it is called on. @throws DeskError 'unsupported-file' | 'too-large' | 'unreadable' | 'bad-request' */
export async function readBrought(file: BroughtFile, tools: ReadingTools): Promise<ImportedFile> {
  const { beside } = file
  return readFile(inputOf(file), tools, beside && brought(beside))
}

/** The addresses by which a file calls what lies beside it, where it can be read at all. @throws as readBrought */
export async function addressesBeside(file: BroughtFile, tools: ReadingTools): Promise<string[]> {
  const addresses = new Set<string>()
  await readFile(inputOf(file), tools, (address) => {
    if (addresses.size < mostBeside) addresses.add(address)
    return Promise.resolve(undefined)
  })
  return [...addresses]
}

/** More than this is no article's. */
const mostBeside = 200

function inputOf({ name, base64, language }: BroughtFile): ImportInput {
  return { name, bytes: bytesOf(base64), language }
}

function bytesOf(base64: string): Uint8Array {
  const bytes = fromBase64(base64)
  if (!bytes) throw new DeskError('bad-request', 'not base64')
  return bytes
}

function brought(files: NonNullable<BroughtFile['beside']>): Beside {
  const byAddress = new Map(files.map(({ address, base64 }) => [address, base64]))
  return (address) => {
    const base64 = byAddress.get(address)
    return Promise.resolve(base64 === undefined ? undefined : bytesOf(base64))
  }
}

async function readFile(
  file: ImportInput,
  tools: ReadingTools,
  beside: Beside | undefined,
  depth = 0,
): Promise<ImportedFile> {
  if (depth > mostNested) throw new DeskError('unsupported-file', 'an archive in an archive in an archive')
  const source = sourceFor(file)
  if (!source) throw new DeskError('unsupported-file', `Midad does not read files such as ${file.name}`)
  const inside = (inner: ImportInput, there?: Beside) => readFile(inner, tools, there, depth + 1)
  const read = await source.read(file, { ...tools, inside, beside })
  for (const { body } of read.articles) requireStorySize(measureBody(body))
  return read
}
