import { DAY } from '@twinlock/shared/durations'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { CREATE_KEY, integratorOf, networkOf } from '../testing/integrator.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const WHO_AM_I = '{ integration { id name scopes expiresAt network { slug } } }'

test('an Admin makes a key, and a system asks with it who it is', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const made = await ada.browser.field(CREATE_KEY, {
    input: { networkId: network.id, name: 'Payroll', scopes: ['members:read', 'network:read'] },
  })
  expect(made).toMatchObject({
    __typename: 'ApiKeyCreated',
    token: expect.stringMatching(/^twl_[2-9a-z]{12}_[A-Za-z0-9_-]{43}$/),
    apiKey: {
      name: 'Payroll',
      scopes: ['network:read', 'members:read'],
      state: 'ACTIVE',
      createdBy: 'ada',
      lastUsedAt: null,
    },
  })
  expect(made.apiKey.expiresAt).toBe(new Date(testApp.clock.now().getTime() + 90 * DAY).toISOString())

  const payroll = await integratorOf(testApp, ada, network)
  expect(await payroll.field(WHO_AM_I)).toMatchObject({ name: 'Payroll', network: { slug: network.slug } })
  expect(await payroll.field(`{ network(slug: "${network.slug}") { slug role } }`)).toEqual({
    slug: network.slug,
    role: null,
  })
})

test('a caller without a key is no integration', async () => {
  const ada = await newPerson(testApp).signUp()
  expect(await ada.browser.field(WHO_AM_I)).toBeNull()
})

test('the list shows when a key was last used, and never the key', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const payroll = await integratorOf(testApp, ada, network)
  await payroll.field(WHO_AM_I)
  await testApp.settle()
  const answer = await ada.browser.ask(
    `{ network(slug: "${network.slug}") { apiKeys { id prefix lastUsedAt state } } }`,
  )
  expect(answer.data.network.apiKeys).toEqual([
    {
      id: payroll.keyId,
      prefix: `twl_${payroll.keyId}`,
      lastUsedAt: testApp.clock.now().toISOString(),
      state: 'ACTIVE',
    },
  ])
  expect(JSON.stringify(answer)).not.toContain(payroll.token)
})

test('every problem of a new key is reported at once, by field', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const refused = await ada.browser.field(CREATE_KEY, {
    input: {
      networkId: network.id,
      name: ' ',
      scopes: ['policy:write'],
      expiresInDays: 366,
      allowedAddresses: ['example.com'],
      returnAddresses: ['http://app.example.com/done'],
    },
  })
  expect(refused.__typename).toBe('InvalidInput')
  expect(refused.fields.map(({ field }: { field: string }) => field)).toEqual([
    'name',
    'scopes',
    'expiresInDays',
    'allowedAddresses',
    'returnAddresses',
  ])
})

test('a key says with each answer how many requests it has left', async () => {
  const ada = await newPerson(testApp).signUp()
  const payroll = await integratorOf(testApp, ada, await networkOf(ada))
  const first = await payroll.post({ query: WHO_AM_I })
  expect(first.headers.get('ratelimit-policy')).toBe('"key";q=600;w=60')
  expect(first.headers.get('ratelimit')).toMatch(/^"key";r=599;t=\d+$/)
  const second = await payroll.post({ query: WHO_AM_I })
  expect(second.headers.get('ratelimit')).toMatch(/^"key";r=598;t=\d+$/)
})

test('who has spent the requests of a minute waits for the next', async () => {
  const ada = await newPerson(testApp).signUp()
  const payroll = await integratorOf(testApp, ada, await networkOf(ada))
  const window = Math.floor(testApp.clock.now().getTime() / 60_000)
  await payroll.field(WHO_AM_I)
  await testApp.connection
    .collection<{ _id: string }>('rate_windows')
    .updateOne({ _id: `api-key:${payroll.keyId}:${window}` }, { $set: { count: 600 } })
  const refused = await payroll.post({ query: WHO_AM_I })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
  testApp.clock.advance(60_000)
  expect(await payroll.field(WHO_AM_I)).not.toBeNull()
})

test('return addresses are replaced after a fresh confirmation', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const payroll = await integratorOf(testApp, ada, network)
  const set = (returnAddresses: string[]) =>
    ada.browser.ask(
      `mutation($input: SetReturnAddressesInput!) {
        setReturnAddresses(input: $input) {
          __typename ... on ReturnAddressesSet { apiKey { returnAddresses } } ... on InvalidInput { fields { field } }
        }
      }`,
      { input: { apiKeyId: payroll.keyId, returnAddresses } },
    )
  expect((await set(['https://app.example.com/done', 'http://localhost:8080/done'])).data).toEqual({
    setReturnAddresses: {
      __typename: 'ReturnAddressesSet',
      apiKey: { returnAddresses: ['https://app.example.com/done', 'http://localhost:8080/done'] },
    },
  })
  expect((await set(['https://app.example.com/done?next=1'])).data).toMatchObject({
    setReturnAddresses: { __typename: 'InvalidInput', fields: [{ field: 'returnAddresses' }] },
  })
  testApp.clock.advance(5 * 60_000)
  expect((await set([])).errors?.[0]?.extensions.code).toBe('REAUTHENTICATION_REQUIRED')
})

test('making and revoking a key is mailed to the Admins and written into the audit log', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const payroll = await integratorOf(testApp, ada, network)
  expect(await ada.lastMessage()).toMatchObject({
    subject: expect.stringMatching(/^ada created an API key for Network/),
  })
  testApp.clock.advance(1_000)
  await ada.browser.field(`mutation { revokeApiKey(id: "${payroll.keyId}") { state } }`)
  expect(await ada.lastMessage()).toMatchObject({ subject: expect.stringMatching(/^ada revoked an API key/) })
  const logged = await testApp.connection
    .collection('audit_events')
    .find({ networkId: network.id, type: /^api_key/ })
    .toArray()
  expect(logged.map(({ type }) => type).sort()).toEqual(['api_key.created', 'api_key.revoked'])
  expect(JSON.stringify(logged)).not.toContain(payroll.token)
})
