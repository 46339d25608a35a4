import { unlessDone } from './fingerprint.mjs'
import { root } from './project.mjs'
import { mustRun } from './run.mjs'
import { step } from './steps.mjs'

const COMPILED = ['shared', 'embedded-database', 'demo-identity-provider', 'server']
const SETTINGS = ['pnpm-lock.yaml', 'tsconfig.base.json']

/** Compiles the server and what it stands on, and bundles what it runs, where a source changed since. */
export async function ensureServerBuilt() {
  await unlessDone(
    {
      stamp: 'packages/server/dist/.built-from',
      inputs: [...SETTINGS, ...COMPILED.map((name) => `packages/${name}`)],
      results: [...COMPILED.map((name) => `packages/${name}/dist/.tsbuildinfo`), 'packages/server/dist/main.js'],
    },
    () =>
      step('Building the server', async () => {
        await mustRun('node_modules/.bin/tsc', ['-b', ...COMPILED.map((name) => `packages/${name}`)], { cwd: root })
        const config = 'packages/server/rolldown.config.mjs'
        await mustRun('node_modules/.bin/rolldown', ['-c', config, '--logLevel', 'warn'], { cwd: root })
      }),
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
