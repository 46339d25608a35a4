import { pino } from 'pino'
import { systemClock } from '../platform/clock/clock.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { createSmtpMailer } from '../platform/mail/smtp-mailer.js'
import { openMongoConnection } from '../platform/mongo/mongo-connection.js'
import { Outbox } from './outbox.service.js'

/** A worker in a separate process, for a test that kills it: `doomed-worker.fixture.ts <mongodb uri> <smtp url>`. */
const [mongodbUri = '', smtpUrl = ''] = process.argv.slice(2)

const mailer = createSmtpMailer({
  url: smtpUrl,
  from: 'no-reply@twinlock.test',
  name: 'twinlock.test',
  clock: systemClock,
})
const outbox = new Outbox({
  connection: await openMongoConnection(mongodbUri).asPromise(),
  keyRing: new KeyRing([{ id: 'k1', secret: new Uint8Array(32).fill(1) }]),
  clock: systemClock,
  mailer,
  smsSender: { send: () => Promise.reject(new Error('There are no SMS here.')) },
  readersOf: async () => new Map(),
  render: async () => ({ subject: 'Subject', text: 'text', html: '<p>html</p>' }),
  logger: pino({ level: 'silent' }),
  random: () => 0.5,
})
await outbox.deliverDue({ concurrency: 4 })
