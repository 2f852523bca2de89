import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { unlessMissing } from './disk-errors.ts'
import type { Disk } from './disk.ts'
import { several } from './several.ts'
import { tempName } from './write-whole.ts'

/** A file, folder or other thing in a library's folder, by its path there with `/`. */
export interface TreeEntry {
  path: string
  kind: 'file' | 'folder' | 'other'
  size: number
  mtimeMs: number
  mode: number
}

/** Who holds the folder, and the address of a host with its secret: of this moment, and no part of what lies there. */
export const ofTheMoment = ['lock.json', 'desk/host.json']
const isOfTheMoment = (path: string): boolean =>
  ofTheMoment.includes(path) || (!path.includes('/') && tempName.exec(path)?.groups?.target === 'lock.json')

/** Everything in a folder but what is only of this moment; folders before what they hold. What goes meanwhile is left out. */
export async function readTree(disk: Disk, root: string): Promise<TreeEntry[]> {
  const found: TreeEntry[] = []
  let level = ['']
  while (level.length > 0) {
    const folders: string[] = []
    await several(level, async (folder) => {
      const names = (await unlessMissing(disk.readdir(join(root, folder)))) ?? []
      for (const { name, kind } of names) {
        const path = folder ? `${folder}/${name}` : name
        if (isOfTheMoment(path)) continue
        const stat = kind === 'other' ? other : await unlessMissing(disk.stat(join(root, path)))
        if (!stat) continue
        found.push({ path, kind, size: stat.size, mtimeMs: stat.mtimeMs, mode: stat.mode })
        if (kind === 'folder') folders.push(path)
      }
    })
    level = folders
  }
  return found.sort((one, two) => (one.path < two.path ? -1 : 1))
}
// A link is not followed: what it leads to is not asked.
const other = { size: 0, mtimeMs: 0, mode: 0 }

/** What tells whether anything in a tree has changed, from sizes and times alone. */
export function printOf(tree: readonly TreeEntry[]): string {
  const hash = createHash('sha256')
  for (const { path, kind, size, mtimeMs } of tree)
    if (kind === 'file') hash.update(`${path}\n${size}\n${mtimeMs}\n`)
  return hash.digest('hex')
}

/** Disks give room by blocks, of this many bytes on most; a file's own record takes about as much. */
const blockBytes = 4096
/** The room on a disk that an entry takes, in bytes. */
export const roomOf = ({ kind, size }: TreeEntry): number =>
  (kind === 'file' ? Math.ceil(size / blockBytes) * blockBytes : 0) + blockBytes

export const roomOfAll = (tree: readonly TreeEntry[]): number =>
  tree.reduce((sum, entry) => sum + roomOf(entry), 0)
