import { defineConfig, type Plugin } from 'vite'
import { eventNames, hostMethodNames, methodNames } from './core/api/contract.ts'

/** The preload needs the names of the contract and none of its schemas: they are read while building. */
const namesAlone: Plugin = {
  name: 'names-of-the-contract-alone',
  load(id) {
    if (!/[\\/]core[\\/]api[\\/]contract\.ts$/.test(id)) return null
    const names = { methodNames, hostMethodNames, eventNames }
    return Object.entries(names)
      .map(([name, list]) => `export const ${name} = ${JSON.stringify(list)}\n`)
      .join('')
  },
}

/** Electron's preload -> out/preload/preload.cjs: one CommonJS file, which is all that a sandbox loads. */
export default defineConfig({
  publicDir: false,
  plugins: [namesAlone],
  build: {
    ssr: true,
    outDir: 'out/preload',
    emptyOutDir: true,
    target: 'chrome140',
    minify: false,
    rolldownOptions: {
      input: { preload: 'electron/preload/preload.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
})
