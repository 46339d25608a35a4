import { defineConfig } from 'vitest/config'

/** The heart alone, without the database that the rooms around it are tested on. */
export default defineConfig({
  resolve: { conditions: ['@twinlock/source', 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: ['@twinlock/source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['src/domain/**/*.test.ts'],
    exclude: ['src/domain/typed-input.property.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    env: { IS_MUTATED: '1' },
    // One mutant is one run in one fresh worker: no test file needs another.
    isolate: false,
  },
})
