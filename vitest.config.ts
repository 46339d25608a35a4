import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** Workspace packages are read from their sources, so that nothing must be built before a test. */
const conditions = ['@twinlock/source', 'module', 'node', 'development|production']

/** In CI: processes that are killed and races that are run share the cores with everything else. */
const retry = process.env.CI ? 2 : 0

/** Which part of scripts/test.mjs runs. Models and kills run in the usual part too, with fewer rounds. */
const part = process.env.TWINLOCK_TEST_PART
const files = part
  ? { include: [`src/**/*.${part === 'deep' ? '{deep,model,killed}' : part}.test.ts`] }
  : { include: ['src/**/*.test.{ts,tsx}'], exclude: ['**/*.{deep,cluster,apps}.test.ts'] }

function nodeProject(name: string, test: TestProjectInlineConfiguration['test'] = {}): TestProjectInlineConfiguration {
  return {
    resolve: {
      conditions,
      // By its CommonJS entry type-graphql would load a second copy of graphql, whose types are strangers to the first.
      alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
    },
    ssr: { resolve: { conditions } },
    test: { name, root: `packages/${name}`, environment: 'node', ...files, retry, ...test },
  }
}

export default defineConfig({
  test: {
    // A part may be of one package alone.
    passWithNoTests: true,
    // The database and the tests share the cores; password hashing takes a whole one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      nodeProject('shared'),
      nodeProject('embedded-database', { testTimeout: 60_000, hookTimeout: 120_000 }),
      nodeProject('server', {
        globalSetup: ['packages/embedded-database/src/vitest-database.ts', 'scripts/lib/vitest-server-build.mjs'].map(
          (path) => fileURLToPath(new URL(path, import.meta.url)),
        ),
        testTimeout: 60_000,
        hookTimeout: 120_000,
        // The server is loaded once for all its tests: loading it anew for each file takes longer than they do.
        isolate: false,
      }),
      ...(part ? [] : ['packages/web/vite.config.ts']),
    ],
  },
})
