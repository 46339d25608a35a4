import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createSmtpMailer } from '../platform/mail/smtp-mailer.js'
import { startSmtpServer } from '../platform/mail/smtp-server.fixture.js'
import { mostUnwritten } from '../platform/queue/lease-queue.js'
import { manyMessages, openTestDatabase, testDatabaseUri, testOutbox } from './outbox.fixture.js'
import { leaseMs } from './outbox.service.js'

const database = 'outbox_killed_test'
const concurrencyOfWorker = 4

it('a worker killed with -9 midway loses no mail, and what it may repeat is recognisable as the same mail', async () => {
  let worker: ChildProcess | undefined
  const server = await startSmtpServer({
    answer: () => {
      if (server.received.length === 60) worker?.kill('SIGKILL')
      return undefined
    },
  })
  const connection = await openTestDatabase(database)
  const afterTheLease = { now: () => new Date(Date.now() + leaseMs + 60_000) }
  const mailer = createSmtpMailer({
    url: server.url,
    from: 'no-reply@twinlock.test',
    name: 'twinlock.test',
    clock: afterTheLease,
  })
  const [one, other] = [0, 1].map(() => testOutbox(connection, { mailer, clock: afterTheLease }).outbox)
  await testOutbox(connection).outbox.put(manyMessages(200))

  worker = startWorker(server.url)
  await once(worker, 'exit')
  expect(worker.signalCode).toBe('SIGKILL')
  expect(await one?.depth()).toBeGreaterThan(100)

  await Promise.all([one?.deliverDue(), other?.deliverDue()])
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(200)
  expect(server.received.length - 200).toBeLessThanOrEqual(concurrencyOfWorker + mostUnwritten)
  expect(await one?.depth()).toBe(0)

  await mailer.close()
  await connection.close()
  await server.close()
})

function startWorker(smtpUrl: string): ChildProcess {
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const script = fileURLToPath(new URL('./doomed-worker.fixture.ts', import.meta.url))
  const args = ['--conditions=@twinlock/source', '--import', tsx, script, testDatabaseUri(database), smtpUrl]
  return spawn(process.execPath, args, { stdio: 'inherit' })
}
