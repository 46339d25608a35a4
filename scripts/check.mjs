// What `npm run check` runs: everything that can be known about the code without running it. Every step is run and every
// failure is shown before it exits with 1. `npm run check -- <words>` runs the steps whose names have one of the words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureWebBuilt } from './lib/build.mjs'
import { fingerprint } from './lib/fingerprint.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { beginScript, root } from './lib/project.mjs'
import { mustRun } from './lib/run.mjs'
import { ReportedError, runScript, say, seconds } from './lib/steps.mjs'

const bin = (name, ...args) => mustRun(`node_modules/.bin/${name}`, args, { cwd: root })

const STEPS = [
  ['format and lint', () => bin('biome', 'ci', '--error-on-warnings', '--colors=off')],
  ['types', checkTypes],
  ['import laws', checkImports],
  ['unused code', () => bin('knip', '--no-progress')],
  ['schema drift', checkSchema],
  ['schema breaks', () => mustRun(process.execPath, ['scripts/schema-breaks.mjs'], { cwd: root })],
  ['codegen drift', checkCodegen],
  ['texts', () => mustRun(process.execPath, ['scripts/texts.mjs'], { cwd: root })],
  ['documentation', () => mustRun(process.execPath, ['scripts/docs-check.mjs'], { cwd: root })],
  ['byte budget', checkBytes],
]

beginScript()
await runScript(async () => {
  await ensureInstalled()
  const wanted = process.argv.slice(2)
  const steps = STEPS.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  const failures = []
  for (const [name, check] of steps) {
    const begun = performance.now()
    const failure = await check().then(
      () => undefined,
      (error) => (error instanceof ReportedError ? error.message : error.stack),
    )
    say(`${failure ? 'FAILED' : 'ok    '}  ${name.padEnd(16)} ${seconds(performance.now() - begun).padStart(7)}`)
    if (failure) failures.push({ name, failure })
  }
  for (const { name, failure } of failures) say(`\n── ${name} ──\n${failure}`)
  if (failures.length > 0) throw new ReportedError(`${failures.length} of ${steps.length} checks failed.`)
})

async function checkTypes() {
  await bin('tsc', '-b', '--pretty', 'false')
  await bin('tsc', '-p', 'tsconfig.tools.json', '--pretty', 'false')
}

/** It exits with 0 when it read nothing, which would mean that no law is held. */
async function checkImports() {
  const config = ['--config', '.dependency-cruiser.cjs']
  const said = await bin('depcruise', ...config, '--output-type', 'err', 'packages', 'e2e')
  const modules = Number(/(\d+) modules/.exec(said)?.[1] ?? 0)
  if (modules < 100)
    throw new ReportedError(`dependency-cruiser read ${modules} modules: the laws were not held.\n${said}`)
}

/** Emits the schema again and leaves the result in place, so that the drift can be read in the diff and committed. */
async function checkSchema() {
  const before = read('packages/shared/schema.graphql')
  await bin(
    'tsx',
    '--tsconfig',
    'packages/server/tsconfig.json',
    '--conditions=@twinlock/source',
    'packages/server/src/emit-schema.ts',
  )
  if (read('packages/shared/schema.graphql') !== before) {
    throw new ReportedError(
      'packages/shared/schema.graphql was not what the server serves. It is now: read the diff and commit it.',
    )
  }
}

async function checkCodegen() {
  const generated = ['packages/web/src/generated']
  const before = fingerprint(generated)
  await bin('graphql-codegen', '--config', 'codegen.ts', '--silent')
  if (fingerprint(generated) !== before) {
    throw new ReportedError(
      'packages/web/src/generated was not what the schema and the documents make. It is now: commit it.',
    )
  }
}

async function checkBytes() {
  await ensureWebBuilt()
  await mustRun(process.execPath, ['scripts/byte-budget.mjs'], { cwd: root })
}

function read(path) {
  return readFileSync(join(root, path), 'utf8')
}
