import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../packages/server/src/testing/free-port'

const folder = fileURLToPath(new URL('../../examples/wiki/', import.meta.url))

/** The wiki of examples/wiki, as `npm start` runs it for the demo. */
export class Wiki {
  #process: ChildProcess | null = null

  private constructor(readonly port: number) {}

  /** Its address is known before it opens: the app has to list it first. */
  static async atFreePort(): Promise<Wiki> {
    return new Wiki(await freePort())
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  async open(twinlock: string, clientId: string, clientSecret: string): Promise<void> {
    this.#process = spawn(process.execPath, ['server.js'], {
      cwd: folder,
      env: { TWINLOCK: twinlock, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(this.#process.stdout as NodeJS.ReadableStream, 'data')
  }

  close(): void {
    this.#process?.kill()
  }
}
