/** Where the parts of a path end; Windows pages have backslashes. */
const separators = /[/\\]+/u

/**
 * The path of what `address` names, from the root that `from` is a path of: what a page at `خبر/page.html` calls
 * `page_files/1.jpg` lies at `خبر/page_files/1.jpg`. Undefined for addresses of the web, absolute paths, drives, and what climbs above the
 * root: nothing but what came along can be meant.
 */
export function pathBeside(from: string, address: string): string | undefined {
  const [bare = ''] = address.trim().split(/[?#]/u, 1)
  if (bare === '' || bare.length > 2000 || /^[/\\]|^[a-z][a-z0-9+.-]*:/iu.test(bare)) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of bare.split(separators)) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The same name in whatever form a system writes it: a Mac takes letters and their marks apart, Windows knows no small letters. */
export const foldedPath = (path: string): string => path.normalize('NFC').toLowerCase()

/** Finds among files (by `foldedPath`) what an address means: as it stands, else with its percent signs read. */
export function findBeside<T>(files: ReadonlyMap<string, T>, from: string, address: string): T | undefined {
  for (const each of new Set([address, unescaped(address)])) {
    const path = pathBeside(from, each)
    const found = path === undefined ? undefined : files.get(foldedPath(path))
    if (found !== undefined) return found
  }
  return undefined
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address.split(/[?#]/u, 1)[0] ?? '')
  } catch {
    return address
  }
}
