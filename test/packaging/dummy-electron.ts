import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** By these bytes @electron/fuses finds the fuses in Electron's program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** As Electron ships them: RunAsNode, NodeOptions, NodeCliInspect and GrantFileProtocolExtraPrivileges on. */
const shippedFuses = '101100010'

/** Chromium's words: some that we keep, some that we leave out. */
const chromiumLocales = ['am', 'ar', 'de', 'en-GB', 'en-US', 'fa', 'fr', 'he', 'tr', 'ur', 'zh-CN']

function fuseWire(): Buffer {
  const head = Buffer.from([1, shippedFuses.length])
  return Buffer.concat([Buffer.from(sentinel, 'latin1'), head, Buffer.from(shippedFuses, 'latin1')])
}

async function layShared(folder: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'))
  await writeFile(join(folder, 'LICENSE'), 'The licence of Electron.\n')
  await writeFile(join(folder, 'LICENSES.chromium.html'), '<p>The licences of Chromium.</p>\n')
  await writeFile(join(folder, 'resources.pak'), '')
  for (const locale of chromiumLocales) await writeFile(join(folder, 'locales', `${locale}.pak`), '')
}

/**
 * Lays a folder out as Electron's own for Linux, with a program that holds a fuse wire and does nothing: enough for
 * electron-builder to pack an application over it, without a download.
 */
export async function layDummyElectron(folder: string): Promise<void> {
  await layShared(folder)
  const program = join(folder, 'electron')
  await writeFile(program, Buffer.concat([Buffer.alloc(4096), fuseWire(), Buffer.alloc(4096)]))
  await chmod(program, 0o755)
}

/** What we use of resedit, with which electron-builder writes into Windows programs. */
export interface ResEdit {
  NtExecutable: { createEmpty(): Executable; from(bytes: Uint8Array): Executable }
  NtExecutableResource: {
    from(executable: Executable): { entries: ResourceEntry[]; outputResource(to: Executable): void }
  }
  Resource: {
    VersionInfo: {
      createEmpty(): VersionInfo
      fromEntries(entries: readonly ResourceEntry[]): VersionInfo[]
    }
    IconGroupEntry: {
      fromEntries(entries: readonly ResourceEntry[]): { icons: { width: number; height: number }[] }[]
    }
  }
}
interface Executable {
  generate(): ArrayBuffer
}
interface ResourceEntry {
  type: string | number
  id: string | number
  bin: ArrayBuffer
}
interface LanguagePage {
  lang: number
  codepage: number
}
interface VersionInfo {
  setStringValues(page: LanguagePage, values: Record<string, string>): void
  getStringValues(page: LanguagePage): Record<string, string>
  outputToResourceEntries(entries: ResourceEntry[]): void
}
export const englishPage: LanguagePage = { lang: 1033, codepage: 1200 }

/** The very resedit of electron-builder, which is no package of ours. */
export function loadResEdit(): ResEdit {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
  return createRequire(builder.resolve('app-builder-lib'))('resedit') as ResEdit
}

/** The same for Windows: a program without code, with the version that electron-builder rewrites. */
export async function layDummyWindowsElectron(folder: string): Promise<void> {
  await layShared(folder)
  const { NtExecutable, NtExecutableResource, Resource } = loadResEdit()
  const program = NtExecutable.createEmpty()
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues(englishPage, { FileDescription: 'Electron', ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  const bytes = [Buffer.from(program.generate()), fuseWire(), Buffer.alloc(64)]
  await writeFile(join(folder, 'electron.exe'), Buffer.concat(bytes))
}
