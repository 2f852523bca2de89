import { defineConfig } from 'vite'
import { firstLine } from './tools/small-memory.mjs'

/** What runs in Node: the command line and the loopback host -> out/node, as ES modules that Node 20.19 can run. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'out/node',
    emptyOutDir: true,
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      input: {
        midad: 'electron/cli/midad.ts',
        'first-start': 'electron/cli/first-start.ts',
        'font-worker': 'electron/node/font-worker.ts',
        'import-worker': 'electron/node/import-worker.ts',
        'index-worker': 'electron/node/index-worker.ts',
        'row-worker': 'electron/node/row-worker.ts',
        'darkroom-worker': 'electron/node/darkroom-worker.ts',
        'export-worker': 'electron/node/export-worker.ts',
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // Beside the entries: each finds the page, the fonts and the samples from its own place.
        chunkFileNames: '[name].js',
        banner: (chunk) => (chunk.isEntry ? firstLine : ''),
      },
    },
  },
  ssr: {
    target: 'node',
    noExternal: true,
    // They load WebAssembly from files beside their own code.
    external: [
      'subset-font',
      'harfbuzzjs',
      'fontverter',
      'wawoff2',
      '@jsquash/jpeg',
      '@jsquash/png',
      '@jsquash/resize',
      '@jsquash/webp',
    ],
  },
})
