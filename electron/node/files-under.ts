import { createHash } from 'node:crypto'
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { besideEachOther } from '../../core/bulk/beside.ts'
import type { BulkFile, OpenedFile } from '../../core/bulk/import-run.ts'
import { inNaturalOrder, isLeftBySystem } from '../../core/bulk/names.ts'
import { partOfSavedPage } from '../../core/bulk/saved-pages.ts'
import { DeskError } from '../../core/api/errors.ts'
import { pathsBeside } from '../../core/model/beside.ts'
import { errorCode } from './disk-errors.ts'

/** What lies there: the file itself, or every file in the folder and below, in their natural order. */
export async function filesUnder(path: string): Promise<BulkFile[]> {
  const found: { path: string; file: BulkFile }[] = []
  const look = async (inside: string): Promise<void> => {
    try {
      for (const entry of await readdir(inside, { withFileTypes: true })) {
        if (isLeftBySystem(entry.name)) continue
        const there = join(inside, entry.name)
        // Not through links: they can lead in a circle.
        if (entry.isDirectory()) await look(there)
        else note(there)
      }
    } catch (error) {
      note(inside, error)
    }
  }
  const note = (there: string, problem?: unknown): void => {
    const file = { path: there, open: () => openFile(there, problem) }
    found.push({ path: relative(path, there).split(sep).join('/'), file })
  }
  const isFolder = await stat(path).then(
    (about) => about.isDirectory(),
    () => false,
  )
  // Of what is named itself the name is nobody's business; what is wrong with it is said when its turn comes.
  if (!isFolder) return [loneFile(path)]
  await look(path)
  return besideEachOther(inNaturalOrder(found))
}

/**
 * A file that was named by itself. Of what lies around it, it may call only the folder that was saved with it, and `media/`: its writer
 * is not to fetch the pictures of whoever reads it.
 */
export function loneFile(path: string): BulkFile {
  const name = basename(path)
  const isPart = (there: string) => there.startsWith('media/') || partOfSavedPage([name])(there)
  return {
    path,
    open: () => openFile(path, undefined),
    beside: async (address) => {
      for (const there of pathsBeside(name, address)) {
        if (!isPart(there)) continue
        const found = join(dirname(path), ...there.split('/'))
        if (await liesIn(dirname(path), found)) return { path: found, open: () => openFile(found, undefined) }
      }
      return undefined
    },
  }
}

/** Not through a link that leads elsewhere. */
async function liesIn(folder: string, path: string): Promise<boolean> {
  try {
    const there = relative(await realpath(folder), await realpath(path))
    return there !== '' && there !== '..' && !there.startsWith(`..${sep}`) && !isAbsolute(there)
  } catch {
    return false
  }
}

async function openFile(path: string, problem: unknown): Promise<OpenedFile> {
  if (problem !== undefined) throw readFailure(problem)
  const about = await stat(path).catch((error: unknown) => {
    throw readFailure(error)
  })
  if (!about.isFile()) throw new DeskError('unsupported-file', 'neither a file nor a folder')
  return {
    name: basename(path),
    size: about.size,
    head: (bytes) => readHead(path, bytes),
    read: async () => {
      const bytes = await readFile(path).catch((error: unknown) => {
        throw readFailure(error)
      })
      return {
        base64: bytes.toString('base64'),
        hash: createHash('sha256').update(bytes).digest('base64'),
      }
    },
  }
}

async function readHead(path: string, bytes: number): Promise<string> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
      return buffer.subarray(0, bytesRead).toString('base64')
    } finally {
      await file.close()
    }
  } catch (error) {
    throw readFailure(error)
  }
}

const codeOf: Record<string, DeskError['code']> = {
  ENOENT: 'not-found',
  EACCES: 'unreadable',
  EPERM: 'unreadable',
}

function readFailure(thrown: unknown): unknown {
  const known = codeOf[errorCode(thrown) ?? '']
  if (!known) return thrown
  return new DeskError(known, known === 'not-found' ? 'there is no such file' : 'it cannot be read')
}
