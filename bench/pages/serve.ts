import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { makeStory } from '../corpus/story.ts'
import { storyHtml } from '../corpus/story-html.ts'

const pages = {
  contenteditable: fileURLToPath(new URL('./contenteditable.ts', import.meta.url)),
  tiptap: fileURLToPath(new URL('./tiptap.ts', import.meta.url)),
}
/** Where the pages of the peers are built: beside what else is built, git ignores it. */
export const peerFolder = join(import.meta.dirname, '../../out/bench')
const mimeOf: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** The pages of the peers, built as Midad's page is (minified, one target). */
export async function buildPeerPages(): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: peerFolder,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        input: pages,
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  })
}

export interface PeerServer {
  origin: string
  close(): Promise<void>
}

/** Serves `/<page>/`, what was built for it, and `/story/<words>.<json|html>` on the loopback; nothing is cached. */
export async function servePeerPages(): Promise<PeerServer> {
  const server = createServer((request, response) => {
    void respond(new URL(request.url ?? '/', 'http://pages').pathname, response)
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function respond(path: string, response: ServerResponse): Promise<void> {
  try {
    const body = await answer(path)
    const type = mimeOf[extname(path) || '.html'] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
  } catch {
    response.writeHead(404).end()
  }
}

const stories = new Map<string, string>()

function story(words: number, format: string | undefined): string {
  const key = `${words}.${format}`
  const kept = stories.get(key)
  if (kept !== undefined) return kept
  const made = makeStory(words)
  const text = format === 'json' ? JSON.stringify(made) : storyHtml(made)
  stories.set(key, text)
  return text
}

async function answer(path: string): Promise<string | Buffer> {
  const page = Object.keys(pages).find((name) => path === `/${name}/`)
  if (page) return html(page)
  const [, words, format] = /^\/story\/(\d{1,7})\.(json|html)$/.exec(path) ?? []
  return words === undefined ? readFile(join(peerFolder, normalize(path))) : story(Number(words), format)
}

const html = (page: string): string => `<!doctype html>
<html lang="ar" dir="rtl">
<meta charset="utf-8"><title>${page}</title>
<link rel="stylesheet" href="/style.css"><script type="module" src="/${page}.js"></script>
<div id="page"></div>
`
