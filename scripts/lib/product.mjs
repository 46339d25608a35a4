import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './project.mjs'

/**
 * Runs the product as `npm start` does and waits until it is ready: for tests from outside. Its output is stored in
 * `output()`. Nothing of the caller's own configuration reaches it but `env`.
 */
export async function startProduct({ port, dataDir, env = {} }) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), TWINLOCK_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = once(child, 'exit').then(([code]) => code)
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
        const url = /^Twinlock is ready at (\S+)$/m.exec(output)?.[1]
        if (url) resolve(url)
      })
    }
  })
  const outcome = await Promise.race([ready, ended])
  if (typeof outcome !== 'string') throw new Error(`The product ended with ${outcome} before it was ready.\n${output}`)
  const stop = async () => {
    child.kill('SIGTERM')
    return await ended
  }
  return { url: outcome, port, output: () => output, ended, stop }
}
