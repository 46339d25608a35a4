import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { say } from './steps.mjs'

/** How long a child may take to end before it is killed: requests in flight are answered first. */
const STOP_LIMIT_MS = 20_000

/**
 * Starts a child that belongs to this script. It has its own process group, so that Ctrl-C in a terminal, which
 * reaches the whole group, makes it hear one signal, from us, and not two.
 */
export function startChild(name, command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ['pipe', 'inherit', 'inherit'], detached: true })
  child.stdin.on('error', () => {}) // It may be gone before its pipe is closed.
  const ended = once(child, 'exit').then(
    ([code, signal]) => ({ name, code, signal }),
    (error) => ({ name, code: 127, signal: null, error }),
  )
  const stop = async () => {
    signalGroup(child.pid, 'SIGTERM')
    const patience = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), STOP_LIMIT_MS)
    const end = await ended
    clearTimeout(patience)
    return end
  }
  return { ended, stop }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // It has ended.
  }
}

/** In a terminal Ctrl-C comes twice at once: from the terminal, and from npm, which passes on what it hears. */
const ECHO_MS = 500

/** Resolves with the first SIGINT, SIGTERM or SIGHUP; a later one ends the script at once. */
export function firstSignal() {
  return new Promise((resolve) => {
    let first
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        first ??= performance.now()
        if (performance.now() - first > ECHO_MS) process.exit(1)
        resolve(signal)
      })
    }
  })
}

/**
 * Waits until a signal asks to end, or a child or the database ends by itself; then ends the children, and
 * the database last. Exits with 0 after a signal if every child ended well, and with 1 otherwise.
 */
export async function superviseUntilEnd(children, database, signal) {
  const cause = await Promise.race([
    signal.then(() => undefined),
    ...children.map((child) => child.ended),
    database.ended.then((log) => ({ name: 'The database', error: new Error(`the end of its log:\n${log}`) })),
  ])
  if (cause) say(`${cause.name} ended by itself (${cause.error?.message ?? cause.signal ?? `code ${cause.code}`}).`)
  const ends = await Promise.all(children.map((child) => child.stop()))
  await database.close()
  process.exit(cause || !ends.every(isWell) ? 1 : 0)
}

/** Vite and tsx let SIGTERM end them, as any program may that has nothing to finish. */
function isWell({ code, signal }) {
  return code === 0 || code === 128 + constants.signals.SIGTERM || signal === 'SIGTERM'
}
