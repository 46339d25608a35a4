import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const endWithParent = new URL('../../../scripts/lib/end-with-parent.mjs', import.meta.url).href
const SAID_KEPT = 8_000

/**
 * Starts a Node program as production would run it, and waits for the line that says it is ready. It ends with us.
 * @param {{name: string, script: URL, env?: Record<string, string>, ready?: RegExp}} options
 */
export async function startChild({ name, script, env = {}, ready = /^ready$/m }) {
  const child = spawn(process.execPath, ['--import', endWithParent, fileURLToPath(script)], {
    // Nothing of the caller's own configuration reaches it.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  })
  child.stdin.on('error', () => {})
  let said = ''
  const ended = once(child, 'exit')
  const isReady = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said = (said + text).slice(-SAID_KEPT)
        if (ready.test(said)) resolve(true)
      })
    }
  })
  const outcome = await Promise.race([isReady, ended])
  if (outcome !== true) throw new Error(`${name} ended before it was ready.\n${said}`)
  return {
    name,
    pid: child.pid,
    said: () => said,
    /** Hands over a piece of work and waits for the answer; one at a time. */
    async ask(question) {
      const answered = once(child, 'message')
      child.send(question)
      return (await answered)[0]
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
