import { createHash } from 'node:crypto'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { BulkFile, OpenedFile } from '../../core/bulk/import-run.ts'
import { inNaturalOrder, isLeftBySystem } from '../../core/bulk/names.ts'
import { DeskError } from '../../core/api/errors.ts'
import { errorCode } from '../node/disk-errors.ts'

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
  if (isFolder) await look(path)
  else note(path)
  return inNaturalOrder(found).map(({ file }) => file)
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
