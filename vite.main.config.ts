import { defineConfig } from 'vite'

/** Electron's main process -> out/main, as ES modules for the Node 24 that Electron 45 embeds. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        main: 'electron/main/main.ts',
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
        // Beside the entries: each finds the page, the fonts and the preload from its own place.
        chunkFileNames: '[name].js',
      },
    },
  },
  ssr: {
    target: 'node',
    noExternal: true,
    // Electron brings itself; the others load WebAssembly from files beside their own code.
    external: [
      'electron',
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
