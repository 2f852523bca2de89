import { mkdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { readStaticFiles, type StaticFile } from '../../electron/node/static-files.ts'
import type { StoryBody } from '../../core/model/body.ts'
import { peerFormats, storyFor } from '../corpus/peer-stories.ts'
import { makeStory } from '../corpus/story.ts'
import { storyHtml } from '../corpus/story-html.ts'

const ofPeers = (name: string): string => join(import.meta.dirname, '../peers/pages', name)
const pages = {
  contenteditable: fileURLToPath(new URL('./contenteditable.ts', import.meta.url)),
  tiptap: fileURLToPath(new URL('./tiptap.ts', import.meta.url)),
  'tiptap-react': fileURLToPath(new URL('./tiptap-react.tsx', import.meta.url)),
  prosemirror: ofPeers('prosemirror.js'),
  lexical: ofPeers('lexical.jsx'),
  ckeditor: ofPeers('ckeditor.js'),
  quill: ofPeers('quill.js'),
  slate: ofPeers('slate.jsx'),
}
export type PeerPage = keyof typeof pages
/** True for a page whose packages are those of bench/peers. */
export const needsPeers = (page: PeerPage): boolean => pages[page].startsWith(ofPeers(''))
/** Where the pages of the peers are built: beside what else is built, git ignores it. */
export const peerFolder = join(import.meta.dirname, '../../out/bench')

/** These pages, each built alone as Midad's page is (minified, one target). */
export async function buildPeerPages(asked: readonly PeerPage[]): Promise<void> {
  await rm(peerFolder, { recursive: true, force: true })
  await mkdir(peerFolder, { recursive: true })
  for (const page of asked) {
    await build({
      configFile: false,
      root: import.meta.dirname,
      base: `/${page}/`,
      publicDir: false,
      logLevel: 'warn',
      plugins: [react()],
      build: {
        outDir: join(peerFolder, page),
        emptyOutDir: true,
        target: 'chrome140',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 8192,
        manifest: 'manifest.json',
        rolldownOptions: { input: pages[page] },
      },
    })
  }
}

export interface PeerServer {
  origin: string
  close(): Promise<void>
}

/**
 * Serves `/<page>/` for these, what was built for them, and `/story/<words>.<format>` on the loopback, by the means of
 * Midad's own host: built files from memory, not compressed, kept by the browser where their name says what is in them.
 */
export async function servePeerPages(built: readonly PeerPage[]): Promise<PeerServer> {
  const files = await readStaticFiles(peerFolder)
  for (const page of built) {
    const bytes = Buffer.from(await html(page))
    files.set(`/${page}/`, { bytes, mime: 'text/html; charset=utf-8', cacheControl: 'no-cache' })
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://pages')
    const file = files.get(pathname) ?? story(pathname)
    if (!file) return void response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': file.mime,
      'cache-control': file.cacheControl,
      'content-length': file.bytes.byteLength,
    })
    response.end(file.bytes)
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

const stories = new Map<string, StaticFile>()

function story(path: string): StaticFile | undefined {
  const [, words, format] = /^\/story\/(\d{1,7})\.([a-z]+)$/.exec(path) ?? []
  if (words === undefined || format === undefined) return undefined
  const kept = stories.get(path)
  if (kept) return kept
  const text = storyText(makeStory(Number(words)), format)
  if (text === undefined) return undefined
  const mime = `${format === 'html' ? 'text/html' : 'application/json'}; charset=utf-8`
  const file = { bytes: Buffer.from(text), mime, cacheControl: 'no-store' }
  stories.set(path, file)
  return file
}

function storyText(made: StoryBody, format: string): string | undefined {
  if (format === 'html') return storyHtml(made)
  if (format === 'json') return JSON.stringify(made)
  const peer = peerFormats.find((one) => one === format)
  return peer && JSON.stringify(storyFor(peer, made))
}

/** What vite says of an entry in its manifest. */
interface BuiltEntry {
  isEntry?: boolean
  file: string
  css?: string[]
}

async function html(page: PeerPage): Promise<string> {
  const manifest = JSON.parse(await readFile(join(peerFolder, page, 'manifest.json'), 'utf8')) as Record<
    string,
    BuiltEntry
  >
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry)
  if (!entry) throw new Error(`nothing was built of ${page}`)
  const styles = entry.css?.map((file) => `<link rel="stylesheet" href="/${page}/${file}">`) ?? []
  return `<!doctype html>
<html lang="ar" dir="rtl">
<meta charset="utf-8"><title>${page}</title><link rel="icon" href="data:,">
<script type="module" src="/${page}/${entry.file}"></script>
${styles.join('')}
<div id="page"></div>
`
}
