import type { Connection } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { reSeal } from '../platform/crypto/re-seal.js'
import { delivered, refusedForGood, refusedForNow } from '../platform/delivery-outcome.js'
import { keyRing, message, openTestDatabase, putAndDeliver, type TestOutbox, testOutbox } from './outbox.fixture.js'
import { priorities } from './outbox.types.js'

const day = 24 * 60 * 60_000
let connection: Connection
let bench: TestOutbox

beforeAll(async () => {
  connection = await openTestDatabase('outbox_test')
})
afterAll(() => connection.close())
beforeEach(async () => {
  await connection.collection('outbox').deleteMany({})
  bench = testOutbox(connection)
})

interface StoredMessage {
  _id: string
  sealed?: string | undefined
}

const stored = (id: string) => connection.collection<StoredMessage>('outbox').findOne({ _id: id })

describe('what is put', () => {
  it('is sent once by the worker, with its dates still dates', async () => {
    const at = new Date('2026-05-14T12:00:00Z')
    const seen: object[] = []
    bench = testOutbox(connection, {
      render: async (_template, props) => {
        seen.push(props)
        return { subject: 'Subject', text: 'text', html: 'html' }
      },
    })
    await bench.outbox.put([message('a', { props: { at, left: 3, methods: ['SMS'] } })])
    expect(await bench.outbox.deliverDue()).toEqual({ sent: 1, retried: 0, failed: 0 })
    expect(seen).toEqual([{ at, left: 3, methods: ['SMS'] }])
    expect(bench.sender.sent).toEqual([
      { id: 'a', to: 'ada@example.com', subject: 'Subject', text: 'text', html: 'html' },
    ])
    expect(await bench.outbox.deliverDue()).toEqual({ sent: 0, retried: 0, failed: 0 })
  })

  it('is not sent again when it is put again, before or after its delivery', async () => {
    await bench.outbox.put([message('a'), message('b')])
    await bench.outbox.put([message('a', { to: 'eve@evil.test' }), message('c'), message('b')])
    await bench.outbox.deliverDue()
    await bench.outbox.put([message('a'), message('b'), message('c')])
    await bench.outbox.deliverDue()
    expect(bench.sender.ids.sort()).toEqual(['a', 'b', 'c'])
    expect(bench.sender.sent.every(({ to }) => to === 'ada@example.com')).toBe(true)
  })

  it('leaves in the order of urgency', async () => {
    await bench.outbox.put([
      message('bulk', { priority: priorities.bulk }),
      message('notice', { priority: priorities.notice }),
      message('code', { priority: priorities.code }),
    ])
    await bench.outbox.deliverDue({ concurrency: 1 })
    expect(bench.sender.ids).toEqual(['code', 'notice', 'bulk'])
  })

  it('is counted until it is delivered', async () => {
    await bench.outbox.put([message('a'), message('b')])
    expect(await bench.outbox.depth()).toBe(2)
    await bench.outbox.deliverDue()
    expect(await bench.outbox.depth()).toBe(0)
  })

  it('is remembered for a month after its delivery, then forgotten', async () => {
    await bench.outbox.put([message('a')])
    await bench.outbox.deliverDue()
    bench.clock.advance(30 * day)
    expect(await bench.outbox.sweep()).toBe(0)
    bench.clock.advance(1)
    expect(await bench.outbox.sweep()).toBe(1)
    expect(await stored('a')).toBeNull()
  })
})

describe('a mail of a network to its member', () => {
  const toAda = (id: string, over = {}) => message(id, { memberId: 'acme:ada', ...over })
  const listed = async () => {
    const found = await bench.outbox.toMember('acme:ada', new Date(0), 10)
    return found.map(({ id, delivery }) => [id, delivery])
  }

  it('is listed newest first, with how far it has come', async () => {
    await bench.outbox.put([toAda('sent'), message('hers'), toAda('other', { memberId: 'acme:ben' })])
    await bench.outbox.deliverDue()
    bench.sender.answer = ({ id }) => (id === 'refused' ? refusedForGood('No such mailbox.') : refusedForNow('Later.'))
    bench.clock.advance(1)
    await bench.outbox.put([toAda('refused')])
    await bench.outbox.deliverDue()
    bench.clock.advance(1)
    await bench.outbox.put([toAda('late')])
    await bench.outbox.deliverDue()
    bench.clock.advance(1)
    await bench.outbox.put([toAda('new')])
    expect(await listed()).toEqual([
      ['new', 'QUEUED'],
      ['late', 'DELAYED'],
      ['refused', 'FAILED'],
      ['sent', 'SENT'],
    ])
    const [{ putAt } = { putAt: new Date(0) }] = await bench.outbox.toMember('acme:ada', new Date(0), 1)
    expect(putAt).toEqual(bench.clock.now())
    expect(await bench.outbox.toMember('acme:ada', new Date(putAt.getTime() + 1), 10)).toEqual([])
  })
})

describe('a code that a person is waiting for', () => {
  const code = () => message('code', { priority: priorities.code })

  it('is sent at once, and its answer is known', async () => {
    expect(await putAndDeliver(bench.outbox, code(), 1_000)).toEqual({ status: 'sent' })
    expect(bench.sender.ids).toEqual(['code'])
  })

  it('is not sent again when it is put again with the same id', async () => {
    await putAndDeliver(bench.outbox, code(), 1_000)
    expect(await putAndDeliver(bench.outbox, code(), 1_000)).toEqual({ status: 'sent' })
    expect(await bench.outbox.deliverNow('code', 1_000)).toEqual({ status: 'sent' })
    expect(bench.sender.ids).toEqual(['code'])
  })

  it('that is permanently rejected reports it', async () => {
    bench.sender.answer = () => refusedForGood('No such number.')
    expect(await putAndDeliver(bench.outbox, code(), 1_000)).toEqual({ status: 'failed' })
    expect(await bench.outbox.deliverNow('code', 1_000)).toEqual({ status: 'failed' })
    expect(bench.failed).toMatchObject([{ id: 'code', reason: 'No such number.' }])
  })

  it('says how far it has come: about to go, late, sent', async () => {
    bench.sender.answer = () => refusedForNow('Later.')
    expect(await bench.outbox.deliveryOf('code')).toBe('QUEUED')
    await bench.outbox.put([code()])
    expect(await bench.outbox.deliveryOf('code')).toBe('QUEUED')
    await bench.outbox.deliverDue()
    expect(await bench.outbox.deliveryOf('code')).toBe('DELAYED')
    let answer: (() => void) | undefined
    bench.sender.answer = () => new Promise((resolve) => (answer = () => resolve(delivered)))
    bench.clock.advance(60_000)
    await bench.outbox.deliverNow('code', 10)
    expect(await bench.outbox.deliveryOf('code'), 'while it is tried again').toBe('DELAYED')
    answer?.()
    await bench.outbox.close()
    expect(await bench.outbox.deliveryOf('code')).toBe('SENT')
  })

  it('is waited for only so long, and still goes out', async () => {
    let answer: (() => void) | undefined
    bench.sender.answer = () => new Promise((resolve) => (answer = () => resolve(delivered)))
    expect(await putAndDeliver(bench.outbox, code(), 10)).toEqual({ status: 'queued', because: 'slow' })
    expect(await bench.outbox.deliverNow('code', 10)).toEqual({ status: 'queued', because: 'slow' })
    expect(await bench.outbox.deliverDue()).toMatchObject({ sent: 0 })
    answer?.()
    await bench.outbox.close()
    expect(await bench.outbox.deliveryOf('code')).toBe('SENT')
    expect(bench.sender.ids).toEqual(['code'])
  })

  it('that was put before can be sent at once', async () => {
    await bench.outbox.put([code()])
    expect(await bench.outbox.deliverNow('code', 1_000)).toEqual({ status: 'sent' })
  })

  it('goes to one provider only, when many ask at once', async () => {
    await bench.outbox.put([code()])
    await Promise.all(Array.from({ length: 20 }, () => bench.outbox.deliverNow('code', 1_000)))
    await Promise.all(Array.from({ length: 20 }, () => putAndDeliver(bench.outbox, message('other'), 1_000)))
    expect(bench.sender.ids).toEqual(['code', 'other'])
  })
})

describe('what is stored', () => {
  const canary = 'CANARY482913'
  const secret = () => message('a', { to: `${canary}@example.com`, props: { code: canary } })

  it('does not show the recipient or the content, in the document, the log or the failure', async () => {
    bench.sender.answer = () => refusedForGood('The provider answered 400.')
    await bench.outbox.put([secret()])
    expect(JSON.stringify(await stored('a'))).not.toContain(canary)
    await bench.outbox.deliverDue()
    expect(bench.sender.sent[0]?.to).toContain(canary)
    expect(bench.log()).toContain('The provider answered 400.')
    expect(bench.log() + JSON.stringify(bench.failed) + JSON.stringify(await stored('a'))).not.toContain(canary)
  })

  it('does not show it when making the message breaks either', async () => {
    bench = testOutbox(connection, {
      render: () => Promise.reject(new TypeError(`cannot read ${canary}`)),
    })
    await bench.outbox.put([secret()])
    expect(await bench.outbox.deliverDue()).toMatchObject({ retried: 1 })
    expect(bench.log()).toContain('TypeError')
    expect(bench.log() + JSON.stringify(await stored('a'))).not.toContain(canary)
  })

  it('loses its body on delivery', async () => {
    await bench.outbox.put([secret()])
    expect(await stored('a')).toHaveProperty('sealed')
    await bench.outbox.deliverDue()
    expect(await stored('a')).not.toHaveProperty('sealed')
  })

  it('loses its body when it is abandoned', async () => {
    bench.sender.answer = () => refusedForGood('No.')
    await bench.outbox.put([secret()])
    await bench.outbox.deliverDue()
    expect(await stored('a')).toMatchObject({ state: 'failed', lastError: 'No.' })
    expect(await stored('a')).not.toHaveProperty('sealed')
  })

  it('is not sent to another recipient when bodies are swapped', async () => {
    await bench.outbox.put([message('a'), message('b', { to: 'eve@evil.test' })])
    const sealed = (await stored('b'))?.sealed
    await connection.collection<StoredMessage>('outbox').updateOne({ _id: 'a' }, { $set: { sealed } })
    await bench.outbox.deliverDue({ concurrency: 1 })
    expect(bench.sender.ids).toEqual(['b'])
    expect(await stored('a')).toMatchObject({ state: 'waiting' })
  })

  it('is resealed under the newest key, so that the old key can be removed', async () => {
    await bench.outbox.put([message('a'), message('b')])
    const newer = { id: 'k2', secret: new Uint8Array(32).fill(2) }
    const both = new KeyRing([newer, { id: 'k1', secret: new Uint8Array(32).fill(1) }])
    expect(await reSeal(both, testOutbox(connection, { keyRing: both }).outbox.envelopes())).toBe(2)
    expect(await reSeal(both, testOutbox(connection, { keyRing: both }).outbox.envelopes())).toBe(0)
    const after = testOutbox(connection, { keyRing: new KeyRing([newer]) })
    expect(await after.outbox.deliverDue()).toMatchObject({ sent: 2 })
  })

  it('waits while its key is missing', async () => {
    await bench.outbox.put([message('a')])
    const stranger = testOutbox(connection, { keyRing: new KeyRing([{ id: 'k9', secret: new Uint8Array(32) }]) })
    expect(await stranger.outbox.deliverDue()).toMatchObject({ retried: 1 })
    stranger.clock.advance(day)
    bench.clock.advance(day)
    expect(keyRing.newestKeyId).toBe('k1')
    expect(await bench.outbox.deliverDue()).toMatchObject({ sent: 1 })
  })
})
