import { HOUR, MINUTE } from '@twinlock/shared/durations'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { EventRelay } from '../events/event-relay.js'
import { Background } from '../platform/jobs/background.js'
import { Receiver } from '../testing/receiver.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { DeliveryDocument } from '../webhooks/delivery.model.js'
import { WebhookStore } from '../webhooks/webhook.store.js'
import { WebhookDeliveryService } from '../webhooks/webhook-delivery.service.js'
import { deliveriesOf, type Hooked, hookedUp } from './webhooks.fixture.js'

const BACKLOG = 250

let testApp: TestApp
let receiver: Receiver
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
})
afterAll(() => testApp.close())
beforeEach(async () => {
  receiver = await Receiver.start()
})
afterEach(() => receiver.close())

const stored = () => testApp.connection.collection<DeliveryDocument>('deliveries')
const sendTest = ({ ada, webhookId }: Hooked): Promise<{ id: string }> =>
  ada.browser.field(`mutation { sendTestEvent(webhookId: "${webhookId}") { id } }`)
const resume = ({ ada, webhookId }: Hooked) =>
  ada.browser.field(`mutation { resumeWebhook(webhookId: "${webhookId}") { pausedAt } }`)

/** Stores more events than a worker claims at once. */
async function backlogOf(hooked: Hooked): Promise<void> {
  await sendTest(hooked)
  const { webhookId } = hooked
  const first = await stored().findOne({ webhookId })
  if (!first) throw new Error('There is no delivery.')
  await stored().insertMany(
    Array.from({ length: BACKLOG - 1 }, (_, number) => ({ ...first, _id: `evt_${number}:${webhookId}` })),
  )
}

async function letPass(ms: number, step: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += step) {
    testApp.clock.advance(step)
    await testApp.settle()
  }
}

const statesOf = async ({ webhookId }: Hooked) => new Set(await stored().distinct('state', { webhookId }))

test('hundreds of events for a dead address delay no other webhook, cost few attempts, and are sent once it is back', async () => {
  const dead = await hookedUp(testApp, receiver.url)
  const other = await Receiver.start()
  const alive = await hookedUp(testApp, other.url)
  receiver.answer = { status: 503 }
  await backlogOf(dead)
  await sendTest(alive)
  await testApp.settle()
  expect(other.received).toHaveLength(1)
  expect(receiver.received).toHaveLength(1)

  await letPass(HOUR, 5 * MINUTE)
  expect(receiver.received.length).toBeLessThan(10)
  receiver.answer = { status: 204 }
  await letPass(2 * HOUR, 5 * MINUTE)
  expect(await statesOf(dead)).toEqual(new Set(['DELIVERED']))
  await other.close()
})

test('events during an outage wait with the rest, and a test event is sent at once', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.answer = { status: 503 }
  await sendTest(hooked)
  await letPass(4 * MINUTE, MINUTE)
  await hooked.ada.setUpApp()
  await testApp.settle()
  expect(new Set(receiver.types())).toEqual(new Set(['webhook.test']))
  receiver.answer = { status: 204 }
  await sendTest(hooked)
  await testApp.settle()
  await testApp.settle()
  expect(receiver.types()).toContain('two_factor.enabled')
})

test('an event that is rejected for a day is abandoned alone when the webhook accepts all others', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  const { id } = await sendTest(hooked)
  receiver.refuses = ({ headers }) => headers['webhook-id'] === id
  for (let hours = 0; hours < 26; hours += 1) {
    await sendTest(hooked)
    await letPass(HOUR, HOUR / 2)
  }
  const { pausedAt, deliveries } = await deliveriesOf(hooked)
  const failed = deliveries.edges.filter(({ node }: { node: { state: string } }) => node.state !== 'DELIVERED')
  expect(failed.map(({ node }: { node: { id: string; state: string } }) => [node.id, node.state])).toEqual([
    [id, 'FAILED'],
  ])
  expect(pausedAt).toBeNull()

  await letPass(48 * HOUR, 24 * HOUR)
  receiver.answer = { status: 503 }
  await sendTest(hooked)
  await testApp.settle()
  expect((await deliveriesOf(hooked)).pausedAt).toBeNull()
})

test('a resumed webhook has a full day of attempts before it is paused again', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.answer = { status: 503 }
  await backlogOf(hooked)
  await letPass(25 * HOUR, HOUR)
  expect(await statesOf(hooked)).toEqual(new Set(['HELD']))
  expect(receiver.received.length).toBeLessThan(40)

  await resume(hooked)
  await testApp.settle()
  expect((await deliveriesOf(hooked)).pausedAt).toBeNull()
  receiver.answer = { status: 204 }
  await letPass(10 * MINUTE, MINUTE)
  expect(await statesOf(hooked)).toEqual(new Set(['DELIVERED']))
})

test('a new address is tried at once, with the events that waited for the old one', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.answer = { status: 503 }
  await sendTest(hooked)
  await letPass(4 * MINUTE, MINUTE)
  const moved = await Receiver.start()
  await hooked.ada.browser.field(
    'mutation($input: ChangeWebhookInput!) { changeWebhook(input: $input) { __typename } }',
    { input: { webhookId: hooked.webhookId, url: moved.url, eventTypes: [] } },
  )
  await testApp.settle()
  expect(moved.received).toHaveLength(1)
  await moved.close()
})

test.each([
  ['in seconds', () => '300'],
  ['as a date', () => new Date(testApp.clock.now().getTime() + 300_000).toUTCString()],
])('a receiver that answers 429 and asks for five minutes %s is left alone for as long', async (_, header) => {
  testApp.clock.set(new Date(Math.ceil(testApp.clock.now().getTime() / 1000) * 1000))
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.answer = { status: 429, headers: { 'retry-after': header() } }
  await sendTest(hooked)
  await testApp.settle()
  receiver.answer = { status: 204 }
  await letPass(4 * MINUTE, MINUTE)
  expect(receiver.received).toHaveLength(1)
  await letPass(MINUTE, MINUTE)
  expect(receiver.received).toHaveLength(2)
  expect(await statesOf(hooked)).toEqual(new Set(['DELIVERED']))
})

test('a receiver whose Retry-After is a month is tried again within the day', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.answer = { status: 503, headers: { 'retry-after': String(30 * 86_400) } }
  await sendTest(hooked)
  await testApp.settle()
  receiver.answer = { status: 204 }
  await letPass(24 * HOUR, 12 * HOUR)
  expect(await statesOf(hooked)).toEqual(new Set(['DELIVERED']))
})

test('a backlog is posted one after another, with at most half a command for each delivery', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  await backlogOf(hooked)
  testApp.takeCommands()
  const delivery = testApp.app.get(WebhookDeliveryService)
  await Promise.all(Array.from({ length: 50 }, () => delivery.deliverDue()))
  expect(receiver.received).toHaveLength(BACKLOG)
  expect(receiver.mostAtOnce, 'however often the run is asked for').toBe(1)
  expect(testApp.takeCommands().length).toBeLessThanOrEqual(BACKLOG / 2)
})

test('a server that is stopped does not wait for a slow receiver, and leaves its delivery to the next server', async () => {
  const { clock, keyRing, connection } = testApp
  const env = { TWINLOCK_WORKER: 'off' }
  const leaving = await startTestApp(inject('mongodbUri'), { clock, keyRing, database: connection.name, env })
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.isSilent = true
  await sendTest(hooked)
  const run = leaving.app.get(WebhookDeliveryService).deliverDue()
  await expect.poll(() => receiver.received.length).toBe(1)
  const begunAt = performance.now()
  await leaving.closeButKeep()
  await run
  expect(performance.now() - begunAt).toBeLessThan(5_000)
  receiver.isSilent = false
  await testApp.settle()
  expect(receiver.received).toHaveLength(2)
  expect(await stored().findOne({ webhookId: hooked.webhookId })).toMatchObject({ state: 'DELIVERED', attempts: 1 })
})

test('that a webhook was deleted is written down, also by the next process when this one dies right after', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  const carried = testApp.connection.collection<{ _id: string; events: unknown[] }>('webhooks')
  const relay = testApp.app.get(EventRelay)
  const died = vi.spyOn(relay, 'dispatch').mockRejectedValue(new Error('The process is gone.'))
  await hooked.ada.browser.field(`mutation { deleteWebhook(webhookId: "${hooked.webhookId}") }`)
  await testApp.app.get(Background).settled()
  died.mockRestore()
  expect(await deliveriesOf(hooked), 'nobody sees it any more').toBeUndefined()
  expect((await carried.findOne({ _id: hooked.webhookId }))?.events).toHaveLength(1)

  await testApp.settle()
  const written = await testApp.connection
    .collection('audit_events')
    .countDocuments({ type: 'webhook.deleted', networkId: hooked.network.id })
  expect(written).toBe(1)
  await testApp.app.get(WebhookStore).sweep()
  expect(await carried.findOne({ _id: hooked.webhookId })).toBeNull()
})
