import { limits } from '../model/limits.ts'
import { findBeside, foldedPath } from '../model/beside.ts'
import { endingOf } from './names.ts'
import type { Ask } from './run.ts'
import { partOfSavedPage } from './saved-pages.ts'

const pictureEndings = new Set('.jpg .jpeg .jpe .jfif .png .gif .webp'.split(' '))

/** Kinds that hold their pictures themselves, or have none. */
const wholeKinds = new Set('.txt .text .zip .docx .odt .rtf .mht .mhtml .midad'.split(' '))

/** As much of a file (import-run.ts) as is needed to bring it with another. */
interface BesideFile {
  path: string
  open(): Promise<{ size: number; read(): Promise<{ base64: string }> }>
}
type Find = (address: string) => Promise<BesideFile | undefined>

/**
 * Files of one folder, by their paths in it (with `/`), in their order: each finds what lies beside it, and what a browser saved with a page is
 * no file of its own.
 */
export function besideEachOther<F extends BesideFile>(
  files: readonly { path: string; file: F }[],
): (F & { beside?: (address: string) => Promise<F | undefined> })[] {
  const isPart = partOfSavedPage(files.map(({ path }) => path))
  const own = files.filter(({ path }) => !isPart(path))
  const hasPictures =
    own.length < files.length || files.some(({ path }) => pictureEndings.has(endingOf(path)))
  if (!hasPictures) return own.map(({ file }) => file)
  const byPath = new Map(files.map(({ path, file }) => [foldedPath(path), file]))
  return own.map(({ path, file }) => ({
    ...file,
    beside: (address: string) => Promise.resolve(findBeside(byPath, path, address)),
  }))
}

/** A file that was brought to the desk with another. */
export interface Brought {
  address: string
  base64: string
  /** As the run has it. */
  path: string
}

const lettersOf = (bytes: number): number => Math.ceil(bytes / 3) * 4

/** What a file calls beside it and has there. What cannot be read, or is more than goes with one file (`mostBytes` together), stays away: the file is told so. */
export async function bringBeside(
  find: Find,
  { name, base64 }: { name: string; base64: string },
  ask: Ask,
  mostBytes: number = limits.fileBytes,
): Promise<Brought[]> {
  if (wholeKinds.has(endingOf(name))) return []
  const { addresses } = await ask('article.beside', { name, base64 })
  const found: Brought[] = []
  let left = lettersOf(mostBytes) - base64.length
  for (const address of addresses) {
    const picture = await contentOf(await find(address), left)
    if (!picture) continue
    left -= picture.base64.length
    found.push({ address, ...picture })
  }
  return found
}

async function contentOf(file: BesideFile | undefined, mostBase64: number) {
  if (!file) return undefined
  try {
    const opened = await file.open()
    if (lettersOf(opened.size) > mostBase64) return undefined
    return { base64: (await opened.read()).base64, path: file.path }
  } catch {
    return undefined
  }
}
