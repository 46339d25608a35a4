import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { builtFile } from './built-file.js'
import { freePort } from './free-port.js'

/** A whole server in a separate process, to be killed at a write. */
export class DoomedServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** @param env in addition to what is set here: MONGODB_URI and TWINLOCK_KEYS */
  static async start(env: Record<string, string>): Promise<DoomedServer> {
    const port = await freePort()
    const child = spawn(
      process.execPath,
      // Not the bundle: what counts the writes has to reach the database driver.
      ['--import', builtFile('modules/testing/die-after-writes.preload.js'), builtFile('modules/main.js')],
      {
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
        env: {
          PATH: process.env.PATH,
          PORT: String(port),
          LOG_LEVEL: process.env.TEST_LOGS ? 'info' : 'silent',
          TRUSTED_PROXIES: '127.0.0.1',
          TWINLOCK_WORKER: 'off',
          TWINLOCK_DEMO: 'off',
          ...env,
        },
      },
    )
    if (process.env.TEST_LOGS) child.stdout?.pipe(process.stderr)
    await Promise.race([once(child.stdout as NonNullable<typeof child.stdout>, 'data'), failure(child)])
    return new DoomedServer(`http://127.0.0.1:${port}`, child)
  }

  /** Lets it live for so many writes more, at this time. */
  async dieAfter(writes: number, now: Date): Promise<void> {
    this.child.send({ dieAfter: writes, now: now.getTime() })
    await once(this.child, 'message')
  }

  /** Lets it live, at this time. */
  async standStillAt(now: Date): Promise<void> {
    await this.dieAfter(Number.MAX_SAFE_INTEGER, now)
  }

  /** Resolves when it is dead; how many writes it had left decides when. */
  async death(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit')
    if (this.child.signalCode !== 'SIGKILL') throw new Error('It ended before it was killed.')
  }

  stop(): void {
    this.child.kill('SIGKILL')
  }
}

async function failure(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit')
  throw new Error(`The server did not start (${code}).`)
}
