import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile, type Options } from 'yazl'
import { article, filesUnder, idOf, lay } from './temp-library.ts'

const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const picture = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 7919) % 251)

/** A library with something of every kind, in Arabic and Kurdish; what does not belong into a copy too. */
export async function layLibrary(folder: string): Promise<void> {
  const put = (path: string, data: string | Uint8Array) => lay(join(folder, path), data)
  const text = (n: number, headline: string) => JSON.stringify(article(idOf(n), { headline }), null, 1)
  await put('library.json', '{"format":"midad-library","version":1,"id":"11111111-2222","note":"هولير"}\n')
  await put(`articles/${idOf(1)}/article.json`, text(1, 'اجتماع في أربيل‌'))
  await put(`articles/${idOf(1)}/media/${'a'.repeat(64)}-jpg`, picture)
  await put(`articles/${idOf(1)}/versions/2026-11-23T10-22-33-123Z-r4-pasted.json`, text(1, 'نسخة أقدم'))
  await put(`articles/${idOf(1)}/conflicts/2026-11-23T10-22-33-123Z.json`, text(1, 'نص آخر'))
  await put(`journals/${idOf(1)}.log`, '{"on":4}\n')
  await put(`articles/${idOf(2)}/article.json`, text(2, 'کۆبوونەوەی هەولێر'))
  await put(`articles/${idOf(2)}/article (نسخة متعارضة).json`, text(2, 'ڕەشنووس'))
  await put(`articles/${idOf(3)}/article.json`, text(3, 'Civîna Hewlêrê'))
  await put(`trash/${idOf(4)}/article.json`, text(4, 'محذوف'))
  await put(`trash/${idOf(4)}/trashed.json`, '{"trashedAt":"2026-11-20T00:00:00.000Z"}\n')
  await put(`trash/${idOf(4)}/media/${'b'.repeat(64)}-png`, picture.subarray(9))
  await put(`set-aside/2026-11-23T10-22-33-123Z-${idOf(5)}.json`, new Uint8Array([0, 255, 254, 0]))
  await put(`journals/${idOf(8)}.log`, '{"of":"an article that is gone"}\n')
  await put('themes/دار الخبر.json', '{"id":"house"}')
  await put('desk/settings.json', '{"digits":"arab"}')
  for (const path of leftOut) await put(path, 'not for a copy')
}
const leftOut = [
  'lock.json',
  'desk/index.json',
  'desk/index.log',
  'desk/search.bin',
  'desk/host.json',
  'notes.txt',
  `articles/${idOf(1)}/.article.json.12.0123456789ab.tmp`,
  'articles/.DS_Store',
]

/** What a copy of it must hold, as filesUnder has it. */
export async function copiedPart(folder: string): Promise<Record<string, string>> {
  const files = await filesUnder(folder)
  return Object.fromEntries(Object.entries(files).filter(([path]) => !leftOut.includes(path)))
}

export interface HandMade {
  path: string
  bytes: string | Uint8Array
  options?: Partial<Options>
}

/** A zip of these entries, in this order; a manifest that fits them comes last, unless there is one. */
export async function layZip(
  file: string,
  entries: readonly HandMade[],
  manifest: Record<string, unknown> | null = {},
): Promise<void> {
  const zip = new ZipFile()
  const add = ({ path, bytes, options }: HandMade): void => {
    zip.addBuffer(Buffer.from(bytes), path, { mtime: new Date(0), ...options })
  }
  for (const entry of entries) add(entry)
  if (manifest) {
    const files = entries.map(({ path, bytes }) => ({
      path,
      bytes: Buffer.from(bytes).length,
      sha256: hashOf(bytes),
    }))
    const usual = { format: 'midad-copy', version: 1, madeAt: '2026-11-23', app: '1', articles: 0, files }
    // As it is, so that a test can change its words.
    const bytes = JSON.stringify({ ...usual, ...manifest })
    add({ path: 'manifest.json', bytes, options: { compress: false } })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
}
