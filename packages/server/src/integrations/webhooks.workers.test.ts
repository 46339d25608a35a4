import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { EventRelay } from '../events/event-relay.js'
import { resolveByDns } from '../platform/http/outbound-request.js'
import { createLogger } from '../platform/logging/logger.js'
import { Receiver } from '../testing/receiver.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { DeliveryStore } from '../webhooks/delivery.store.js'
import { WebhookStore } from '../webhooks/webhook.store.js'
import { WebhookDeliveryService } from '../webhooks/webhook-delivery.service.js'
import { hookedUp } from './webhooks.fixture.js'

const LEASE = 120_000

let testApp: TestApp
let receiver: Receiver
beforeAll(async () => {
  // No separate worker: these tests are the workers.
  testApp = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
})
afterAll(() => testApp.close())
beforeEach(async () => {
  receiver = await Receiver.start()
})
afterEach(() => receiver.close())

function worker(allowsPrivateTargets = true) {
  const { clock, keyRing, app } = testApp
  const policy = { allowsPrivate: allowsPrivateTargets, resolve: resolveByDns }
  const [webhooks, deliveries, relay] = [app.get(WebhookStore), app.get(DeliveryStore), app.get(EventRelay)]
  return new WebhookDeliveryService(webhooks, deliveries, policy, keyRing, relay, createLogger('silent'), clock)
}

async function waiting(count: number) {
  const hooked = await hookedUp(testApp, receiver.url)
  for (let each = 0; each < count; each += 1)
    await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
  return hooked
}

test('two workers on one database send each event once', async () => {
  await waiting(20)
  await Promise.all([worker().deliverDue(), worker().deliverDue()])
  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  expect(ids).toHaveLength(20)
  expect(new Set(ids).size).toBe(20)
})

test('a delivery of a worker that died is sent by the next worker once the lease expires', async () => {
  await waiting(1)
  const deliveries = testApp.connection.collection('deliveries')
  const now = testApp.clock.now()
  const lost = { state: 'SENDING', claim: 'a dead worker', dueAt: new Date(now.getTime() + LEASE) }
  await deliveries.updateMany({ state: 'WAITING' }, { $set: lost })
  await worker().deliverDue()
  expect(receiver.received).toHaveLength(0)
  testApp.clock.advance(LEASE)
  await worker().deliverDue()
  expect(receiver.received).toHaveLength(1)
})

test('a webhook that does not answer delays no other', async () => {
  const gone = await Receiver.start()
  await hookedUp(testApp, gone.url).then(({ ada, webhookId }) =>
    ada.browser.field(`mutation { sendTestEvent(webhookId: "${webhookId}") { id } }`),
  )
  await gone.close()
  await waiting(3)
  await worker().deliverDue()
  expect(receiver.received).toHaveLength(3)
})

test('K: where private addresses are barred, a webhook that leads to one is written down as such, and not called', async () => {
  const hooked = await waiting(1)
  await worker(false).deliverDue()
  expect(receiver.received).toHaveLength(0)
  const [stored] = await testApp.connection.collection('deliveries').find({ webhookId: hooked.webhookId }).toArray()
  expect(stored?.answers).toMatchObject([{ status: null, problem: 'It leads to an address that is not public.' }])
})
