import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { postOutbound } from '../platform/http/outbound-post.js'
import { integratorOf, networkOf } from '../testing/integrator.js'
import { newPerson } from '../testing/person.js'
import { Receiver } from '../testing/receiver.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { parseWebhookInput } from './webhook-input.js'
import { CREATE_WEBHOOK, deliveriesOf, hookedUp } from './webhooks.fixture.js'

let testApp: TestApp
let receiver: Receiver
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  testApp.clock.set(new Date())
  receiver = await Receiver.start()
})
afterAll(async () => {
  await receiver.close()
  await testApp.close()
})

async function oneMessage() {
  testApp.clock.set(new Date())
  const hooked = await hookedUp(testApp, receiver.url)
  await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
  await testApp.settle()
  const { body = '', headers = {} } = receiver.received.at(-1) ?? {}
  return { ...hooked, body, headers: headers as Record<string, string> }
}

describe('H11: what a receiver can reject', () => {
  test('a forged message: another secret, another body, another id', async () => {
    const { secret, body, headers } = await oneMessage()
    const judge = new Webhook(secret)
    expect(judge.verify(body, headers)).toMatchObject({ type: 'webhook.test' })
    const other = new Webhook(`whsec_${Buffer.alloc(32, 7).toString('base64')}`)
    expect(() => other.verify(body, headers)).toThrow('No matching signature')
    expect(() => judge.verify(body.replace('webhook.test', 'two_factor.disabled'), headers)).toThrow()
    expect(() => judge.verify(body, { ...headers, 'webhook-id': 'evt_other' })).toThrow()
  })

  test('a late message: its time is signed with it', async () => {
    const { secret, body, headers } = await oneMessage()
    const early = Number(headers['webhook-timestamp']) - 301
    const old = { ...headers, 'webhook-timestamp': String(early) }
    expect(() => new Webhook(secret).verify(body, old)).toThrow('too old')
  })

  test('a replayed message: the id of what was seen before is the same', async () => {
    const hooked = await oneMessage()
    const id = hooked.headers['webhook-id']
    await hooked.ada.browser.field(`mutation { redeliver(deliveryId: "${id}") { id } }`)
    await testApp.settle()
    expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(id)
  })

  test('an event that is dispatched again after a crash makes no second message', async () => {
    const hooked = await hookedUp(testApp, receiver.url, ['two_factor.enabled'])
    await hooked.ada.setUpApp()
    await testApp.settle()
    const audit = testApp.connection.collection<{ _id: string; event: unknown }>('audit_events')
    const logged = await audit.findOne({ type: 'two_factor.enabled', 'event.email': hooked.ada.email })
    await testApp.connection
      .collection('accounts')
      .updateOne({ email: hooked.ada.email }, { $set: { events: [logged?.event] } })
    await testApp.settle()
    expect((await deliveriesOf(hooked)).deliveries.edges).toHaveLength(1)
  })

  test('no secret, code or address of a device stands in any message', async () => {
    const hooked = await hookedUp(testApp, receiver.url)
    const before = receiver.received.length
    await hooked.ada.setUpApp()
    await hooked.ada.signIn(testApp.browser())
    await hooked.ada.reauthenticate({ method: 'BACKUP_CODE', code: hooked.ada.backupCodes[0] ?? '' })
    await testApp.settle()
    const sent = receiver.received.slice(before).map(({ body }) => body)
    expect(sent.length).toBeGreaterThan(1)
    const everything = sent.join('\n')
    for (const secret of [hooked.ada.secret, ...hooked.ada.backupCodes, hooked.secret, hooked.ada.browser.address])
      expect(everything).not.toContain(secret)
  })
})

describe('H01: webhooks of another network', () => {
  test('are as if they did not exist, for its Admins and its keys', async () => {
    const mine = await hookedUp(testApp, receiver.url)
    const eve = await newPerson(testApp, 'eve').signUp()
    const hers = await networkOf(eve)
    const key = await integratorOf(testApp, eve, hers, { scopes: ['webhooks:write'] })
    const acts = [
      `mutation { deleteWebhook(webhookId: "${mine.webhookId}") }`,
      `mutation { rotateWebhookSecret(webhookId: "${mine.webhookId}") { secret } }`,
      `mutation { sendTestEvent(webhookId: "${mine.webhookId}") { id } }`,
    ]
    for (const act of acts)
      for (const caller of [eve.browser, key])
        expect((await caller.ask(act)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const input = { input: { networkId: mine.network.id, url: receiver.url } }
    expect((await key.ask(CREATE_WEBHOOK, input)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  test('and an Admin who has not just confirmed makes none', async () => {
    const { ada, network } = await hookedUp(testApp, receiver.url)
    testApp.clock.advance(5 * 60_000)
    const answer = await ada.browser.ask(CREATE_WEBHOOK, { input: { networkId: network.id, url: receiver.url } })
    expect(answer.errors?.[0]?.extensions.code).toBe('REAUTHENTICATION_REQUIRED')
  })
})

const internal = [
  ['dotted', '127.0.0.1'],
  ['decimal', '2130706433'],
  ['octal', '0177.0.0.1'],
  ['hexadecimal', '0x7f000001'],
  ['mixed', '0x7f.1'],
  ['short', '127.1'],
  ['zero', '0'],
  ['in circled digits', '①②⑦.0.0.1'],
  ['IPv6 loopback', '[::1]'],
  ['IPv6 unspecified', '[::]'],
  ['IPv4-mapped', '[::ffff:127.0.0.1]'],
  ['IPv4-mapped in hexadecimal', '[::ffff:7f00:1]'],
  ['IPv4-compatible', '[::7f00:1]'],
  ['by NAT64', '[64:ff9b::7f00:1]'],
  ['by 6to4', '[2002:7f00:1::]'],
  ['private 10', '10.0.0.1'],
  ['private 172', '172.16.0.1'],
  ['private 192', '192.168.1.1'],
  ['link-local, where clouds keep their metadata', '169.254.169.254'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['IPv6 unique local', '[fd00::1]'],
  ['IPv6 link-local', '[fe80::1]'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
] as const

describe('K: a webhook to an internal address', () => {
  const barring = (addresses: string[]) => ({
    allowsPrivate: false,
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  })
  const to = (host: string, scheme = 'https') => ({
    url: new URL(`${scheme}://${host}:${receiver.port}/`),
    headers: {},
    body: '{}',
    timeout: 1_000,
  })

  test.each(internal)('%s (%s) is refused when it is written down', (_name, host) => {
    expect(parseWebhookInput({ url: `https://${host}/hooks`, eventTypes: [] }, false)).toMatchObject({
      kind: 'invalid',
      problems: { url: expect.stringContaining('public') },
    })
  })

  test.each(internal)('%s (%s) is refused when it is called', async (_name, host) => {
    const before = receiver.received.length
    expect(await postOutbound(to(host), barring([]))).toEqual({ kind: 'barred' })
    expect(receiver.received).toHaveLength(before)
  })

  test.each(
    internal.filter(
      ([, host]) =>
        /^[\d.]+$|^\[/.test(host) && host !== '0' && host !== '127.1' && host !== '2130706433' && host !== '0177.0.0.1',
    ),
  )('a name that leads to %s (%s) is refused when it is called', async (_name, host) => {
    const address = host.replace(/^\[|\]$/g, '')
    expect(await postOutbound(to('hooks.example.com'), barring([address]))).toEqual({ kind: 'barred' })
  })

  test('an address that is not https is refused when it is called', async () => {
    expect(await postOutbound(to('hooks.example.com', 'http'), barring(['8.8.8.8']))).toEqual({ kind: 'barred' })
  })

  test('a name with one public and one internal address is refused', async () => {
    expect(await postOutbound(to('hooks.example.com'), barring(['8.8.8.8', '127.0.0.1']))).toEqual({ kind: 'barred' })
  })

  test('DNS rebinding: a name is resolved once, and the checked address is the one connected to', async () => {
    let asked = 0
    const rebinding = {
      allowsPrivate: true,
      resolve: async () => {
        asked += 1
        return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
      },
    }
    const outcome = await postOutbound(to('rebind.example.com', 'http'), rebinding)
    expect({ outcome, asked }).toEqual({ outcome: { kind: 'answered', status: 204 }, asked: 1 })
  })

  test('a redirect is an answer, and is not followed', async () => {
    const inner = await Receiver.start()
    receiver.answer = { status: 307, headers: { location: inner.url } }
    const hooked = await hookedUp(testApp, receiver.url)
    await hooked.ada.browser.field(`mutation { sendTestEvent(webhookId: "${hooked.webhookId}") { id } }`)
    await testApp.settle()
    expect(inner.received).toHaveLength(0)
    expect((await deliveriesOf(hooked)).deliveries.edges[0].node).toMatchObject({
      state: 'WAITING',
      answers: [{ status: 307, problem: 'Redirects are not followed.', problemCode: 'REDIRECT' }],
    })
    receiver.answer = { status: 204 }
    await inner.close()
  })

  test.each([
    'ftp://example.com/',
    'http://example.com/',
    'https://user:pw@example.com/',
    'file:///etc/passwd',
    'no address',
  ])('%s is refused when it is written down', (url) => {
    expect(parseWebhookInput({ url, eventTypes: [] }, false).kind).toBe('invalid')
  })
})
