import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const slow = 120_000
const electronStandIn = fileURLToPath(new URL('test/support/electron/stand-in.ts', import.meta.url))

const inChromium = {
  globalSetup: 'test/support/editor-page/build.ts',
  testTimeout: slow,
  hookTimeout: slow,
  // A browser on a busy machine; what passed only when tried again is named at the end.
  retry: 1,
  // A page under test may wait for a font, a disk or another window.
  expect: { poll: { timeout: 10_000 } },
}
/** Files that want the machine for themselves: what they promise is a matter of moments, or of a real window. */
const alone = [
  'crash',
  'electron',
  'faults',
  'layout-shift',
  'main-job',
  'saving-fails',
  'search-frames',
  'start',
  'editor/long-story',
  'editor/painting',
  'editor/work-per-key',
].map((name) => `test/e2e/${name}.test.ts`)

export default defineConfig({
  test: {
    // One fewer than there are cores is what is taken otherwise: of two, one.
    maxWorkers: '100%',
    // What was found is printed whole: on a machine that cannot be asked again, the report is all there is.
    chaiConfig: { truncateThreshold: 0 },
    projects: [
      {
        // Main and preload run against a stand-in that knows only what Electron's types know.
        resolve: { alias: [{ find: /^electron$/, replacement: electronStandIn }] },
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/packaging/**', 'test/architecture.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'architecture', include: ['test/architecture.test.ts'], testTimeout: slow } },
      // Over what is built, so after a build.
      { test: { name: 'packaging', include: ['test/packaging/**/*.test.ts'], testTimeout: 60_000 } },
      // Two files at a time, on two cores; then, one by one, those that want the machine for themselves.
      {
        test: {
          ...inChromium,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...inChromium,
          name: 'e2e-alone',
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
