import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the page that holds nothing but the editor. */
    editorPage: string
  }
}

/** Builds the page that holds nothing but the editor, once for all files of tests, in a folder that goes with the run. */
export default async function buildEditorPage({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'midad-editor-page-'))
  await build({
    root: import.meta.dirname,
    base: './',
    logLevel: 'error',
    configFile: false,
    build: { outDir: folder, emptyOutDir: true, minify: false, assetsInlineLimit: 0, modulePreload: false },
  })
  provide('editorPage', folder)
  return () => rm(folder, { recursive: true, force: true })
}
