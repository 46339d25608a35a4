import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A cold disk reads 140 MB before `mongod --version` answers. */
const PROBE_LIMIT_MS = 20_000

/**
 * A mongod that runs on this machine.
 * @typedef {{ path: string, version: string }} Mongod
 */

/**
 * Runs `mongod --version`: a library that is missing or a processor without AVX shows here, before any data is touched.
 * @param {string} path
 * @returns {Promise<Mongod | { because: string }>}
 */
export async function probeMongod(path) {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: PROBE_LIMIT_MS })
    const version = /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1]
    return version ? { path, version } : { because: `${path} --version reports no version` }
  } catch (error) {
    return { because: `${path} does not run here (${reasonOf(error)})` }
  }
}

/**
 * The release series, which decides the format of the files: "6.0" for 6.0.5.
 * @param {string} version
 */
export function seriesOf(version) {
  return version.split('.').slice(0, 2).join('.')
}

/**
 * The full path of an executable, searched on PATH as a shell would, or undefined.
 * @param {string} name
 */
export async function findOnPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const ending of endings) {
      const candidate = join(folder, name + ending)
      const isThere = await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      )
      if (isThere) return candidate
    }
  }
  return undefined
}

/** @param {unknown} error */
export function reasonOf(error) {
  const { stderr, signal, cause, message } = /** @type {Record<string, any>} */ (Object(error))
  if (signal) return `ended by ${signal}`
  const text = String(stderr || cause?.message || message || error).trim()
  return text.split('\n').slice(-2).join(' ')
}
