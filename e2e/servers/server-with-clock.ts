// The server as its main.ts composes it, in a separate process, with a clock that the parent test moves.
// The product has nothing of the kind: what is here is all there is.
import { fileURLToPath } from 'node:url'
import { createApp, listen } from '../../packages/server/src/app.js'
import { readEnvironment } from '../../packages/server/src/environment.js'
import { createRenderMessage } from '../../packages/server/src/notifications/render-message.js'
import { loadOrMakeKeys } from '../../packages/server/src/platform/crypto/key-file.js'
import { KeyRing } from '../../packages/server/src/platform/crypto/key-ring.js'
import { Background } from '../../packages/server/src/platform/jobs/background.js'
import { createLogger } from '../../packages/server/src/platform/logging/logger.js'
import { openMongoConnection } from '../../packages/server/src/platform/mongo/mongo-connection.js'
import type { ClockAnswer, ClockRequest } from './clock-control.js'

const webDir = fileURLToPath(new URL('../../packages/web/dist', import.meta.url))

let ahead = 0
const clock = { now: () => new Date(Date.now() + ahead) }

const environment = readEnvironment(process.env)
const connection = openMongoConnection(environment.mongodbUri)
await connection.asPromise()
const app = await createApp({
  environment,
  connection,
  clock,
  keyRing: new KeyRing(await loadOrMakeKeys(environment.dataDir)),
  logger: createLogger(environment.logLevel),
  webDir,
})
await app.migrator.migrate()
await app.readiness.compare()
await app.worker.start()
const server = await listen(
  (request, response) => {
    // The web app counts down by the time that answers carry.
    response.setHeader('Date', clock.now().toUTCString())
    app.httpHandler(request, response)
  },
  environment.port,
  environment.host,
)

// The first letter waits for its renderer, which is compiled from sources here; a test expects it within two seconds.
const render = createRenderMessage(new URL(environment.publicUrl))
await render('sign-up-code', { code: '000000', expiresAt: clock.now() })

process.on('message', (request: ClockRequest) => {
  obey(request).then(
    () => answer({ kind: 'done' }),
    (error: unknown) => answer({ kind: 'failed', reason: String(error) }),
  )
})
process.on('disconnect', () => void end())
answer({ kind: 'ready' })

async function obey(request: ClockRequest): Promise<void> {
  if (request.kind === 'pass') ahead += request.milliseconds
  await app.get(Background).settled()
  await app.worker.runOnce()
  await app.get(Background).settled()
}

function answer(message: ClockAnswer): void {
  process.send?.(message)
}

async function end(): Promise<void> {
  server.closeAllConnections()
  await app.close()
  await connection.dropDatabase()
  await connection.close()
  process.exit(0)
}
