import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** Breaks the heart in every small way there is, and looks which of its tests notice. Run by scripts/mutate.mjs. */
export default {
  testRunner: 'vitest',
  plugins: [resolve('@stryker-mutator/vitest-runner')],
  vitest: { configFile: 'stryker.vitest.config.ts' },
  mutate: ['src/domain/**/*.ts', '!src/domain/**/*.test.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignorePatterns: ['tsconfig.json', 'dist', 'dist-types', 'src/**', '!src/domain/**'],
  // It would be rewritten by the JavaScript API of TypeScript, which version 7 no longer has.
  tsconfigFile: 'none',
  reporters: ['json'],
  jsonReporter: { fileName: process.env.MUTANTS_REPORT ?? 'mutants.json' },
  tempDirName: '.stryker-tmp',
}
