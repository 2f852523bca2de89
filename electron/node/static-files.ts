import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** A built file of the page, whole in memory. */
export interface StaticFile {
  bytes: Uint8Array
  mime: string
  cacheControl: string
}

// Only these leave the host: a file of another kind in the folder is not part of the page.
const mimeOf: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.gz': 'application/gzip',
}
/** The name that vite gives a file by its content: `assets/app-D3adB33f.js`. */
const hashedName = /-[\w-]{8}\.\w+$/

/**
 * Every file under `folder` by the exact path that asks for it; `/` is index.html. A request is answered from this
 * map and never from the disk, so no path in a URL can lead anywhere. Rejects where the folder cannot be read.
 */
export async function readStaticFiles(folder: string): Promise<Map<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, StaticFile>()
  for (const entry of entries) {
    const mime = mimeOf[extname(entry.name)]
    if (!entry.isFile() || !mime) continue
    const path = join(entry.parentPath, entry.name)
    const urlPath = `/${encodeURI(relative(folder, path).split(sep).join('/'))}`
    const cacheControl = hashedName.test(entry.name) ? 'public, max-age=31536000, immutable' : 'no-cache'
    files.set(urlPath, { bytes: await readFile(path), mime, cacheControl })
  }
  const index = files.get('/index.html')
  if (index) files.set('/', index)
  return files
}
