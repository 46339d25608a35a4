import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unlessDone } from './fingerprint.mjs'
import { root } from './project.mjs'
import { mustRun } from './run.mjs'
import { step } from './steps.mjs'

/** Installs what the lockfile names, unless that was done for this very lockfile. */
export async function ensureInstalled() {
  const manifests = ['package.json', ...workspaces().map((folder) => `${folder}/package.json`)]
  await unlessDone(
    {
      stamp: 'node_modules/.twinlock-installed',
      inputs: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests],
      results: [
        'node_modules',
        ...workspaces()
          .filter(hasDependencies)
          .map((folder) => `${folder}/node_modules`),
      ],
    },
    () => step('Installing packages', () => install(root)),
  )
}

/** The same for the workspace of the benchmarks' contenders. */
export async function ensureBenchInstalled() {
  await unlessDone(
    {
      stamp: 'bench/node_modules/.twinlock-installed',
      inputs: ['bench/pnpm-lock.yaml', 'bench/pnpm-workspace.yaml', 'bench/package.json'],
      results: ['bench/node_modules'],
    },
    () => step('Installing what the product is compared with', () => install(join(root, 'bench'))),
  )
}

async function install(cwd) {
  const { packageManager } = manifest('.')
  await mustRun('npx', ['-y', packageManager, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'], {
    cwd,
    advice: [
      'If it could not reach the package registry: go online and try again.',
      'If it reports that the lockfile is not up to date: a package.json was changed without it;',
      `run npx -y ${packageManager} install, and commit pnpm-lock.yaml.`,
    ].join('\n'),
  })
}

function workspaces() {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)
  return [...packages, 'e2e'].filter((folder) => existsSync(join(root, folder, 'package.json')))
}

function hasDependencies(folder) {
  const { dependencies, devDependencies } = manifest(folder)
  return Object.keys({ ...dependencies, ...devDependencies }).length > 0
}

function manifest(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
}
