import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { builtFile } from './built-file.js'
import { freePort } from './free-port.js'

/** The product as it is shipped, in a separate process, with its worker. */
export class BuiltServer {
  readonly lines: string[] = []

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(env: Record<string, string>): Promise<BuiltServer> {
    const port = await freePort()
    const child = spawn(process.execPath, [builtFile('main.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        TRUSTED_PROXIES: '127.0.0.1',
        TWINLOCK_DEMO: 'off',
        LOG_LEVEL: 'info',
        ...env,
      },
    })
    const server = new BuiltServer(`http://127.0.0.1:${port}`, child)
    const ready = new Promise<void>((resolve) => {
      let rest = ''
      child.stdout?.on('data', (chunk) => {
        const parts = `${rest}${chunk}`.split('\n')
        rest = parts.pop() ?? ''
        server.lines.push(...parts)
        if (process.env.TEST_LOGS) process.stderr.write(chunk)
        if (parts.some((line) => line.includes('Twinlock is ready at'))) resolve()
      })
    })
    const failed = once(child, 'exit').then(([code]) => {
      throw new Error(`The server did not start (${code}).`)
    })
    failed.catch(() => undefined)
    await Promise.race([ready, failed])
    return server
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    )
  }

  logged(message: string): string[] {
    return this.lines.filter((line) => line.includes(message))
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  async stop(): Promise<void> {
    if (!this.isRunning) return
    this.child.kill('SIGTERM')
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 15_000)
    await once(this.child, 'exit')
    clearTimeout(patience)
  }
}
