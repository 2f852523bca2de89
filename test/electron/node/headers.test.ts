import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appPolicy, drawnPagePolicy, policyOf } from '../../../electron/node/headers.ts'
import { readStaticFiles } from '../../../electron/node/static-files.ts'
import { builtMidad } from '../../support/midad.ts'

const renderer = join(import.meta.dirname, '../../../out/renderer')

test('one built script may compile WebAssembly, the worker that holds the dictionaries, and no page may', async () => {
  await builtMidad()
  const paths = [...(await readStaticFiles(renderer)).keys()]
  const widened = paths.filter((path) => policyOf(path).includes('wasm'))
  expect(widened).toHaveLength(1)
  expect(widened[0]).toMatch(/^\/assets\/spelling-worker-/)
  expect(paths.filter((path) => !widened.includes(path)).every((path) => policyOf(path) === appPolicy)).toBe(
    true,
  )
  expect(`${appPolicy} ${drawnPagePolicy}`).not.toContain('unsafe-eval')
  expect(policyOf(widened[0] ?? '')).not.toMatch(/'unsafe-(?:eval|inline)'/)
})

test.each([
  '/assets/spelling-worker-D66oFcBB.js/../app.js',
  '/x/assets/spelling-worker-D66oFcBB.js',
  '/assets/spelling-worker-D66oFcBB.html',
])('%s is not it', (path) => {
  expect(policyOf(path)).toBe(appPolicy)
})

test('the packed dictionaries lie beside the page, each with its licence, and are served', async () => {
  await builtMidad()
  const files = await readStaticFiles(renderer)
  for (const language of ['ar', 'fa', 'en'])
    for (const ending of ['aff.gz', 'dic.gz', 'licence.txt'])
      expect(files.get(`/dictionaries/${language}.${ending}`)?.bytes.length).toBeGreaterThan(100)
  const wasm = readdirSync(join(renderer, 'assets')).filter((name) => name.endsWith('.wasm'))
  expect(wasm).toHaveLength(1)
  expect(
    readFileSync(join(renderer, 'assets', wasm[0] ?? ''))
      .subarray(1, 4)
      .toString(),
  ).toBe('asm')
})
