import { fileURLToPath } from 'node:url'

/** Beside the folder of the built program; while it runs from its source, in the checkout's build. */
const out = new URL(import.meta.url.endsWith('.ts') ? '../../out/' : '../', import.meta.url)

/** What a build has laid beside the main process. */
export const built = {
  preload: fileURLToPath(new URL('preload/preload.cjs', out)),
  renderer: fileURLToPath(new URL('renderer/', out)),
  samples: fileURLToPath(new URL('samples/', out)),
}
