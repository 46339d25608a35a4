// What the image holds, put together in a folder: `node scripts/image.mjs <folder>`. It needs nothing but Node to run:
// no sources, no package manager, and of node_modules only the packages that the bundle leaves out.
import { cp, mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ensureServerBuilt, ensureWebBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { beginScript, root } from './lib/project.mjs'
import { ReportedError, runScript, step } from './lib/steps.mjs'

/** What packages carry and no program reads. */
const NOT_RUN =
  /[\\/](test|tests|benchmarks|docs|examples|\.github)([\\/]|$)|\.(d\.[cm]?ts|ts|md|map|html|ico|yml|test\.[cm]?js)$/

const target = process.argv[2]
const from = process.cwd()
beginScript()
await runScript(async () => {
  if (!target) throw new ReportedError('Give the folder that the image is put together in.')
  const out = resolve(from, target)
  await ensureInstalled()
  await ensureServerBuilt()
  await ensureWebBuilt()
  await step('Putting the image together', () => assemble(out))
})

async function assemble(out) {
  const server = join(out, 'server')
  await mkdir(join(server, 'dist'), { recursive: true })
  for (const part of ['main.js', 'cli.js', 'chunks'])
    await cp(join(root, 'packages/server/dist', part), join(server, 'dist', part), { recursive: true })
  await cp(join(root, 'packages/web/dist'), join(out, 'web/dist'), {
    recursive: true,
    filter: (path) => !path.includes('.vite'),
  })
  const { name, version, type } = JSON.parse(await readFile(join(root, 'packages/server/package.json'), 'utf8'))
  await writeFile(join(server, 'package.json'), `${JSON.stringify({ name, version, private: true, type }, null, 2)}\n`)
  const { default: bundle } = await import('../packages/server/rolldown.config.mjs')
  const copied = new Map()
  for (const each of bundle.external) await copyPackage(each, join(root, 'packages/server'), server, { server, copied })
  await cp(join(root, 'LICENSE'), join(out, 'LICENSE'))
}

/**
 * Copies a package and what it depends on, side by side: pnpm's links stay behind. A second version of a package goes
 * below the one that needs it.
 */
async function copyPackage(name, dependent, dependentPlace, { server, copied }, isOptional = false) {
  const found = await locate(name, dependent)
  if (!found) {
    if (isOptional) return // For another system.
    throw new ReportedError(`${name}, which ${dependent} needs, is not installed.`)
  }
  const { version, dependencies, optionalDependencies } = JSON.parse(
    await readFile(join(found, 'package.json'), 'utf8'),
  )
  const beside = join(server, 'node_modules', name)
  if (copied.get(beside) === version) return
  const place = copied.has(beside) ? join(dependentPlace, 'node_modules', name) : beside
  copied.set(place, version)
  await cp(found, place, {
    recursive: true,
    filter: (path) => {
      const inside = path.slice(found.length)
      return !/^[\\/]node_modules/.test(inside) && !NOT_RUN.test(inside)
    },
  })
  const all = { server, copied }
  for (const each of Object.keys(dependencies ?? {})) await copyPackage(each, found, place, all)
  for (const each of Object.keys(optionalDependencies ?? {})) await copyPackage(each, found, place, all, true)
}

/** Where Node would find a package that another one imports. */
async function locate(name, dependent) {
  for (let folder = dependent; folder !== dirname(folder); folder = dirname(folder)) {
    const path = await realpath(join(folder, 'node_modules', name)).catch(() => null)
    if (path) return path
  }
  return null
}
