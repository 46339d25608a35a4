import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct } from '../../scripts/lib/product.mjs'
import { freePort } from './free-port'
import { operate } from './operate'
import { capturedMessages, type Twinlock } from './twinlock'

/** Every person of a test has a network address of their own: the server believes the header that says so. */
const PEOPLE_HAVE_ADDRESSES = { TRUSTED_PROXIES: '127.0.0.1' }

export type RunningProduct = Twinlock & {
  dataDir: string
  /** Everything it has said. */
  output(): string
  stop(): Promise<void>
}

/** What `npm start` runs, on empty data and without the demo. */
export async function startOnEmptyData(env: Record<string, string> = {}): Promise<RunningProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), 'twinlock-e2e-'))
  const product = await startProduct({
    port: await freePort(),
    dataDir,
    env: { TWINLOCK_DEMO: 'off', ...PEOPLE_HAVE_ADDRESSES, ...env },
  })
  return {
    url: product.url,
    dataDir,
    now: () => new Date(),
    messages: () => capturedMessages(product.url),
    operate: (...command) => operate(command, { TWINLOCK_DATA_DIR: dataDir }),
    output: product.output,
    async stop() {
      await product.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
