import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

const OLDEST_NODE = [20, 19]

/** Every script begins here: it needs a recent Node, runs in the repository and reads `.env`, which overrides nothing. */
export function beginScript() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`Twinlock needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
    console.error('Install a newer one from https://nodejs.org or with your version manager, and try again.')
    process.exit(1)
  }
  process.chdir(root)
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** Where the embedded database and the development keys are kept. */
export function dataDir() {
  return resolve(root, process.env.TWINLOCK_DATA_DIR ?? '.data')
}

/** Where browsers find the server. */
export function publicUrl() {
  return process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? '4000'}`
}
