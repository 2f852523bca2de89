import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRawHeader } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { englishPage, layDummyWindowsElectron, loadResEdit } from './dummy-electron.ts'
import { packOffline } from './offline.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'midad-windows-')))
const program = join(folder, 'release/win-unpacked/Midad.exe')
const { NtExecutable, NtExecutableResource, Resource } = loadResEdit()
const entries = () => NtExecutableResource.from(NtExecutable.from(readFileSync(program))).entries

beforeAll(async () => {
  await layDummyWindowsElectron(join(folder, 'electron'))
  await packOffline('--win', folder)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the program for Windows knows the hash of its archive, so that a changed one is not run', async () => {
  const integrity = entries().find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  const { headerString } = getRawHeader(join(folder, 'release/win-unpacked/resources/app.asar'))
  expect(JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer()).toString('utf8'))).toEqual([
    {
      file: 'resources\\app.asar',
      alg: 'SHA256',
      value: createHash('sha256').update(headerString).digest('hex'),
    },
  ])
  const wire = await getCurrentFuseWire(program)
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE)
  expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
})

test('it has our icon in every size, and our name', () => {
  const [group] = Resource.IconGroupEntry.fromEntries(entries())
  // 256 is written as 0.
  expect(group?.icons.map(({ width }) => width % 256)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 0])
  const [version] = Resource.VersionInfo.fromEntries(entries())
  expect(version?.getStringValues(englishPage)).toMatchObject({
    ProductName: 'Midad',
    CompanyName: 'Midad',
    LegalCopyright: 'Copyright © the makers of Midad',
  })
})
