import { defineConfig } from 'vitest/config'

const limits = { testTimeout: 60_000, hookTimeout: 60_000 }

// oxlint-disable-next-line no-default-export -- vitest reads the default export of its configuration file
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'], ...limits } },
      // One file at a time: some start fifty processes at once, and a run gives up after two minutes, as it is meant to.
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], fileParallelism: false, ...limits } },
    ],
  },
})
