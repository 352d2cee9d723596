import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { compiledCatalogues } from './packages/i18n/src/vite-plugin.ts'

const everywhere = ['packages/*/test/**', 'simulators/test/**', 'bench/test/**', 'eval/test/**', 'prove/test/**', 'e2e/test/**']

export default defineConfig({
  test: {
    // One core kept free, as is usual, would be half of a small machine; and tests with real servers wait for these a third of their time.
    maxWorkers: Math.max(3, availableParallelism()),
    projects: [
      {
        plugins: [compiledCatalogues()],
        test: {
          name: 'unit',
          setupFiles: 'packages/dashboard/test/speak-english.ts',
          // How busy a machine is says nothing of the code; what hangs is found all the same.
          testTimeout: 30_000,
          include: everywhere.flatMap((folder) => [`${folder}/*.test.ts`, `${folder}/*.test.tsx`]),
          exclude: ['**/*.conformance.test.ts', '**/*.e2e.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          // Against real servers on free ports in temporary directories.
          name: 'conformance',
          include: everywhere.map((folder) => `${folder}/*.conformance.test.ts`),
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // The platform started as a user does, seen through a real browser.
          name: 'e2e',
          include: ['e2e/test/**/*.e2e.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
