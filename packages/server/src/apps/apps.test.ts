import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { NetworkCollection } from '../networks/network.model.js'
import { OperatorNetworksService } from '../operator/operator-networks.service.js'
import { integratorOf, networkOf } from '../testing/integrator.js'
import { putNetwork } from '../testing/network.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { appFields, appOf, CREATE_APP, UPDATE_APP } from './app.fixture.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const listed = (slug: string, fields = 'id name') => `{ network(slug: "${slug}") { apps { ${fields} } } }`

test('an Admin adds an app, is shown its secret once, and finds it in the list', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const made = await ada.browser.field(CREATE_APP, {
    input: { networkId: network.id, name: ' Wiki ', redirectUris: ['https://wiki.example.com/callback'] },
  })
  expect(made).toMatchObject({
    __typename: 'AppCreated',
    clientSecret: expect.stringMatching(/^[\w-]{43}$/),
    app: {
      name: 'Wiki',
      url: 'https://wiki.example.com/',
      access: 'EVERYONE',
      roles: ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'],
      requires: 'SIGNED_IN',
      tokenEndpointAuthMethod: 'client_secret_basic',
      liveSecrets: 1,
      lastUsedAt: null,
    },
  })
  expect(made.app.clientId).toBe(made.app.id)
  const answer = await ada.browser.ask(listed(network.slug, appFields))
  expect(answer.data.network.apps).toEqual([made.app])
  const stored = await testApp.connection.collection('apps').findOne({ _id: made.app.id })
  expect(JSON.stringify(stored)).not.toContain(made.clientSecret)
})

test('a public app has no secret, and none can be made for it', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const made = await ada.browser.field(CREATE_APP, {
    input: { networkId: network.id, name: 'Phone', redirectUris: ['http://localhost:1/cb'], isPublic: true },
  })
  expect(made).toMatchObject({ clientSecret: null, app: { tokenEndpointAuthMethod: 'none', liveSecrets: 0 } })
  const rotate = `mutation { rotateAppSecret(id: "${made.app.id}") { __typename } }`
  expect((await ada.browser.field(rotate)).__typename).toBe('InvalidInput')

  await ada.browser.field(UPDATE_APP, { input: { id: made.app.id, isPublic: false } })
  expect(await ada.browser.field(rotate), 'no longer public').toMatchObject({ __typename: 'AppCreated' })
})

test('two secrets are live during a rotation, and the third ends the first', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const app = await appOf(ada, network)
  const rotate = async () =>
    ada.browser.field(
      `mutation { rotateAppSecret(id: "${app.id}") { ... on AppCreated { clientSecret app { liveSecrets } } } }`,
    )
  const second = await rotate()
  expect(second.app.liveSecrets).toBe(2)
  const third = await rotate()
  expect(third.app.liveSecrets).toBe(2)
  expect(new Set([app.secret, second.clientSecret, third.clientSecret]).size).toBe(3)
})

test('what is absent in a change stays as it is', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const app = await appOf(ada, network, { backChannelLogoutUri: 'http://localhost:9999/logout' })
  const changed = await ada.browser.field(UPDATE_APP, {
    input: { id: app.id, access: 'NO_GUESTS', roles: ['ADMIN', 'MEMBER'], requires: 'PHISHING_RESISTANT' },
  })
  expect(changed.app).toMatchObject({
    name: 'Wiki',
    redirectUris: [app.redirectUri],
    backChannelLogoutUri: 'http://localhost:9999/logout',
    roles: ['ADMIN', 'MEMBER'],
    requires: 'PHISHING_RESISTANT',
  })
  const without = await ada.browser.field(UPDATE_APP, { input: { id: app.id, backChannelLogoutUri: null } })
  expect(without.app.backChannelLogoutUri).toBeNull()
})

test('a path rule says in full what it asks: what it leaves out is the app’s', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const app = await appOf(ada, network, { access: 'ADMINS', requires: 'SECOND_STEP' })
  const update = (options: object) => ada.browser.field(UPDATE_APP, { input: { id: app.id, ...options } })
  const pathRules = [
    { prefix: '/a', withinMinutes: 10 },
    { prefix: '/b', roles: ['MEMBER'], requires: 'SIGNED_IN' },
  ]
  const [silent, own] = (await update({ pathRules })).app.pathRules
  expect(silent).toMatchObject({ access: 'ADMINS', roles: ['OWNER', 'ADMIN'], requires: 'SECOND_STEP' })
  expect(own).toMatchObject({ access: 'EVERYONE', roles: ['MEMBER'], requires: 'SIGNED_IN' })
  const [later] = (await update({ access: 'EVERYONE', requires: 'PHISHING_RESISTANT' })).app.pathRules
  expect(later).toMatchObject({ access: 'EVERYONE', requires: 'PHISHING_RESISTANT' })
})

test('roles that cover everyone whom access names narrow nothing, and are not stored', async () => {
  const ada = await newPerson(testApp).signUp()
  const app = await appOf(ada, await networkOf(ada), { access: 'ADMINS', roles: ['OWNER', 'ADMIN'] })
  const changed = await ada.browser.field(UPDATE_APP, { input: { id: app.id, access: 'NO_GUESTS' } })
  expect(changed.app.roles).toEqual(['OWNER', 'ADMIN', 'MEMBER'])
})

it.each<[string, object]>([
  ['roles', { roles: [] }],
  ['pathRules', { pathRules: [{ prefix: '/admin', roles: [] }] }],
  ['pathRules', { pathRules: [{ prefix: '/admin' }, { prefix: '/admin/' }] }],
  ['hosts', { hosts: ['wiki.localhost:443'] }],
  ['hosts', { hosts: ['wiki.localhost:80'] }],
  ['jwks', { jwks: '{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}]}' }],
  ['jwks', { jwks: JSON.stringify({ keys: [{ kty: 'RSA', e: 'AQAB', n: `AA${'x'.repeat(340)}` }] }) }],
])('%s that nobody could use, or could read in two ways, are refused', async (field, options) => {
  const ada = await newPerson(testApp).signUp()
  const app = await appOf(ada, await networkOf(ada))
  const refused = await ada.browser.field(UPDATE_APP, { input: { id: app.id, ...options } })
  expect(refused).toMatchObject({ __typename: 'InvalidInput', fields: [{ field }] })
})

describe('redirect addresses are refused', () => {
  it.each([
    'wiki.example.com',
    'http://wiki.example.com/cb',
    'https://wiki.example.com/cb#fragment',
    'https://user@wiki.example.com/cb',
    'https://*.example.com/cb',
    'https://wiki.example.com\\@evil.example/cb',
    'https://wiki.example.com/a/../cb',
    'https://WIKI.example.com/cb',
    'https://wïki.example.com/cb',
    'javascript:alert(1)',
    'https://wiki.example.com/c b',
  ])('%s', async (redirectUri) => {
    const ada = await newPerson(testApp).signUp()
    const network = await networkOf(ada)
    const refused = await ada.browser.field(CREATE_APP, {
      input: { networkId: network.id, name: 'Wiki', redirectUris: [redirectUri] },
    })
    expect(refused).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'redirectUris' }] })
  })
})

describe('hosts for the gate', () => {
  const hosts = async (wanted: string[], proved: string[] = ['example.com'], allowed = true) => {
    const ada = await newPerson(testApp).signUp()
    const network = await networkOf(ada)
    const now = testApp.clock.now()
    await NetworkCollection.on(testApp.connection).updateOne(
      { _id: network.id },
      {
        $set: {
          ssoDomains: proved.map((name) => ({
            name,
            token: 'x',
            claimedAt: now,
            provedAt: allowed ? now : null,
            missingSince: null,
          })),
        },
      },
    )
    return ada.browser.field(CREATE_APP, { input: { networkId: network.id, name: 'Wiki', hosts: wanted } })
  }

  test('under a proved domain', async () => {
    const made = await hosts(['WIKI.example.com', 'docs.example.com:8443'])
    expect(made.app.hosts).toEqual(['wiki.example.com', 'docs.example.com:8443'])
  })

  it.each([
    [['wiki.example.org']],
    [['badexample.com']],
    [['wiki.example.com/path']],
    [['user@wiki.example.com']],
    [['wiki.example.com:99999999']],
    [['*.example.com']],
    [['localhost:4000']],
  ])('not %j', async (wanted) => {
    expect(await hosts(wanted)).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'hosts' }] })
  })

  test('not under one that is only claimed', async () => {
    expect((await hosts(['docs2.example.com'], ['example.com'], false)).__typename).toBe('InvalidInput')
  })

  test('one that the operator has assigned', async () => {
    const ada = await newPerson(testApp).signUp()
    const network = await networkOf(ada)
    const input = { networkId: network.id, name: 'Wiki', hosts: ['wiki.elsewhere.example'] }
    expect((await ada.browser.field(CREATE_APP, { input })).__typename).toBe('InvalidInput')
    await testApp.app.get(OperatorNetworksService).assignHost(network.slug, 'wiki.elsewhere.example')
    expect((await ada.browser.field(CREATE_APP, { input })).__typename).toBe('AppCreated')
  })

  test('of two apps that want the same host at once one gets it', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => hosts(['race.example.com'])))
    expect(made.filter(({ __typename }) => __typename === 'AppCreated')).toHaveLength(1)
  })
})

test('an app of another network does not exist, neither for its Admin nor for its keys', async () => {
  const [ada, eve] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
  const [network, other] = [await networkOf(ada), await networkOf(eve)]
  const app = await appOf(ada, network)
  const key = await integratorOf(testApp, eve, other, { scopes: ['apps:write'] })
  for (const caller of [eve.browser, key]) {
    for (const document of [
      `mutation { deleteApp(id: "${app.id}") }`,
      `mutation { rotateAppSecret(id: "${app.id}") { __typename } }`,
      `mutation { updateApp(input: { id: "${app.id}", name: "Mine" }) { __typename } }`,
    ])
      expect((await caller.ask(document)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  }
})

test('a key with apps:write looks after apps, and one without does not', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const key = await integratorOf(testApp, ada, network, { scopes: ['apps:write'] })
  const made = await key.field(CREATE_APP, { input: { networkId: network.id, name: 'Wiki' } })
  expect(made.__typename).toBe('AppCreated')
  expect((await key.ask(listed(network.slug))).data.network.apps).toHaveLength(1)
  const one = await key.field(`{ network(slug: "${network.slug}") { id app(id: "${made.app.id}") { name } } }`)
  expect(one).toEqual({ id: network.id, app: { name: 'Wiki' } })
  const reader = await integratorOf(testApp, ada, network, { scopes: ['network:read'] })
  expect((await reader.ask(listed(network.slug))).errors?.[0]?.extensions).toMatchObject({
    code: 'FORBIDDEN',
    missingScope: 'apps:write',
  })
})

test('a key with apps:write alone reads nothing else of its network, and nothing of another', async () => {
  const [ada, eve] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
  const [network, other] = [await networkOf(ada), await networkOf(eve)]
  const key = await integratorOf(testApp, ada, network, { scopes: ['apps:write'] })
  const { fields } = await key.field(
    '{ __type(name: "Network") { fields { name type { kind ofType { kind } } args { name } } } }',
  )
  const others = fields.filter(({ name }: { name: string }) => !['id', 'apps', 'app'].includes(name))
  expect(others.length).toBeGreaterThan(10)
  for (const { name, type, args } of others) {
    const isObject = [type.kind, type.ofType?.kind].some((kind) => ['OBJECT', 'LIST'].includes(kind))
    const given = args.some((arg: { name: string }) => arg.name === 'id') ? '(id: "x")' : ''
    const answer = await key.ask(
      `{ network(slug: "${network.slug}") { ${name}${given}${isObject ? ' { __typename }' : ''} } }`,
    )
    expect(answer.errors?.[0]?.extensions, name).toMatchObject({ code: 'FORBIDDEN', missingScope: 'network:read' })
    expect(answer.data.network?.[name] ?? null).toBeNull()
  }
  expect(await key.field(`{ network(slug: "${other.slug}") { id apps { name } } }`)).toBeNull()
})

test('members see what they may open, in networks that are open to them', async () => {
  const [ada, member, guest] = [
    await newPerson(testApp).signUp(),
    await newPerson(testApp).signUp(),
    await newPerson(testApp).signUp(),
  ]
  const network = await networkOf(ada)
  const document = await NetworkCollection.on(testApp.connection).findOne({ _id: network.id })
  if (!document) throw new Error('There is no network.')
  await putNetwork(testApp, [member], { into: document })
  await putNetwork(testApp, [guest], { into: document, role: 'GUEST' })
  await appOf(ada, network, { name: 'Everybody' })
  await appOf(ada, network, { name: 'Members', access: 'NO_GUESTS' })
  await appOf(ada, network, { name: 'Admins', access: 'ADMINS' })
  const seenBy = async (person: typeof ada) =>
    (await person.browser.field('{ viewer { apps { name } } }')).apps.map(({ name }: { name: string }) => name)
  expect(await seenBy(ada)).toEqual(['Everybody', 'Members', 'Admins'])
  expect(await seenBy(member)).toEqual(['Everybody', 'Members'])
  expect(await seenBy(guest)).toEqual(['Everybody'])

  await NetworkCollection.on(testApp.connection).updateOne(
    { _id: network.id },
    {
      $set: {
        mandate: {
          activationId: 'act_1',
          activatedAt: testApp.clock.now(),
          activatedBy: { accountId: 'acc_nobody', name: 'Olga' },
          deadline: testApp.clock.now(),
        },
      },
    },
  )
  expect(await seenBy(member)).toEqual([])
})

test('each act is in the audit log, and its webhook goes out', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const app = await appOf(ada, network)
  await ada.browser.field(UPDATE_APP, { input: { id: app.id, name: 'Docs' } })
  await ada.browser.field(`mutation { rotateAppSecret(id: "${app.id}") { __typename } }`)
  await ada.browser.field(`mutation { deleteApp(id: "${app.id}") }`)
  await testApp.settle()
  const entries = await testApp.connection
    .collection('audit_events')
    .find({ 'event.appId': app.id })
    .sort({ 'event.at': 1 })
    .toArray()
  expect(entries.map(({ event }) => event.type).sort()).toEqual([
    'app.changed',
    'app.created',
    'app.deleted',
    'app.secret_rotated',
  ])
  expect((await ada.browser.ask(listed(network.slug))).data.network.apps).toEqual([])
})
