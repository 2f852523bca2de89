import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { build } from 'vite'
import english from '../../assets/locales/en.json' with { type: 'json' }
import { long, pseudoCatalogue, rightToLeft } from './pseudo-languages.ts'

const checkout = join(import.meta.dirname, '../..')
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}
/**
 * By the file whose place each takes, so that nothing of the product knows of them: the long one is asked for as `en`, the one
 * from right to left as `ar`.
 */
export const pseudoCatalogues: Readonly<Record<string, Record<string, string>>> = {
  'en.json': pseudoCatalogue(english, long),
  'ar.json': pseudoCatalogue(english, rightToLeft, ['zero', 'one', 'two', 'few', 'many', 'other']),
}

/** The page built with pseudo-languages. */
export interface PseudoPage {
  /** Serves it to every page of this context in place of the built one; the desk behind it stays the real one. */
  serveTo(context: BrowserContext): Promise<void>
  remove(): Promise<void>
}

export async function buildPseudoPage(): Promise<PseudoPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'midad-pseudo-'))
  await build({
    configFile: join(checkout, 'vite.config.ts'),
    root: join(checkout, 'renderer'),
    logLevel: 'silent',
    mode: 'production',
    build: { outDir, emptyOutDir: true, minify: false },
    plugins: [
      {
        name: 'pseudo-languages',
        enforce: 'pre',
        load(id) {
          const [, file] = /\/assets\/locales\/([a-z]+\.json)$/.exec(id) ?? []
          const catalogue = file && pseudoCatalogues[file]
          return catalogue ? JSON.stringify(catalogue) : null
        },
      },
    ],
  })
  return {
    async serveTo(context) {
      await context.route(
        (url) => url.pathname === '/' || url.pathname.startsWith('/assets/'),
        async (route) => {
          const { pathname } = new URL(route.request().url())
          if (pathname === '/') {
            // The host's own headers, its content security policy among them.
            const response = await route.fetch()
            await route.fulfill({ response, body: await readFile(join(outDir, 'index.html')) })
            return
          }
          const body = await readFile(join(outDir, pathname))
          await route.fulfill({ body, contentType: types[extname(pathname)] ?? 'application/octet-stream' })
        },
      )
    },
    remove: () => rm(outDir, { recursive: true, force: true }),
  }
}
