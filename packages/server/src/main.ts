import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type App, createApp, listen } from './app.js'
import { connectDemoWiki } from './apps/demo-wiki.js'
import { ACME, seedDemo } from './demo/seed-demo.js'
import { GLOBEX, GLOBEX_DOMAIN, seedDemoCompany } from './demo/seed-demo-company.js'
import { readEnvironment } from './environment.js'
import { KeyCanaryService } from './operator/key-canary.service.js'
import { systemClock } from './platform/clock/clock.js'
import { loadOrMakeKeys } from './platform/crypto/key-file.js'
import { KeyRing } from './platform/crypto/key-ring.js'
import { PasswordHasher } from './platform/crypto/password-hasher.js'
import { gracefulCloseOf } from './platform/http/graceful-close.js'
import { createLogger, readableLog } from './platform/logging/logger.js'
import { openMongoConnection } from './platform/mongo/mongo-connection.js'
import { reasonOf } from './reason-of.js'
import { connectDemoProvider } from './sso/connections/demo-connection.js'

const webDir = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** How often a server that waits for `twinlock migrate` looks again. */
const COMPARE_EVERY_MS = 2_000
/** Whatever is slow, the process is gone in this time; orchestrators kill after 10 seconds. */
const STOP_WITHIN_MS = 9_000

async function main(): Promise<void> {
  const environment = readEnvironment(process.env)
  const logger = createLogger(environment.logLevel, await readableLog())
  const keyRing = new KeyRing(environment.keys ?? (await loadOrMakeKeys(environment.dataDir)))
  const connection = openMongoConnection(environment.mongodbUri)
  await connection.asPromise()
  const app = await createApp({ environment, connection, clock: systemClock, keyRing, logger, webDir })
  await app.get(KeyCanaryService).verify()
  if (environment.migratesItself) await app.migrator.migrate({ report: (step) => logger.info({ step }, 'Migrating') })
  await app.readiness.compare()
  const server = await listenFor(app)
  const closing = server && gracefulCloseOf(server)

  /** A worker alone answers the two questions of an orchestrator, and goes without where the port is another's. */
  async function listenFor({ httpHandler, healthHandler }: App) {
    if (environment.isHttp) return listen(httpHandler, environment.port, environment.host)
    return listen(healthHandler, environment.port, environment.host).catch((error: unknown) => {
      logger.warn({ err: error }, 'The port is taken: /healthz and /readyz of this worker are not served')
      return null
    })
  }

  let isStopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => {
      logger.warn('What was under way took too long; the process ends, and another worker takes it up')
      process.exit(0)
    }, STOP_WITHIN_MS).unref()
    app.readiness.drain()
    app.stopLongWork()
    closing?.beginToLeave()
    // A load balancer has to see that /readyz refuses before connections are refused. Ctrl-C is in no such hurry.
    if (environment.isHttp && signal === 'SIGTERM') await sleep(environment.isTryingOut ? 1_000 : 3_000)
    await closing?.close()
    await app.close()
    await connection.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  while (app.readiness.isBehind && !isStopping) {
    await sleep(COMPARE_EVERY_MS)
    // The database may be away meanwhile; `/readyz` reports it.
    await app.readiness.compare().catch(() => false)
  }
  if (isStopping) return

  // A server that cannot listen has made nothing yet: the demo's password is printed once.
  const demo = { connection, keyRing, hasher: app.get(PasswordHasher), now: systemClock.now() }
  const welcome = environment.isDemo ? await seedDemo(demo) : null
  const company = environment.demoProviderUrl ? await openDemoCompany(environment.demoProviderUrl) : null
  const wiki = environment.demoWiki
  if (wiki) await connectDemoWiki(demo, ACME, wiki)
  if (environment.isWorker) await app.worker.start()
  if (environment.isProduction && environment.isHttp && !environment.smtpUrl)
    logger.warn('SMTP_URL is not set: mail is kept in the database, and nobody receives it')

  async function openDemoCompany(issuer: string): Promise<string | null> {
    const printed = await seedDemoCompany(demo, environment.publicUrl)
    await connectDemoProvider(demo, GLOBEX, issuer, GLOBEX_DOMAIN)
    return printed
  }

  if (environment.isHttp)
    process.stdout.write(
      `Twinlock is ready at ${environment.publicUrl}\n${welcome ?? ''}${company ?? ''}${wiki ? `Acme's wiki, an app of its own that they sign in to from here: ${wiki.url}\n` : ''}`,
    )
  else logger.info('The worker is ready')
}

main().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exit(1)
})
