import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** By these bytes @electron/fuses finds the fuses in Electron's program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** As Electron ships them: RunAsNode, NodeOptions, NodeCliInspect and GrantFileProtocolExtraPrivileges on. */
const shippedFuses = '101100010'

/** Chromium's words: some that we keep, some that we leave out. */
const chromiumLocales = ['am', 'ar', 'de', 'en-GB', 'en-US', 'fa', 'fr', 'he', 'tr', 'ur', 'zh-CN']

/**
 * Lays a folder out as Electron's own for Linux, with a program that holds a fuse wire and does nothing: enough for
 * electron-builder to pack an application over it, without a download.
 */
export async function layDummyElectron(folder: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'))
  const wire = Buffer.concat([
    Buffer.from(sentinel, 'latin1'),
    Buffer.from([1, shippedFuses.length]),
    Buffer.from(shippedFuses, 'latin1'),
  ])
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.alloc(4096), wire, Buffer.alloc(4096)]))
  await chmod(join(folder, 'electron'), 0o755)
  await writeFile(join(folder, 'LICENSE'), 'The licence of Electron.\n')
  await writeFile(join(folder, 'LICENSES.chromium.html'), '<p>The licences of Chromium.</p>\n')
  await writeFile(join(folder, 'resources.pak'), '')
  for (const locale of chromiumLocales) await writeFile(join(folder, 'locales', `${locale}.pak`), '')
}
