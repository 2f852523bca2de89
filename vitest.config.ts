import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const slow = 120_000
const electronStandIn = fileURLToPath(new URL('test/support/electron/stand-in.ts', import.meta.url))
export default defineConfig({
  test: {
    // One fewer than there are cores is what is taken otherwise: of two, one.
    maxWorkers: '100%',
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
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/support/editor-page/build.ts',
          testTimeout: slow,
          hookTimeout: slow,
          // Two at a time are a third quicker on two cores, and more of them pass only when tried again.
          fileParallelism: false,
          // A browser on a busy machine; what passed only when tried again is named at the end.
          retry: 1,
          // A page under test may wait for a font, a disk or another window.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})
