import type { Connection } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { delivered, providerDown, refusedForNow } from '../platform/delivery-outcome.js'
import { createSmtpMailer } from '../platform/mail/smtp-mailer.js'
import { startSmtpServer } from '../platform/mail/smtp-server.fixture.js'
import { retryDelay } from '../platform/queue/retry-delay.js'
import {
  manyMessages,
  message,
  openTestDatabase,
  putAndDeliver,
  type TestOutbox,
  testOutbox,
} from './outbox.fixture.js'

const day = 24 * 60 * 60_000
let connection: Connection
let bench: TestOutbox

beforeAll(async () => {
  connection = await openTestDatabase('outbox_retry_test')
})
afterAll(() => connection.close())
beforeEach(async () => {
  await connection.collection('outbox').deleteMany({})
  bench = testOutbox(connection)
})

describe('L03 a mail server that is down and comes back', () => {
  it('gets every message, each once', async () => {
    const gone = await startSmtpServer()
    await gone.close()
    const { outbox, clock, mailer } = withSmtp(gone.url)
    await outbox.put(manyMessages(20))
    const run = await outbox.deliverDue({ concurrency: 2 })
    expect(run.sent + run.failed).toBe(0)
    expect(run.retried).toBeGreaterThan(0)
    expect(await outbox.depth()).toBe(20)

    const back = await startSmtpServer({ port: gone.port })
    clock.advance(60_000)
    expect(await outbox.deliverDue({ concurrency: 2 })).toEqual({ sent: 20, retried: 0, failed: 0 })
    expect(new Set(back.received.map(({ messageId }) => messageId)).size).toBe(20)
    expect(back.received).toHaveLength(20)
    await mailer.close()
    await back.close()
  })

  it.each([
    ['answers 451 at first', (nth: number) => (nth === 1 ? 451 : undefined)],
    ['closes with 421 at first', (nth: number) => (nth === 1 ? 421 : undefined)],
  ])('gets the message once when it %s', async (_name, answer) => {
    let asked = 0
    const server = await startSmtpServer({ answer: () => answer(++asked) })
    const { outbox, clock, mailer } = withSmtp(server.url)
    await outbox.put([message('a')])
    expect(await outbox.deliverDue()).toMatchObject({ retried: 1 })
    expect(await outbox.deliverDue()).toEqual({ sent: 0, retried: 0, failed: 0 })
    clock.advance(5_000)
    expect(await outbox.deliverDue()).toMatchObject({ sent: 1 })
    expect(server.received).toHaveLength(1)
    await mailer.close()
    await server.close()
  })

  it('is abandoned after a 550, and that is reported', async () => {
    const server = await startSmtpServer({ answer: () => 550 })
    const { outbox, clock, mailer, failed, log } = withSmtp(server.url)
    await outbox.put([message('a')])
    expect(await outbox.deliverDue()).toMatchObject({ failed: 1 })
    clock.advance(day)
    expect(await outbox.deliverDue()).toEqual({ sent: 0, retried: 0, failed: 0 })
    expect(failed).toEqual([
      {
        id: 'a',
        channel: 'email',
        template: 'notice',
        attempts: 1,
        reason: 'The mail server refused it (EMESSAGE, 550).',
      },
    ])
    expect(log()).toContain('"level":50')
    await mailer.close()
    await server.close()
  })

  it('gets a repeat that it can tell by its Message-ID when it took the mail and dropped the line', async () => {
    const seen: string[] = []
    const server = await startSmtpServer({
      // Accepted on its side; the answer never arrives.
      answer: ({ messageId }) => (seen.push(messageId) === 1 ? new Promise(() => {}) : undefined),
    })
    const { outbox, clock, mailer } = withSmtp(server.url)
    await outbox.put([message('a')])
    expect(await outbox.deliverDue()).toMatchObject({ retried: 1 })
    clock.advance(5_000)
    expect(await outbox.deliverDue()).toMatchObject({ sent: 1 })
    expect(seen).toHaveLength(2)
    expect(seen[0]).toBe(seen[1])
    await mailer.close()
    await server.close()
  })
})

describe('trying again', () => {
  it('waits 5 s, then twice as long each time, up to a day, a fifth more or less', () => {
    expect([1, 2, 3, 15].map((attempts) => retryDelay(attempts, 0.5))).toEqual([5_000, 10_000, 20_000, 81_920_000])
    expect([retryDelay(1, 0), retryDelay(1, 1)]).toEqual([4_000, 6_000])
    expect(retryDelay(16, 0.5)).toBeNull()
  })

  it('is abandoned in the end, which is reported once', async () => {
    bench.sender.answer = () => refusedForNow('Busy.')
    await bench.outbox.put([message('a')])
    for (let attempt = 1; attempt < 16; attempt++) {
      expect(await bench.outbox.deliverDue()).toEqual({ sent: 0, retried: 1, failed: 0 })
      bench.clock.advance(day)
    }
    expect(await bench.outbox.deliverDue()).toEqual({ sent: 0, retried: 0, failed: 1 })
    bench.clock.advance(day)
    expect(await bench.outbox.deliverDue()).toEqual({ sent: 0, retried: 0, failed: 0 })
    expect(bench.failed).toMatchObject([{ id: 'a', attempts: 16, reason: 'Busy.' }])
  })

  it('stops at once for an SMS code that has expired', async () => {
    const expiresAt = new Date(bench.clock.now().getTime() + 10_000)
    bench.sender.answer = () => refusedForNow('Busy.')
    await bench.outbox.put([message('a', { channel: 'sms', expiresAt })])
    await bench.outbox.deliverDue()
    bench.clock.advance(10_000)
    expect(await bench.outbox.deliverDue()).toMatchObject({ failed: 1 })
    expect(bench.sender.sent).toHaveLength(1)
    expect(bench.failed).toMatchObject([{ reason: 'It expired first.' }])
  })

  it('sends an SMS code one millisecond before it expires', async () => {
    const expiresAt = new Date(bench.clock.now().getTime() + 1)
    expect(await putAndDeliver(bench.outbox, message('a', { channel: 'sms', expiresAt }), 1_000)).toEqual({
      status: 'sent',
    })
  })

  it('does not knock once for each message at a provider that is down', async () => {
    bench.sender.answer = (sent) => ('subject' in sent ? providerDown('Down.') : delivered)
    await bench.outbox.put([...manyMessages(100), message('sms', { channel: 'sms' })])
    const run = await bench.outbox.deliverDue({ concurrency: 4 })
    expect(run).toMatchObject({ sent: 1, failed: 0 })
    expect(run.retried).toBeLessThanOrEqual(4)
    expect(bench.sender.ids).toContain('sms')

    bench.sender.answer = () => delivered
    bench.clock.advance(60_000)
    expect(await bench.outbox.deliverDue()).toMatchObject({ sent: 100 })
  })
})

function withSmtp(url: string) {
  const mailer = createSmtpMailer({
    url,
    from: 'no-reply@twinlock.test',
    name: 'twinlock.test',
    clock: bench.clock,
    timeouts: { connect: 300, silence: 300, message: 600 },
  })
  const made = testOutbox(connection, { mailer })
  return { ...made, mailer }
}
