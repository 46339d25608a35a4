import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os'

const root = new URL('../../../', import.meta.url)

/** Whatever a number means nothing without. */
export function machine(databaseName) {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    kernel: release(),
    node: process.version,
    database: databaseName,
    loadBefore: loadavg()[0],
  }
}

/** The versions of what is compared, as their lockfiles have them installed. */
export function versions() {
  const bench = JSON.parse(readFileSync(new URL('bench/package.json', root), 'utf8')).dependencies
  return Object.fromEntries(
    ['better-auth', '@apollo/server', 'mongodb', 'nodemailer'].map((name) => [name, bench[name]]),
  )
}

/** The commit that was measured, and whether anything in the product was changed since. */
export function commit() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  try {
    const isClean = git('status', '--porcelain', '--', 'packages') === ''
    return `${git('rev-parse', '--short', 'HEAD')}${isClean ? '' : ', with changes'}`
  } catch {
    return 'unknown'
  }
}
