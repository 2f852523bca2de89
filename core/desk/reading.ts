import { DeskError } from '../api/errors.ts'
import { sourceFor } from '../import/registry.ts'
import type { Archive, Beside, ImportedFile, ImportInput, ImportTools } from '../import/source.ts'
import { fromBase64 } from '../model/base64.ts'
import { storyBody, type StoryBody } from '../model/body.ts'
import { hasScheme } from '../model/beside.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { limits } from '../model/limits.ts'
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

/** A story in an archive in an archive is as deep as anybody sends one; a page saved as one file counts as one too. */
const mostNested = 3

/** Reads a file on whatever thread it is called on. @throws DeskError 'unsupported-file' | 'too-large' | 'unreadable' | 'bad-request' */
export async function readBrought(file: BroughtFile, tools: ReadingTools): Promise<ImportedFile> {
  const { beside } = file
  return readFile(inputOf(file), withinLimits(tools), beside && brought(beside))
}

/** The addresses by which a file calls what lies beside it, where it can be read at all. @throws as readBrought */
export async function addressesBeside(file: BroughtFile, tools: ReadingTools): Promise<string[]> {
  const addresses = new Set<string>()
  await readFile(inputOf(file), withinLimits(tools), (address) => {
    if (addresses.size < mostBeside && !hasScheme(address)) addresses.add(address)
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

/** All that is unpacked of one file, archives within it too, is as much as one archive may hold. */
function withinLimits(tools: ReadingTools): ReadingTools {
  const most = limits.archiveBytes
  let unpacked = 0
  const unzip = async (bytes: Uint8Array): Promise<Archive> => {
    const archive = await tools.unzip(bytes)
    const read = async (name: string) => {
      if (unpacked > most) throw tooLarge()
      const found = await archive.read(name)
      unpacked += found?.length ?? 0
      return found
    }
    return { names: archive.names, read }
  }
  const tooLarge = () =>
    new DeskError('too-large', `it unpacks to more than ${most} bytes`, { limit: 'archiveBytes', most })
  return { ...tools, unzip }
}

async function readFile(
  file: ImportInput,
  tools: ReadingTools,
  beside: Beside | undefined,
  depth = 0,
): Promise<ImportedFile> {
  if (depth > mostNested) throw new DeskError('unsupported-file', 'archives in archives without end')
  const source = sourceFor(file)
  if (!source) throw new DeskError('unsupported-file', `Midad does not read files such as ${file.name}`)
  const inside = (inner: ImportInput, there?: Beside) => readFile(inner, tools, there, depth + 1)
  const read = await asDeskError(async () => source.read(file, { ...tools, inside, beside }))
  for (const { body } of read.articles) requireStory(body)
  return read
}

/** What is stored must open again, whatever a reader made of a broken file. */
function requireStory(body: StoryBody): void {
  requireStorySize(measureBody(body))
  const { success, error } = storyBody.safeParse(body)
  if (success) return
  const { path = [], message } = error.issues[0] ?? {}
  throw new DeskError('unreadable', `no story can be made of it: ${path.join('.')} ${message}`)
}

/** A reader that stumbles over a broken file is no fault of Midad's that its user could do anything about. */
async function asDeskError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof DeskError) throw thrown
    // The engine's own: the stack, or a text longer than one may be.
    const isTooMuch = thrown instanceof RangeError
    throw new DeskError('unreadable', String(thrown), isTooMuch ? { reason: 'too-much' } : {})
  }
}
