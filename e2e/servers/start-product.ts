import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRunningDatabase } from '@twinlock/embedded-database/data-folder'
import { freePort } from '../../packages/server/src/testing/free-port'
import { startProduct } from '../../scripts/lib/product.mjs'
import { serverCount, startLoadBalancer } from './load-balancer'
import { operate } from './operate'
import { capturedMessages, type Twinlock } from './twinlock'

/** Every person of a test has a network address of their own: the server believes the header that says so. */
const PEOPLE_HAVE_ADDRESSES = { TRUSTED_PROXIES: '127.0.0.1' }

export type RunningProduct = Twinlock & {
  dataDir: string
  databaseUri: string
  /** Everything it has said. */
  output(): string
  stop(): Promise<void>
}

/** What `npm start` runs, on empty data and without the demo; several of it behind one address if E2E_SERVERS says so. */
export async function startOnEmptyData(env: Record<string, string> = {}): Promise<RunningProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), 'twinlock-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  // Every server says in its links that it is at the one address.
  const common = { TWINLOCK_DEMO: 'off', DEFAULT_PLAN: 'FREE', PUBLIC_URL: url, ...PEOPLE_HAVE_ADDRESSES, ...env }
  const first = await startProduct({ port: serverCount === 1 ? port : await freePort(), dataDir, env: common })
  const database = await findRunningDatabase(dataDir)
  if (!database) throw new Error(`The product runs without its embedded database.\n${first.output()}`)
  const others: Awaited<ReturnType<typeof startProduct>>[] = []
  const addresses = [`http://localhost:${first.port}`]
  while (addresses.length < serverCount) {
    const shared = { MONGODB_URI: database.uri, TWINLOCK_EMBEDDED: '1' }
    const other = await startProduct({ port: await freePort(), dataDir, env: { ...common, ...shared } })
    others.push(other)
    addresses.push(`http://localhost:${other.port}`)
  }
  const balancer = serverCount === 1 ? null : await startLoadBalancer(port, addresses)
  return {
    url,
    dataDir,
    databaseUri: database.uri,
    now: () => new Date(),
    messages: () => capturedMessages(url),
    operate: (...command) => operate(command, { TWINLOCK_DATA_DIR: dataDir }),
    output: () => [first, ...others].map(({ output }) => output()).join(''),
    async stop() {
      await balancer?.close()
      for (const server of [...others, first]) await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
