import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** What asks the desk, before what draws its answer is there. */
const asking = '/renderer/app/ask.ts'

/**
 * The page runs what asks the desk as soon as that alone is there, and neither after its own end nor after all that
 * draws (`async`). It is the same module that what draws imports, so it asks once.
 */
function askedFirst(): Plugin {
  return {
    name: 'midad:asked-first',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunk = Object.values(bundle).find(
          (one) => one.type === 'chunk' && one.moduleIds.some((id) => id.endsWith(asking)),
        )
        if (!chunk) throw new Error(`there is no chunk of ${asking}`)
        const attrs = { type: 'module', async: true, crossorigin: true, src: `/${chunk.fileName}` }
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
      },
    },
  }
}

const catalogue = /\/assets\/locales\/\w+\.json$/

/**
 * Has each language's words read apart, when they are spoken: the page would else read those of all languages before its
 * first key. What stands for a catalogue is how to read it (renderer/ui/read-catalogue.ts).
 */
function cataloguesApart(): Plugin {
  return {
    name: 'midad:catalogues-apart',
    enforce: 'pre',
    resolveId: {
      filter: { id: catalogue },
      async handler(source, importer) {
        const found = await this.resolve(source, importer, { skipSelf: true })
        // Asked for by what stands for it, it is the catalogue itself.
        return found && !importer?.endsWith('?apart') ? { id: `${found.id}?apart` } : found
      },
    },
    load: {
      filter: { id: /\.json\?apart$/ },
      handler: (id) => ({
        code: `export default { apart: () => import(${JSON.stringify(id.replace('?apart', ''))}) }`,
        moduleType: 'js',
      }),
    },
  }
}

/** Hunspell's code asks for Node's modules only where it runs in Node: there is nothing of them in a browser. */
function withoutNode(): Plugin {
  const nothing = '\0midad:nothing'
  return {
    name: 'midad:without-node',
    enforce: 'pre',
    resolveId: (source, importer) =>
      ['fs/promises', 'module'].includes(source) && importer?.includes('hunspell-wasm') ? nothing : null,
    load: (id) => (id === nothing ? 'export {}' : null),
  }
}

/** The page: renderer/ -> out/renderer, for the loopback host and for Electron alike. */
export default defineConfig({
  root: 'renderer',
  // Relative addresses would change with ?language=, absolute ones do not.
  base: '/',
  publicDir: false,
  plugins: [cataloguesApart(), react(), askedFirst()],
  resolve: { alias: { zod: fileURLToPath(new URL('./renderer/without-schemas.ts', import.meta.url)) } },
  worker: {
    format: 'es',
    plugins: () => [withoutNode()],
    rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
  },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The content security policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'ask', test: /\/renderer\/app\/ask\.ts$/, priority: 2 },
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
            {
              name: 'prosemirror',
              test: /node_modules\/(?:prosemirror-|@tiptap\/|orderedmap|rope-sequence|w3c-keyname)/,
            },
          ],
        },
      },
    },
  },
})
