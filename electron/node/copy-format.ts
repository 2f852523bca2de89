import { z } from 'zod'
import { limits } from '../../core/model/limits.ts'
import { isArticleId } from './library-folder.ts'
import { tempName } from './write-whole.ts'

/** The last entry of a copy: what else is in it. */
export const manifestName = 'manifest.json'
/** Of the copies that this Midad makes, and the newest that it opens. */
export const copyVersion = 1
export const mostManifestBytes = 256 * 1024 * 1024

/** One file of the library: its path there with `/`, and what was put into the copy. */
const copiedFile = z.object({
  path: z.string().min(1).max(1024),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type CopiedFile = z.infer<typeof copiedFile>

/** Enough of any manifest to see what made it. */
export const manifestHead = z.object({ format: z.literal('midad-copy'), version: z.number().int().min(1) })
export const manifestSchema = manifestHead.extend({
  /** ISO 8601. */
  madeAt: z.string(),
  /** The version of the Midad that made it. */
  app: z.string(),
  /** Those of the library; what lies in the trash is not counted. */
  articles: z.number().int().min(0),
  files: z.array(copiedFile).max(limits.copyFiles),
})
export type Manifest = z.infer<typeof manifestSchema>

const wholeFiles = ['library.json', 'desk/settings.json', 'story-types.json']
const folders = ['articles', 'journals', 'trash', 'set-aside', 'themes', 'spelling']

/** True for what a copy holds: the truth, no lock, no cache, and above all no address of a host, which is a secret. */
export function isCopied(path: string): boolean {
  if (wholeFiles.includes(path)) return true
  const [top = '', ...rest] = path.split('/')
  return folders.includes(top) && rest.length > 0 && !rest.some((name) => isLeftOut(name))
}

/** Temp files of ours, and what systems leave in folders that somebody has looked at. */
export const isLeftOut = (name: string): boolean => tempName.test(name) || leftBySystems.has(name)
const leftBySystems = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/** True for the path of an article's file among the articles. */
export function isArticlePath(path: string): boolean {
  const [top, id = '', name, ...more] = path.split('/')
  return top === 'articles' && isArticleId(id) && name === 'article.json' && more.length === 0
}

const longestName = 255
// Windows: no file may be called so, whatever its extension; superscripts count as digits there.
const deviceName = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:\.|$)/i
// Windows takes none of them; a colon would write into a stream beside the file.
// oxlint-disable-next-line no-control-regex -- what no file name may hold
const forbidden = /[\u0000-\u001f\u007f<>:"|?*\\]|[. ]$/

const hasLoneSurrogate = (name: string): boolean => /\p{Cs}/u.test(name)

/**
 * Why a path cannot be in a copy, in English; undefined where it can on every computer. Rules of Windows, which are
 * the narrowest (reliability.md §5, "File names").
 */
export function faultOfPath(path: string): string | undefined {
  for (const name of path.split('/')) {
    if (name === '' || name === '.' || name === '..') return 'it leads elsewhere'
    if (forbidden.test(name) || hasLoneSurrogate(name))
      return 'its name has characters that not every computer takes'
    if (deviceName.test(name)) return 'it is named as a device of Windows is'
    if (Buffer.byteLength(name) > longestName) return 'its name is too long'
  }
  if (path.length > 1024) return 'its path is too long'
  return isCopied(path) ? undefined : 'it is no part of a library'
}

/** Two names that some file system takes for one are equal here (NFC and case fold). */
const folded = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')

/** The paths of one copy; each has a place of its own on every file system. */
export class DistinctPaths {
  readonly #files = new Set<string>()
  readonly #folders = new Map<string, string>()

  /** Takes it in; answers why it cannot be in this copy, undefined where it can. */
  add(path: string): string | undefined {
    const fault = faultOfPath(path)
    if (fault !== undefined) return fault
    const key = folded(path)
    if (this.#files.has(key) || this.#folders.has(key)) return 'there are two of its name'
    this.#files.add(key)
    return this.#addFolders(path)
  }

  /** Every folder that holds one of them, those above first. */
  folders(): string[] {
    return [...this.#folders.values()].toSorted()
  }

  #addFolders(path: string): string | undefined {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end)
      const key = folded(folder)
      const known = this.#folders.get(key)
      if (this.#files.has(key) || (known !== undefined && known !== folder)) {
        return 'there are two of its name'
      }
      this.#folders.set(key, folder)
    }
    return undefined
  }
}
