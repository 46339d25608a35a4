import { unlessDone } from './fingerprint.mjs'
import { root } from './project.mjs'
import { mustRun } from './run.mjs'
import { step } from './steps.mjs'

const COMPILED = ['shared', 'embedded-database', 'demo-identity-provider', 'server']
const SETTINGS = ['pnpm-lock.yaml', 'tsconfig.base.json']

/** Compiles the server and what it stands on, where a source changed since. */
export async function ensureServerBuilt() {
  await unlessDone(
    {
      stamp: 'packages/server/dist/.built-from',
      inputs: [...SETTINGS, ...COMPILED.map((name) => `packages/${name}`)],
      results: COMPILED.map((name) => `packages/${name}/dist/.tsbuildinfo`),
    },
    () =>
      step('Building the server', () =>
        mustRun('node_modules/.bin/tsc', ['-b', ...COMPILED.map((name) => `packages/${name}`)], { cwd: root }),
      ),
  )
}

/** Bundles the web app, where a source changed since. */
export async function ensureWebBuilt() {
  await unlessDone(
    {
      stamp: 'packages/web/dist/.vite/built-from',
      inputs: [...SETTINGS, 'packages/shared', 'packages/web', 'docs/integrators.md'],
      results: ['packages/web/dist/index.html'],
    },
    () =>
      step('Building the web app', () =>
        mustRun('node_modules/.bin/vite', ['build', '--logLevel', 'warn'], { cwd: `${root}packages/web` }),
      ),
  )
}
