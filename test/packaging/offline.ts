import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runElectronBuilder } from '../../tools/package.mjs'
/** No way out to any network: what is asked for there fails at once. */
const offline = {
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  npm_config_offline: 'true',
}

const checkout = join(import.meta.dirname, '../..')

/** Packs what is built for `target` over the distribution in `FOLDER/electron`, into `FOLDER/release`. */
export async function packOffline(target: '--linux' | '--win', folder: string): Promise<void> {
  if (!existsSync(join(checkout, 'out/main/main.js'))) throw new Error('nothing is built: npm run build')
  const { code, output } = await runElectronBuilder(
    [target, 'dir', '--x64', `-c.electronDist=${folder}/electron`, `-c.directories.output=${folder}/release`],
    { env: offline, isQuiet: true },
  )
  if (code !== 0) throw new Error(output)
}
