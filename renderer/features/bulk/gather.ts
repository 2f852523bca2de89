import { DeskError } from '../../../core/api/errors.ts'
import { besideEachOther } from '../../../core/bulk/beside.ts'
import type { BulkFile } from '../../../core/bulk/import-run.ts'
import { inNaturalOrder, isInHidden, isLeftBySystem } from '../../../core/bulk/names.ts'
import { base64Of } from '../../desk/pictures.ts'

/** What a person chose or let go over the window. */
export type Offered = File | FileSystemEntry

/** All files of it and of the folders in it, in their natural order, without what systems leave behind. */
export async function gather(offered: readonly Offered[]): Promise<BulkFile[]> {
  const found: BulkFile[] = []
  for (const each of offered) {
    if (each instanceof File) {
      const path = each.webkitRelativePath || each.name
      if (!isInHidden(path)) found.push(bulkFile(path, () => Promise.resolve(each)))
    } else await gatherEntry(each, found)
  }
  return besideEachOther(inNaturalOrder(found).map((file) => ({ path: file.path, file })))
}

/** Whether a folder is among it. */
export const hasFolder = (offered: readonly Offered[]): boolean =>
  offered.some((each) => (each instanceof File ? Boolean(each.webkitRelativePath) : each.isDirectory))

async function gatherEntry(entry: FileSystemEntry, found: BulkFile[]): Promise<void> {
  if (isLeftBySystem(entry.name)) return
  const path = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) {
    const file = entry as FileSystemFileEntry
    found.push(bulkFile(path, () => new Promise((resolve, reject) => file.file(resolve, reject))))
    return
  }
  try {
    for (const inside of await entriesIn(entry as FileSystemDirectoryEntry)) await gatherEntry(inside, found)
  } catch (thrown) {
    found.push(bulkFile(path, () => Promise.reject(thrown)))
  }
}

async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

function bulkFile(path: string, open: () => Promise<File>): BulkFile {
  return {
    path,
    open: async () => {
      const file = await readable(open())
      return {
        name: file.name,
        size: file.size,
        head: (bytes) => readable(base64Of(file.slice(0, bytes))),
        read: async () => {
          const bytes = await readable(file.arrayBuffer())
          const hash = await crypto.subtle.digest('SHA-256', bytes)
          return { base64: await base64Of(new Blob([bytes])), hash: new Uint8Array(hash).join() }
        },
      }
    },
  }
}

/** A browser says of a file that has gone, or that its user may not read, in an exception of its own. */
async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (thrown) {
    const isGone = thrown instanceof DOMException && thrown.name === 'NotFoundError'
    throw new DeskError('unreadable', isGone ? 'the file is no longer there' : 'the file cannot be read')
  }
}
