import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Connection } from 'mongoose'
import { type App, createApp, listen } from '../app.js'
import type { AppDeps } from '../app-deps.js'
import { readEnvironment } from '../environment.js'
import { EventRelay } from '../events/event-relay.js'
import { Outbox } from '../outbox/outbox.service.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { Background } from '../platform/jobs/background.js'
import { createLogger } from '../platform/logging/logger.js'
import { openMongoConnection } from '../platform/mongo/mongo-connection.js'
import { WebhookDeliveryService } from '../webhooks/webhook-delivery.service.js'
import { FakeClock } from './fake-clock.js'
import { TestBrowser } from './test-browser.js'

export interface TestApp {
  app: App
  clock: FakeClock
  connection: Connection
  keyRing: KeyRing
  url: string
  /** Every log line so far. */
  logs(): string
  /** A separate browser: its own cookies and address. */
  browser(address?: string): TestBrowser
  /** Waits for the work that follows answers, and passes everything on. */
  settle(): Promise<void>
  /** Names and numbers of database commands since the last call. */
  takeCommands(): string[]
  close(): Promise<void>
  /** Stops this server and leaves its database to another. */
  closeButKeep(): Promise<void>
}

/**
 * A whole server over real HTTP on the real embedded database, with a clock that tests move.
 * @param mongodbUri from `inject('mongodbUri')`; each app gets its own database
 */
export async function startTestApp(
  mongodbUri: string,
  {
    env = {},
    clock = new FakeClock(),
    database = `test_${randomBytes(6).toString('hex')}`,
    keyRing = newTestKeyRing(),
    resolveTxt = async () => [],
    // A test that settles after each act would wait for what nothing else adds to.
    gatherMs = 0,
    port = 0,
  }: {
    env?: Record<string, string>
    /** Where others reach it, beside PUBLIC_URL; any free one unless given. */
    port?: number
    clock?: FakeClock
    database?: string
    keyRing?: KeyRing
    resolveTxt?: AppDeps['resolveTxt'] & {}
    gatherMs?: number
  } = {},
): Promise<TestApp> {
  const lines: string[] = []
  const logger = createLogger('debug', {
    write(line: string) {
      lines.push(line)
      if (process.env.TEST_LOGS) process.stderr.write(line)
    },
  })
  const uri = mongodbUri.replace(/\/?(\?.*)?$/, `/${database}$1`)
  const connection = openMongoConnection(uri, { monitorCommands: true })
  await connection.asPromise()
  const commands: string[] = []
  connection.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName))

  const environment = readEnvironment({
    MONGODB_URI: uri,
    TRUSTED_PROXIES: '127.0.0.1',
    TWINLOCK_EMBEDDED: '1',
    TWINLOCK_DEMO: 'off',
    DEFAULT_PLAN: 'FREE',
    ...env,
  })
  const deps = { environment, connection, clock, keyRing, logger, webDir: '/nowhere', resolveTxt, gatherMs }
  const app = await createApp(deps)
  await app.migrator.migrate()
  await app.readiness.compare()
  const server: Server = await listen(app.httpHandler, port, '127.0.0.1')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    // A connection whose client went away during a response would stay open for as long as keep-alive lasts.
    server.closeAllConnections()
    await closed
    await app.close()
  }
  return {
    app,
    clock,
    connection,
    keyRing,
    url,
    logs: () => lines.join(''),
    browser: (address) => new TestBrowser(url, address),
    async settle() {
      await app.get(Background).settled()
      await app.get(EventRelay).dispatchLeftovers()
      await app.get(Outbox).deliverDue()
      await app.get(WebhookDeliveryService).deliverDue()
      await app.get(Background).settled()
    },
    takeCommands: () => commands.splice(0),
    async close() {
      await stop()
      await connection.dropDatabase()
      await connection.close()
    },
    async closeButKeep() {
      await stop()
      await connection.close()
    },
  }
}

export function newTestKeyRing(): KeyRing {
  return new KeyRing([{ id: 'test1', secret: new Uint8Array(randomBytes(32)) }])
}
