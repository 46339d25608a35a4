import type { Connection } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { delivered } from '../platform/delivery-outcome.js'
import {
  manyMessages,
  message,
  openTestDatabase,
  putAndDeliver,
  type TestOutbox,
  testOutbox,
} from './outbox.fixture.js'
import { leaseMs } from './outbox.service.js'

let connection: Connection
let one: TestOutbox
let other: TestOutbox

beforeAll(async () => {
  connection = await openTestDatabase('outbox_workers_test')
})
afterAll(() => connection.close())
beforeEach(async () => {
  await connection.collection('outbox').deleteMany({})
  one = testOutbox(connection)
  other = testOutbox(connection)
})

describe('two workers on one database', () => {
  it('send each message once between them', async () => {
    await one.outbox.put(manyMessages(300))
    const runs = await Promise.all([one, other].map(({ outbox }) => outbox.deliverDue({ concurrency: 5 })))
    const ids = [...one.sender.ids, ...other.sender.ids]
    expect(ids).toHaveLength(300)
    expect(new Set(ids).size).toBe(300)
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(300)
    expect(one.sender.ids.length).toBeGreaterThan(0)
    expect(other.sender.ids.length).toBeGreaterThan(0)
  })

  it('send a code once when both attempt it at the same time', async () => {
    for (let n = 0; n < 20; n++) {
      await one.outbox.put([message(`code-${n}`)])
      await Promise.all([one.outbox.deliverNow(`code-${n}`, 1_000), other.outbox.deliverNow(`code-${n}`, 1_000)])
    }
    expect(one.sender.ids.length + other.sender.ids.length).toBe(20)
  })

  it('store the same messages at the same time without sending any twice', async () => {
    await Promise.all([one.outbox.put(manyMessages(50)), other.outbox.put(manyMessages(50))])
    await Promise.all([one.outbox.deliverDue(), other.outbox.deliverDue()])
    expect([...one.sender.ids, ...other.sender.ids].sort()).toEqual(
      manyMessages(50)
        .map(({ id }) => id)
        .sort(),
    )
  })
})

describe('a worker that dies after it took a message', () => {
  it('delays it by its lease and no longer', async () => {
    one.sender.answer = () => new Promise(() => {})
    expect(await putAndDeliver(one.outbox, message('a'), 10)).toEqual({ status: 'queued', because: 'slow' })

    other.clock.advance(leaseMs - 1)
    expect(await other.outbox.deliverDue()).toMatchObject({ sent: 0 })
    other.clock.advance(1)
    expect(await other.outbox.deliverDue()).toMatchObject({ sent: 1 })
    expect(other.sender.ids).toEqual(['a'])
  })

  it('repeatedly on the same message does not prevent the others from abandoning it', async () => {
    await one.outbox.put([message('a')])
    await connection.collection('outbox').updateOne({}, { $set: { attempts: 16 } })
    expect(await one.outbox.deliverDue()).toMatchObject({ failed: 1 })
    expect(one.failed).toMatchObject([{ reason: 'Every attempt was interrupted.' }])
    expect(one.sender.sent).toHaveLength(0)
  })

  it('and turns out to be alive cannot undo what the next one did', async () => {
    let answer: ((outcome: typeof delivered) => void) | undefined
    one.sender.answer = () => new Promise((resolve) => (answer = resolve))
    await putAndDeliver(one.outbox, message('a'), 10)
    other.clock.advance(leaseMs)
    await other.outbox.deliverDue()
    answer?.({ status: 'failed', isPermanent: true, isProviderDown: false, reason: 'Late.' })
    await one.outbox.close()
    expect(await one.outbox.deliveryOf('a')).toBe('SENT')
    expect(one.failed).toHaveLength(0)
  })
})

describe('a worker that is stopped', () => {
  it('ends what it has begun, and gives back what it has not', async () => {
    const stop = new AbortController()
    one.sender.answer = () => {
      if (one.sender.sent.length === 3) stop.abort()
      return delivered
    }
    await one.outbox.put(manyMessages(50))
    const { sent } = await one.outbox.deliverDue({ concurrency: 2, signal: stop.signal })
    expect(sent).toBeLessThanOrEqual(4)
    expect(await one.outbox.depth()).toBe(50 - sent)
    expect(await other.outbox.deliverDue()).toMatchObject({ sent: 50 - sent })
    const attempts = await connection.collection('outbox').distinct('attempts')
    expect(attempts).toEqual([1])
  })
})
