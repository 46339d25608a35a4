import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const RUNNER = fileURLToPath(new URL('./run-mongod.mjs', import.meta.url))
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000
const SHOWN_LOG_CHARACTERS = 2_000
const SHOWN_FATAL_LINES = 3

/**
 * @typedef {object} MongodProcess
 * @property {number} pid
 * @property {number} port
 * @property {Promise<string>} ended resolves to the end of its log when the process has ended, for whatever reason
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
  const log = collectEnd(child.stderr)
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('close', () => resolve(log()))
    child.once('error', (error) => resolve(String(error)))
  })
  child.stdin.on('error', () => {}) // The process may be gone before the pipe to it is closed.
  const stop = async () => {
    child.stdin.end()
    const patience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await ended
    clearTimeout(patience)
  }
  try {
    return { ...(await listening(child, ended)), ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @param {Promise<string>} ended
 * @returns {Promise<{ port: number, pid: number }>}
 */
async function listening(child, ended) {
  /** @type {Promise<{ port: number, pid: number }>} */
  const announced = new Promise((resolve) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const [, port, pid] = /^listening (\d+) (\d+)$/m.exec(text) ?? []
      if (port && pid) resolve({ port: Number(port), pid: Number(pid) })
    })
  })
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  /** @type {Promise<string>} */
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(() => resolve('It did not listen within a minute.'), START_LIMIT_MS)
  })
  const outcome = await Promise.race([announced, ended, tooLate])
  clearTimeout(timer)
  if (typeof outcome === 'string') throw new Error(`mongod ended before it was ready.\n${outcome}`.trim())
  return outcome
}

/**
 * Gives what a log tells of an end: its fatal lines where mongod gave up, which long backtraces follow; else its tail.
 * @param {NodeJS.ReadableStream} stream
 * @returns {() => string}
 */
function collectEnd(stream) {
  let tail = ''
  /** @type {string[]} */
  const fatal = []
  createInterface({ input: stream }).on('line', (line) => {
    tail = `${tail}${line}\n`.slice(-SHOWN_LOG_CHARACTERS)
    if (line.includes('"s":"F"') && fatal.length < SHOWN_FATAL_LINES) fatal.push(line.slice(0, SHOWN_LOG_CHARACTERS))
  })
  return () => fatal.join('\n') || tail
}
