import { HOUR } from '@twinlock/shared/durations'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { integratorOf } from '../testing/integrator.js'
import { Receiver } from '../testing/receiver.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { CREATE_WEBHOOK, deliveriesOf, hookedUp } from './webhooks.fixture.js'

let testApp: TestApp
let receiver: Receiver
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  // Signatures carry the time, and receivers compare it with their own clock.
  testApp.clock.set(new Date())
})
afterAll(() => testApp.close())
beforeEach(async () => {
  receiver = await Receiver.start()
})
afterEach(() => receiver.close())

test('an event is delivered, signed so that the receiver can verify it', async () => {
  const { ada, network, secret } = await hookedUp(testApp, receiver.url)
  testApp.clock.set(new Date())
  await ada.setUpApp()
  await testApp.settle()
  const [message] = receiver.received
  const { data, ...rest } = new Webhook(secret).verify(
    message?.body ?? '',
    message?.headers as Record<string, string>,
  ) as { type: string; data: { member: unknown } }
  expect(rest).toMatchObject({ type: 'two_factor.enabled', network: { id: network.id } })
  expect(data).toEqual({
    member: { id: expect.stringMatching(`^${network.id}:acc_`), email: ada.email },
    method: 'AUTHENTICATOR_APP',
  })
})

test('a webhook gets only the events that it subscribes to', async () => {
  const { ada } = await hookedUp(testApp, receiver.url, ['two_factor.disabled'])
  await ada.setUpApp()
  await ada.reauthenticate({ password: ada.password, method: 'AUTHENTICATOR_APP', code: await ada.appCode() })
  await ada.browser.field('mutation { turnOffTwoFactor { __typename } }')
  await testApp.settle()
  expect(receiver.types()).toEqual(['two_factor.disabled'])
})

test('a test event is sent whatever the webhook subscribes to, and its answer is listed', async () => {
  const hooked = await hookedUp(testApp, receiver.url, ['member.joined'])
  await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id state } }`)
  await testApp.settle()
  expect(receiver.types()).toEqual(['webhook.test'])
  const [edge] = (await deliveriesOf(hooked)).deliveries.edges
  expect(edge.node).toMatchObject({
    type: 'webhook.test',
    state: 'DELIVERED',
    attempts: 1,
    answers: [{ status: 204, problem: null }],
    payload: receiver.received[0]?.body,
  })
})

test('what is not accepted is tried again, with the same id and the same bytes', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.answer = { status: 503 }
  await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
  await testApp.settle()
  receiver.answer = { status: 200 }
  await testApp.settle()
  expect(receiver.received).toHaveLength(1)
  testApp.clock.advance(6_000)
  await testApp.settle()
  const [first, second] = receiver.received
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  expect(second?.body).toBe(first?.body)
  const [edge] = (await deliveriesOf(hooked)).deliveries.edges
  expect(edge.node).toMatchObject({ state: 'DELIVERED', answers: [{ status: 200 }, { status: 503 }] })
})

test('after a day without an acceptance the webhook is paused and the Admins are mailed; resumed, it loses nothing', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.answer = { status: 500 }
  await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
  for (let hour = 0; hour < 30; hour += 1) {
    await testApp.settle()
    testApp.clock.advance(HOUR)
  }
  const paused = await deliveriesOf(hooked)
  expect(paused).toMatchObject({
    pausedBecause: 'It accepted nothing for a day.',
    pausedBecauseCode: 'NOTHING_ACCEPTED',
  })
  expect(paused.deliveries.edges[0].node).toMatchObject({ state: 'FAILED', nextTryAt: null })
  expect(await hooked.ada.lastMessage()).toMatchObject({ subject: expect.stringContaining('webhook') })

  const triesSoFar = receiver.received.length
  await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
  await testApp.settle()
  expect((await deliveriesOf(hooked)).deliveries.edges[0].node.state).toBe('HELD')
  expect(receiver.received).toHaveLength(triesSoFar)

  receiver.answer = { status: 200 }
  await hooked.ada.browser.field(`mutation { resumeWebhook(webhookId: "${hooked.webhookId}") { pausedAt } }`)
  await testApp.settle()
  expect((await deliveriesOf(hooked)).deliveries.edges[0].node.state).toBe('DELIVERED')
})

test('a receiver that says it is gone is paused at once', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.answer = { status: 410 }
  await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
  await testApp.settle()
  expect((await deliveriesOf(hooked)).pausedBecause).toContain('gone')
})

test('an abandoned delivery can be sent again', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  receiver.answer = { status: 400 }
  const { id } = await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
  await testApp.settle()
  receiver.answer = { status: 200 }
  await hooked.ada.browser.field(`mutation { redeliver(deliveryId: "${id}") { state } }`)
  await testApp.settle()
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id])
})

/** Sends a test event. @returns what reads it, with the secret it was signed with */
async function sentTo(hooked: Awaited<ReturnType<typeof hookedUp>>) {
  await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
  await testApp.settle()
  const { body = '', headers = {} } = receiver.received.at(-1) ?? {}
  return (secret: string) => new Webhook(secret).verify(body, headers as Record<string, string>)
}

test('of two who rotate a secret at once, each gets one that signs, and the one before signs on', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  testApp.clock.set(new Date())
  const rotate = () =>
    hooked.ada.browser.field(`mutation { rotateWebhookSecret(webhookId: "${hooked.webhookId}") { secret } }`)
  const rotated = await Promise.all([rotate(), rotate()])
  const read = await sentTo(hooked)
  for (const { secret } of [...rotated, hooked]) expect(read(secret)).toMatchObject({ type: 'webhook.test' })
})

test('while a secret is changed both sign, and a day later the new one alone', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  testApp.clock.set(new Date())
  const rotated = await hooked.ada.browser.field(
    `mutation { rotateWebhookSecret(webhookId: "${hooked.webhookId}") { secret webhook { previousSecretUntil } } }`,
  )
  const during = await sentTo(hooked)
  expect(during(hooked.secret)).toMatchObject({ type: 'webhook.test' })
  expect(during(rotated.secret)).toMatchObject({ type: 'webhook.test' })
  expect(rotated.webhook.previousSecretUntil).toBe(new Date(testApp.clock.now().getTime() + 24 * HOUR).toISOString())
  testApp.clock.advance(24 * HOUR)
  await sentTo(hooked)
  expect(String(receiver.received.at(-1)?.headers['webhook-signature']).split(' ')).toHaveLength(1)
})

test('a key with the scope looks after webhooks, without being asked to confirm anything', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  const key = await integratorOf(testApp, hooked.ada, hooked.network, { scopes: ['webhooks:write'] })
  const input = { networkId: hooked.network.id, url: receiver.url, eventTypes: ['member.left'] }
  expect(await key.field(CREATE_WEBHOOK, { input })).toMatchObject({ __typename: 'WebhookCreated' })
  expect(await key.field(`mutation { deleteWebhook(webhookId: "${hooked.webhookId}") }`)).toBe(true)
  await testApp.settle()
  const logged = await testApp.connection.collection('audit_events').findOne({ type: 'webhook.deleted' })
  expect(logged?.event.actor).toMatchObject({ kind: 'key', name: 'Payroll' })
})

test('deliveries are paged, newest first', async () => {
  const hooked = await hookedUp(testApp, receiver.url)
  for (let count = 0; count < 3; count += 1) {
    await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
    testApp.clock.advance(1_000)
  }
  const page = async (after: string | null) => {
    const query = `query($after: String) { network(slug: "${hooked.network.slug}") { webhooks {
      deliveries(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id createdAt } } }
    } } }`
    return (await hooked.ada.browser.field(query, { after })).webhooks[0].deliveries
  }
  const first = await page(null)
  const second = await page(first.pageInfo.endCursor)
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
  const times = [...first.edges, ...second.edges].map(({ node }) => node.createdAt)
  expect(times).toEqual([...times].sort().reverse())
  expect(new Set(times).size).toBe(3)
})

test('the JSON Schema names every event', async () => {
  const schema = (await (await fetch(`${testApp.url}/webhooks.schema.json`)).json()) as {
    oneOf: unknown[]
    $defs: Record<string, { properties: { type: { const: string } } }>
  }
  expect(schema.oneOf).toHaveLength(Object.keys(schema.$defs).length)
  for (const [type, definition] of Object.entries(schema.$defs)) expect(definition.properties.type.const).toBe(type)
})
