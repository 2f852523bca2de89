import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPicture } from '../../core/model/picture.ts'
import { limits } from '../../core/model/limits.ts'

const extensions = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp'])
const longestMarkup = 5 * 1024 * 1024

/** Where word processors lay the pictures of what they copied: the system's temporary folder, and Office's own on macOS. */
export const pastedFolders = (): string[] => [
  tmpdir(),
  join(homedir(), 'Library/Group Containers/UBF8T346G9.Office/TemporaryItems'),
]

/** Whether the markup of a clipboard shows a picture from this very address. */
function isNamedIn(markup: string, address: string): boolean {
  const images = markup
    .slice(0, longestMarkup)
    .matchAll(/<img\s[^>]*?\bsrc=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)
  for (const [, double, single, bare] of images) {
    const named = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&')
    if (named === address) return true
  }
  return false
}

/** The path of a `file:` address on this computer; undefined for another computer's, which would be asked over the network. */
function pathOf(address: string): string | undefined {
  const url = URL.parse(address)
  if (url?.protocol !== 'file:' || (url.hostname !== '' && url.hostname !== 'localhost')) return undefined
  url.hostname = ''
  try {
    return fileURLToPath(url)
  } catch {
    return undefined
  }
}

/**
 * The picture in a file that the clipboard's markup names; null for anything else: a file that it does not name, one
 * outside `folders`, of another computer, over the size of a picture, or that is none by its bytes.
 */
export async function readPastedPicture(
  address: string,
  markup: string,
  folders: readonly string[] = pastedFolders(),
): Promise<{ mime: string; base64: string } | null> {
  const path = isNamedIn(markup, address) ? pathOf(address) : undefined
  if (path === undefined || !extensions.has(extname(path).toLowerCase())) return null
  try {
    // As the disk has it: neither `..` nor a link leads out of the folder.
    const real = await realpath(path)
    const homes = await Promise.all(folders.map((folder) => realpath(folder).catch(() => undefined)))
    if (!homes.some((home) => home !== undefined && real.startsWith(home + sep))) return null
    const bytes = await readFile(real)
    const picture = bytes && readPicture(bytes)
    return bytes && picture ? { mime: picture.mime, base64: bytes.toString('base64') } : null
  } catch {
    return null
  }
}

async function readFile(path: string): Promise<Buffer | undefined> {
  const file = await open(
    path,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  )
  try {
    const stat = await file.stat()
    return stat.isFile() && stat.size <= limits.pictureBytes ? await file.readFile() : undefined
  } finally {
    await file.close()
  }
}
