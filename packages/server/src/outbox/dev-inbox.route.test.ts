import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CapturedMessageCollection, CapturedMessagesStore } from './captured-messages.store.js'
import { devInboxRoute } from './dev-inbox.route.js'
import { message, openTestDatabase, putAndDeliver, StillClock, testOutbox } from './outbox.fixture.js'
import type { Channel } from './outbox.types.js'
import { createCapturingMailer, createCapturingSmsSender } from './senders.js'

let connection: Connection
let captured: CapturedMessagesStore

beforeAll(async () => {
  connection = await openTestDatabase('dev_inbox_test')
})
afterAll(() => connection.close())
beforeEach(async () => {
  await connection.collection('captured_messages').deleteMany({})
  await connection.collection('outbox').deleteMany({})
  captured = new CapturedMessagesStore(CapturedMessageCollection.on(connection))
})

describe('the inbox of captured messages', () => {
  it('lists mails and SMS newest first, as soon as they are delivered', async () => {
    const { outbox } = capturingOutbox()
    await putAndDeliver(outbox, message('mail', { props: { n: 1 } }), 1_000)
    await putAndDeliver(outbox, message('sms', { channel: 'sms', to: '+14155550142', props: { n: 2 } }), 1_000)
    const { status, body } = await inbox(['email', 'sms'])
    expect(status).toBe(200)
    const sentAt = '2026-05-14T15:00:00.000Z'
    expect(body).toEqual([
      { id: 'sms', channel: 'sms', to: '+14155550142', subject: null, text: '{"n":2}', html: null, sentAt },
      {
        id: 'mail',
        channel: 'email',
        to: 'ada@example.com',
        subject: 'notice',
        text: '{"n":1}',
        html: '<p></p>',
        sentAt,
      },
    ])
  })

  it('leaves out a channel that has a real provider', async () => {
    const { outbox } = capturingOutbox()
    await outbox.put([message('mail'), message('sms', { channel: 'sms', to: '+14155550142' })])
    await outbox.deliverDue()
    expect((await inbox(['sms'])).body).toMatchObject([{ id: 'sms' }])
  })

  it('retains the newest 500', async () => {
    const clock = new StillClock()
    const mailer = createCapturingMailer(captured, clock)
    for (let n = 1; n <= 550; n++) {
      await mailer.send({ id: `${n}`, to: 'ada@example.com', subject: '', text: `${n}`, html: '' })
    }
    const { body } = await inbox(['email'])
    expect(body).toHaveLength(500)
    expect(body.at(0)).toMatchObject({ id: '550' })
    expect(body.at(-1)).toMatchObject({ id: '51' })
    expect(await connection.collection('captured_messages').countDocuments()).toBe(500)
  })

  it('shows a message once, however often it was delivered', async () => {
    const sender = createCapturingSmsSender(captured, new StillClock())
    const sms = { id: 'a', to: '+14155550142', text: 'text' }
    expect([await sender.send(sms), await sender.send(sms)]).toEqual([{ status: 'delivered' }, { status: 'delivered' }])
    expect((await inbox(['sms'])).body).toHaveLength(1)
  })
})

function capturingOutbox() {
  const clock = new StillClock()
  return testOutbox(connection, {
    clock,
    mailer: createCapturingMailer(captured, clock),
    smsSender: createCapturingSmsSender(captured, clock),
  })
}

async function inbox(channels: Channel[]): Promise<{ status: number; body: unknown[] }> {
  const server = express().use(devInboxRoute(captured, channels)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/dev/inbox.json`)
  const body = response.ok ? ((await response.json()) as unknown[]) : []
  server.close()
  return { status: response.status, body }
}
