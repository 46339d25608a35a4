import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const RUNNER = fileURLToPath(new URL('./run-mongod.mjs', import.meta.url))
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000
const SHOWN_ERROR_CHARACTERS = 2_000

/**
 * @typedef {object} MongodProcess
 * @property {number} pid
 * @property {number} port
 * @property {Promise<void>} ended resolves when the process has ended, for whatever reason
 * @property {() => Promise<void>} stop ends the process and waits for it; calling it again is harmless
 */

/**
 * Starts a mongod that lives as long as this process: the runner's standard input is a pipe that the kernel closes when
 * we die, even by kill -9. It has a process group of its own, so that Ctrl-C reaches only us and we end it last.
 * @param {string} mongod
 * @param {string} dbPath
 * @returns {Promise<MongodProcess>}
 * @throws when it ends or does not listen within a minute; the message carries the end of its log
 */
export async function startMongodProcess(mongod, dbPath) {
  const child = spawn(process.execPath, [RUNNER, mongod, dbPath], { stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  const log = collectTail(child.stderr)
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
  child.stdin.on('error', () => {}) // The process may be gone before the pipe to it is closed.
  const stop = async () => {
    child.stdin.end()
    const patience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await ended
    clearTimeout(patience)
  }
  try {
    return { ...(await listening(child, ended, log)), ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @param {Promise<void>} ended
 * @param {() => string} log
 * @returns {Promise<{ port: number, pid: number }>}
 */
async function listening(child, ended, log) {
  /** @type {Promise<{ port: number, pid: number }>} */
  const announced = new Promise((resolve) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const [, port, pid] = /^listening (\d+) (\d+)$/m.exec(text) ?? []
      if (port && pid) resolve({ port: Number(port), pid: Number(pid) })
    })
  })
  const refused = Promise.race([once(child, 'error').then(([error]) => String(error)), ended.then(log)])
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  /** @type {Promise<string>} */
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(() => resolve('It did not listen within a minute.'), START_LIMIT_MS)
  })
  const outcome = await Promise.race([announced, refused, tooLate])
  clearTimeout(timer)
  if (typeof outcome === 'string') throw new Error(`mongod ended before it was ready.\n${outcome}`.trim())
  return outcome
}

/** @param {NodeJS.ReadableStream} stream */
function collectTail(stream) {
  let tail = ''
  stream.on('data', (chunk) => {
    tail = (tail + chunk).slice(-SHOWN_ERROR_CHARACTERS)
  })
  return () => tail
}
