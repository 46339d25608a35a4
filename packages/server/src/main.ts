import { fileURLToPath } from 'node:url'
import { createApp, listen } from './app.js'
import { seedDemo } from './demo/seed-demo.js'
import { GLOBEX, GLOBEX_DOMAIN, seedDemoCompany } from './demo/seed-demo-company.js'
import { EnvironmentError, readEnvironment } from './environment.js'
import { systemClock } from './platform/clock/clock.js'
import { loadOrMakeKeys } from './platform/crypto/key-file.js'
import { KeyRing } from './platform/crypto/key-ring.js'
import { gracefulCloseOf } from './platform/http/graceful-close.js'
import { createLogger } from './platform/logging/logger.js'
import { ensureIndexes } from './platform/mongo/ensure-indexes.js'
import { openMongoConnection } from './platform/mongo/mongo-connection.js'
import { connectDemoProvider } from './sso/connections/demo-connection.js'

const webDir = fileURLToPath(new URL('../../web/dist', import.meta.url))

const LETTERS_AFTER_MS = 1_000

async function main(): Promise<void> {
  const environment = readEnvironment(process.env)
  const logger = createLogger(environment.logLevel)
  const keyRing = new KeyRing(environment.keys ?? (await loadOrMakeKeys(environment.dataDir)))
  const connection = openMongoConnection(environment.mongodbUri)
  await connection.asPromise()
  const app = await createApp({ environment, connection, clock: systemClock, keyRing, logger, webDir })
  if (environment.buildsIndexes) await ensureIndexes(connection)
  const server = environment.isHttp ? await listen(app.httpHandler, environment.port, environment.host) : null
  const closeServer = server && gracefulCloseOf(server)
  // Whoever cannot listen has made nothing yet: the demo's password is told once.
  const demo = { connection, keyRing, hasher: app.rooms.hasher, now: systemClock.now() }
  const welcome = environment.isDemo ? await seedDemo(demo) : null
  const company = environment.demoProviderUrl ? await openDemoCompany(environment.demoProviderUrl) : null
  if (environment.isWorker) await app.worker.start()
  if (environment.isProduction && environment.isHttp && !environment.smtpUrl)
    logger.warn('SMTP_URL is not set: mail is kept in the database, and nobody receives it')

  async function openDemoCompany(issuer: string): Promise<string | null> {
    if (!environment.isDemo) return null
    const told = await seedDemoCompany(demo, environment.publicUrl)
    await connectDemoProvider(demo, GLOBEX, issuer, GLOBEX_DOMAIN)
    return told
  }

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await closeServer?.()
    await app.close()
    await connection.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  if (environment.isHttp)
    process.stdout.write(`Twinlock is ready at ${environment.publicUrl}\n${welcome ?? ''}${company ?? ''}`)
  else logger.info('The worker is ready')
  // Once the first questions are answered, so that neither they nor the first mail wait for it.
  setTimeout(() => void import('./notifications/letter-mail.js'), LETTERS_AFTER_MS).unref()
}

main().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exit(1)
})

/** What can be mended from outside is told in words; anything else with its trace, for whoever has to find it. */
function reasonOf(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'Another program listens on this port already. Stop it, or choose another with PORT=4001.'
  if (error.name === 'MongooseServerSelectionError')
    return `The database does not answer at MONGODB_URI: ${error.message}`
  return error.stack ?? error.message
}
