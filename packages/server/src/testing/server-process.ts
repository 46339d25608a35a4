import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.js'

/** A server in a separate process, as an operator starts it: a file, an environment, signals. */
export class ServerProcess {
  output = ''

  private constructor(
    readonly url: string,
    readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text
        if (process.env.TEST_LOGS) process.stderr.write(text)
      })
  }

  /** @param main the file that node runs @param env nothing else of the test's own environment reaches it */
  static async start(main: string, env: Record<string, string>): Promise<ServerProcess> {
    const port = await freePort()
    const child = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, TWINLOCK_DEMO: 'off', ...env, PORT: String(port) },
    })
    return new ServerProcess(`http://localhost:${port}`, child)
  }

  /** What a load balancer asks; 0 when nobody listens. */
  async ready(): Promise<number> {
    const answer = await fetch(`${this.url}/readyz`).catch(() => null)
    await answer?.body?.cancel()
    return answer?.status ?? 0
  }

  async untilReady(status = 200): Promise<this> {
    while ((await this.ready()) !== status) {
      if (this.hasEnded) throw new Error(`The server ended with ${this.child.exitCode}:\n${this.output}`)
      await sleep(50)
    }
    return this
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  /** @returns the milliseconds until it was gone */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number> {
    const begun = performance.now()
    this.child.kill(signal)
    if (!this.hasEnded) await once(this.child, 'exit')
    return performance.now() - begun
  }
}
