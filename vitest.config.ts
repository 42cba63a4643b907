import { defineConfig } from 'vitest/config'

// oxlint-disable-next-line no-default-export -- vitest reads the default export of its configuration file
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
