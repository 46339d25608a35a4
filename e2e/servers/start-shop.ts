import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../packages/server/src/testing/free-port'

const folder = fileURLToPath(new URL('../../examples/step-up/', import.meta.url))

/** The shop of examples/step-up: another system's app, as its makers would run it. */
export class Shop {
  #process: ChildProcess | null = null

  private constructor(readonly port: number) {}

  /** Its address is known before it opens: the key has to list it first. */
  static async atFreePort(): Promise<Shop> {
    return new Shop(await freePort())
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  async open(twinlock: string, key: string, member: string): Promise<void> {
    this.#process = spawn(process.execPath, ['server.js'], {
      cwd: folder,
      env: { TWINLOCK: twinlock, KEY: key, MEMBER: member, PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(this.#process.stdout as NodeJS.ReadableStream, 'data')
  }

  close(): void {
    this.#process?.kill()
  }
}
