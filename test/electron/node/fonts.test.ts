import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fontFamilies } from '../../../core/model/theme.ts'
import { createFontSource, fontFiles } from '../../../electron/node/fonts.ts'
import { existsSync } from 'node:fs'

const folder = join(import.meta.dirname, '../../../node_modules/@fontsource-variable')
const fonts = createFontSource(folder)
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

// WOFF2 §4.1: after 48 bytes of header an entry a table: flags (the low six bits number a known tag), lengths in base 128.
const knownTables = new Map([
  [26, 'GDEF'],
  [27, 'GPOS'],
  [28, 'GSUB'],
  [47, 'fvar'],
  [48, 'gvar'],
])
function tables(woff2: Uint8Array): (string | undefined)[] {
  const count = Buffer.from(woff2).readUInt16BE(12)
  let at = 48
  const skipNumber = () => {
    while ((woff2[at++] ?? 0) & 0x80);
  }
  return Array.from({ length: count }, () => {
    const flags = woff2[at++] ?? 0
    const tag = flags & 63
    if (tag === 63) at += 4
    skipNumber()
    // glyf and loca are transformed unless version 3 says otherwise, the others when it is not 0.
    const isTransformed = tag === 10 || tag === 11 ? flags >> 6 !== 3 : flags >> 6 !== 0
    if (isTransformed) skipNumber()
    return knownTables.get(tag)
  })
}

test('every file that a build must lay down is there', () => {
  expect(fontFiles.filter((file) => !existsSync(join(folder, file)))).toEqual([])
})

describe('a family cut to letters', () => {
  test.each(fontFamilies)('%s comes as woff2 for the scripts of the text', async (family) => {
    const faces = await fonts.subset(family, 'سلام Hello שלום ê')
    expect(faces.length).toBeGreaterThan(0)
    for (const { bytes, weight, unicodeRange } of faces) {
      expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('wOF2')
      expect(bytes.length).toBeLessThan(64 * 1024)
      expect(weight).toEqual({ min: 400, max: 700 })
      expect(unicodeRange).toMatch(/^U\+[0-9A-F-]+(?:, ?U\+[0-9A-F-]+)*$/i)
    }
  })
  test('an Arabic face keeps its rules of joining and its axis of weight', async () => {
    const faces = await fonts.subset('naskh', 'الحكومة')
    expect(tables(faces.at(-1)!.bytes)).toEqual(
      expect.arrayContaining(['GSUB', 'GPOS', 'GDEF', 'fvar', 'gvar']),
    )
  })
  test('the Arabic face comes last: it gives the joiners that both have', async () => {
    const faces = await fonts.subset('naskh', 'می‌رود A')
    expect(faces.at(-1)?.unicodeRange).toContain('U+0600')
    expect(faces).toHaveLength(2)
  })
  test('no face comes for a script that the text does not have', async () => {
    expect(await fonts.subset('serif', 'سلام')).toEqual([])
    expect(await fonts.subset('inter', '')).toEqual([])
  })
})

describe('typing on', () => {
  test('a letter that was there already costs nothing', async () => {
    const before = await fonts.subset('naskh', 'أعلنت وزارة')
    expect(await fonts.subset('naskh', 'أعلنت وزارة الثروة')).toBe(before)
  })
  test('the same letters give the same bytes whatever was cut before', async () => {
    const fresh = createFontSource(folder)
    await fresh.subset('kufi', 'Z ڕ ٪ ê')
    const one = (await fresh.subset('kufi', 'نص')).at(-1)
    const two = (await createFontSource(folder).subset('kufi', 'سطر آخر نص')).at(-1)
    expect(digest(one!.bytes)).toBe(digest(two!.bytes))
  })
})

test('a folder without the files, or with damaged ones, gives no faces', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'midad-fonts-'))
  expect(await createFontSource(empty).subset('naskh', 'سلام')).toEqual([])
  await mkdir(join(empty, 'inter/files'), { recursive: true })
  await writeFile(join(empty, 'inter/unicode.json'), '{"latin":"U+0000-00FF"}')
  await writeFile(join(empty, 'inter/files/inter-latin-wght-normal.woff2'), 'not a font')
  expect(await createFontSource(empty).subset('inter', 'a')).toEqual([])
})
