import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { midadFile } from '../../core/import/midad-json.ts'

const checkout = join(import.meta.dirname, '../..')
interface Settings {
  directories: { buildResources: string }
  fileAssociations: { ext: string; mimeType: string; icon: string; role: string }[]
  [part: string]: unknown
}
const settings = parse(readFileSync(join(checkout, 'electron-builder.yml'), 'utf8')) as Settings

test('the file that the systems open with Midad is one that Midad reads, and has its own icon', () => {
  const [association, ...others] = settings.fileAssociations
  expect(others).toEqual([])
  expect(association).toMatchObject({
    mimeType: midadFile.mime,
    role: 'Editor',
  })
  expect(`story.${association?.ext}`).toMatch(midadFile.ending)
  for (const ending of ['ico', 'icns']) {
    const icon = join(checkout, settings.directories.buildResources, `${association?.icon}.${ending}`)
    expect(existsSync(icon), icon).toBe(true)
  }
})

test('a build sends nothing anywhere', () => {
  expect(settings['publish']).toBeNull()
  expect(settings['npmRebuild']).toBe(false)
})

test('every name of an installer is without a space and says its system', () => {
  const names = [...JSON.stringify(settings).matchAll(/"artifactName":"([^"]+)"/g)].map(
    ([, name = '']) => name,
  )
  expect(names).toHaveLength(3)
  for (const name of names)
    expect(name).toMatch(/^\$\{name\}-\$\{version\}-(?:windows|mac|linux)-[^ ]+\$\{ext\}$/)
})
