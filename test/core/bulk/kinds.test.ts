import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fileKinds, isKnownKind } from '../../../core/bulk/kinds.ts'
import { formats } from '../../../core/export/registry.ts'
import { sources } from '../../../core/import/registry.ts'

const readsEnding = (ending: string) =>
  sources.some((source) => source.accepts({ name: `a${ending}`, bytes: new Uint8Array() }))
const endings = fileKinds.flatMap((kind) => kind.endings)

test('a name is of a known kind by its ending, whatever the case', () => {
  expect(['خبر.MIDAD', 'a.b.Docx', 'page.HTM'].map(isKnownKind)).toEqual([true, true, true])
  expect(['a.exe', 'docx', '--flag', 'a.docx.exe', 'library'].map(isKnownKind)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

test('whatever Midad writes and reads again is of a known kind', () => {
  const written = formats.map(({ extension }) => `.${extension}`).filter(readsEnding)
  expect(written.filter((ending) => !endings.includes(ending))).toEqual([])
})

describe('kinds', () => {
  for (const ending of endings) {
    // One whose source is still to come is named as skipped.
    test.runIf(readsEnding(ending))(`${ending} is read by a source`, () => {
      expect(readsEnding(ending.toUpperCase())).toBe(true)
    })
  }
})

test('a Mac offers Midad for every kind, and for none in the place of its own program; Linux knows their types', () => {
  const builder = parse(readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8')) as {
    fileAssociations: { ext: string }[]
    mac: { fileAssociations: { ext: string[]; role: string; rank: string }[] }
    linux: { mimeTypes: string[] }
  }
  const offered = builder.mac.fileAssociations
  expect(
    [...builder.fileAssociations.map(({ ext }) => ext), ...offered.flatMap(({ ext }) => ext)].map(
      (ext) => `.${ext}`,
    ),
  ).toEqual(endings)
  expect(new Set(offered.map(({ role, rank }) => `${role} ${rank}`))).toEqual(new Set(['Viewer Alternate']))
  const types = fileKinds.flatMap(({ mimes }) => mimes)
  expect(builder.linux.mimeTypes.filter((type) => !types.includes(type))).toEqual([])
})
