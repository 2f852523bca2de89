import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page: renderer/ -> out/renderer, for the loopback host and for Electron alike. */
export default defineConfig({
  root: 'renderer',
  // Relative addresses would change with ?language=, absolute ones do not.
  base: '/',
  publicDir: false,
  plugins: [react()],
  resolve: { alias: { zod: fileURLToPath(new URL('./renderer/without-schemas.ts', import.meta.url)) } },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The content security policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
})
