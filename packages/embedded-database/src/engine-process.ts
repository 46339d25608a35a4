import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { EngineCommand } from './engine.js'

const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000
const KEPT_ERROR_CHARACTERS = 2_000

export interface EngineProcess {
  pid: number
  port: number
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>
  /** Ends the process and waits for it; calling it again is harmless. */
  stop: () => Promise<void>
}

/**
 * Starts an engine that lives as long as this process: its standard input is a pipe that the kernel closes when we
 * die, even by kill -9. It has a process group of its own, so that Ctrl-C reaches only us and we end it last.
 *
 * @throws when it ends or says nothing within a minute; the message carries what it complained about
 */
export async function startEngineProcess({ command, args }: EngineCommand): Promise<EngineProcess> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  const complaint = collectTail(child.stderr)
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
  child.stdin.on('error', () => {}) // The engine may be gone before the pipe to it is closed.
  const stop = async () => {
    child.stdin.end()
    const patience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await ended
    clearTimeout(patience)
  }
  try {
    const { port, pid } = await listening(child, ended, complaint)
    return { pid, port, ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function listening(child: ChildProcessWithoutNullStreams, ended: Promise<void>, complaint: () => string) {
  const said = new Promise<{ port: number; pid: number }>((resolve) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk
      const [, port, pid] = /^listening (\d+) (\d+)$/m.exec(text) ?? []
      if (port && pid) resolve({ port: Number(port), pid: Number(pid) })
    })
  })
  const refused = Promise.race([once(child, 'error').then(([error]) => String(error)), ended.then(complaint)])
  const silence = new AbortController()
  const tooLate = new Promise<string>((resolve) => {
    const timer = setTimeout(() => resolve('It did not answer within a minute.'), START_LIMIT_MS)
    silence.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  const outcome = await Promise.race([said, refused, tooLate])
  silence.abort()
  if (typeof outcome === 'string') throw new Error(`The database engine ended before it was ready.\n${outcome}`.trim())
  return outcome
}

function collectTail(stream: NodeJS.ReadableStream): () => string {
  let tail = ''
  stream.on('data', (chunk: Buffer) => {
    tail = (tail + chunk).slice(-KEPT_ERROR_CHARACTERS)
  })
  return () => tail
}
