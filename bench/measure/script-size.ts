import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Bytes that brotli of the highest quality makes of it. */
export function brotliBytes(code: string | Uint8Array): number {
  return brotliCompressSync(code, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).byteLength
}

/** Scripts of a built page, each compressed by itself as a host would send it; bytes. */
export interface ScriptSize {
  count: number
  raw: number
  brotli: number
}

/** The size of these scripts of the page built in `folder`, by the paths that the browser asked for. */
export async function scriptSize(folder: string, paths: readonly string[]): Promise<ScriptSize> {
  const files = await Promise.all(paths.map((path) => readFile(join(folder, path))))
  return {
    count: files.length,
    raw: files.reduce((sum, { byteLength }) => sum + byteLength, 0),
    brotli: files.reduce((sum, bytes) => sum + brotliBytes(bytes), 0),
  }
}

/** The scripts that a page names itself: its entry and what it asks to be read ahead with it. */
export const scriptsNamedIn = (html: string): string[] =>
  [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => path ?? '')
