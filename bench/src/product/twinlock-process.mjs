import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort, startChild } from '../harness/child.mjs'
import { uriOf } from './databases.mjs'

const dist = new URL('../../../packages/server/dist/', import.meta.url)
const KEY = randomBytes(32)

/** The ring that this run seals with, as TWINLOCK_KEYS writes it and as a KeyRing takes it. */
export const ring = { text: `bench:${KEY.toString('base64')}`, keys: [{ id: 'bench', secret: new Uint8Array(KEY) }] }

const settings = (engineUri, database) => ({
  MONGODB_URI: uriOf(engineUri, database),
  TWINLOCK_KEYS: ring.text,
  // Nothing is listening there unless an arm starts it; arms whose sign-ins are from known browsers mail nobody.
  SMTP_URL: 'smtp://127.0.0.1:2',
})

/** Twinlock's own server process, as in production: HTTP and the worker in one. */
export async function startTwinlock(engineUri, database, env = {}) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = await startChild({
    name: 'Twinlock',
    script: new URL('main.js', dist),
    env: { ...settings(engineUri, database), PORT: String(port), PUBLIC_URL: url, TWINLOCK_DEMO: 'off', ...env },
    ready: /^Twinlock is ready at /m,
  })
  return { ...child, url }
}

/** Collections and indexes, by the operator's own command. */
export async function buildIndexes(engineUri, database) {
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL('cli.js', dist)), 'migrate'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...settings(engineUri, database) },
  })
}
