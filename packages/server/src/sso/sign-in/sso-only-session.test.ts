import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, isNonNullType } from 'graphql'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { AppSessionCollection, type AppSessionDocument } from '../../apps/sessions/app-session.model.js'
import { guardOf } from '../../graphql/caller-guard.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { accountOf, putNetwork } from '../../testing/network.js'
import { Person, viewerFields } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import type { HostileProvider } from '../testing/hostile-provider.js'
import { claimsOf, putSsoNetwork, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

let testApp: TestApp
let provider: HostileProvider
let schema: GraphQLSchema
/** Has an app, backup codes, two networks; and a browser in which the provider of one alone vouched for her. */
let ada: Person
let company: NetworkDocument
let ordinary: NetworkDocument
let browser: TestBrowser
withProvider((started) => {
  ;({ testApp, provider } = started)
})
beforeAll(async () => {
  ada = await (await new Person(testApp, testApp.browser(), 'ada@acme.example').signUp()).setUpApp()
  company = await putSsoNetwork(testApp, provider, [ada], { role: 'ADMIN', deadlineIn: 24 })
  ordinary = await putNetwork(testApp, [ada])
  browser = await comesBy()
  const { data } = await browser.ask(getIntrospectionQuery())
  schema = buildClientSchema(data)
})

async function comesBy(claims: Record<string, unknown> = {}, query = '', into = testApp.browser()) {
  await signInByProvider(into, provider, company.slug, claimsOf(ada.email, claims), query)
  return into
}
const codeOf = async (query: string, variables = {}, from = browser) => {
  const { errors } = await from.ask(query, variables)
  return errors?.[0]?.extensions.code ?? 'no error'
}
const NETWORK = 'query($slug: String!) { network(slug: $slug) { slug } }'

describe('a session that a provider alone vouches for', () => {
  test('sees its own network’s membership, and no other', async () => {
    expect(await browser.field('{ viewer { memberships { standing network { slug } } } }')).toEqual({
      memberships: [{ standing: 'EXEMPT_SSO', network: { slug: company.slug } }],
    })
    expect(await browser.field(NETWORK, { slug: company.slug })).toEqual({ slug: company.slug })
    expect(await browser.field(NETWORK, { slug: ordinary.slug })).toBeNull()
  })

  test('sees no factors, no backup codes, no number of them, not whether 2FA is on', async () => {
    expect(
      await browser.field(
        '{ viewer { isCompanySignIn twoFactor { isOn preferredMethod factors { id } backupCodesLeft backupCodesTotal maskedPhoneNumber mandatoryIn { slug } } } }',
      ),
    ).toEqual({
      isCompanySignIn: true,
      twoFactor: {
        isOn: false,
        preferredMethod: null,
        factors: [],
        backupCodesLeft: 0,
        backupCodesTotal: 0,
        maskedPhoneNumber: null,
        mandatoryIn: [],
      },
    })
  })

  test('sees itself among the sessions, no other device, and nothing of what happened to the account', async () => {
    const viewer = await browser.field(
      '{ viewer { sessions { isCurrent } trustedDevices { id } activity { __typename } confirmedUntil } }',
    )
    expect(viewer).toEqual({ sessions: [{ isCurrent: true }], trustedDevices: [], activity: [], confirmedUntil: null })
  })

  test('sees and ends the app sessions of its own network, and of no other', async () => {
    const { _id: accountId } = await accountOf(testApp, ada)
    const held = AppSessionCollection.on(testApp.connection)
    const now = testApp.clock.now()
    const of = ({ _id: networkId, name: networkName }: NetworkDocument): AppSessionDocument => ({
      ...{ _id: `held-of-${networkId}`, kind: 'OIDC', appId: `app-of-${networkId}`, appName: networkName },
      ...{ networkId, networkName, accountId, email: ada.email, sessionId: 'session', host: null, sid: null },
      ...{ createdAt: now, lastUsedAt: now, endedAt: null, reason: null, logout: null, events: [] },
    })
    const apps = testApp.connection.collection<{ _id: string; networkId: string }>('apps')
    await apps.insertMany([company, ordinary].map(({ _id }) => ({ _id: `app-of-${_id}`, networkId: _id })))
    await held.insertMany([of(company), of(ordinary)])
    expect(await browser.field('{ viewer { appSessions { networkName } } }')).toEqual({
      appSessions: [{ networkName: company.name }],
    })
    await browser.field('mutation($id: ID) { endAppSessions(appId: $id) }', { id: `app-of-${ordinary._id}` })
    await browser.field('mutation { endAppSessions }')
    expect(await held.distinct('networkId', { accountId, endedAt: null })).toEqual([ordinary._id])
  })

  test('reaches none of the account’s own operations: each requires the own sign-in', async () => {
    const own = ['Query', 'Mutation'].flatMap((name) => {
      const type = name === 'Query' ? schema.getQueryType() : schema.getMutationType()
      return Object.values(type?.getFields() ?? {})
        .filter((field) => ['account', 'set-up'].includes(guardOf(`${name}.${field.name}`)))
        .map((field) => ({ kind: name.toLowerCase(), field }))
    })
    expect(own.length).toBeGreaterThan(15)
    for (const { kind, field } of own) {
      const given = field.args.filter(({ type }) => isNonNullType(type))
      const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ')
      const passed = given.map(({ name }) => `${name}: $${name}`).join(', ')
      const answer = `${field.name}${passed ? `(${passed})` : ''}${/Boolean|Int|String/.test(String(field.type)) ? '' : ' { __typename }'}`
      const variables = Object.fromEntries(given.map(({ name, type }) => [name, exampleOf(String(type))]))
      const code = await codeOf(`${kind}${declared ? `(${declared})` : ''} { ${answer} }`, variables)
      expect([field.name, code]).toEqual([field.name, 'REAUTHENTICATION_REQUIRED'])
    }
  })

  test('becomes the account’s own by password and second step, neither alone', async () => {
    const session = await comesBy()
    const confirm = 'mutation($input: ReauthenticateInput!) { reauthenticate(input: $input) { __typename } }'
    await session.ask(confirm, { input: { password: ada.password } })
    expect(await session.field(NETWORK, { slug: company.slug })).toBeTruthy()
    expect(await codeOf(NETWORK, { slug: ordinary.slug }, session)).toBe('TWO_FACTOR_REQUIRED')
    expect(await session.field('{ viewer { memberships { role } } }')).toMatchObject({ memberships: [{}] })
    expect(await codeOf('mutation { revealBackupCodes { __typename } }', {}, session)).toBe('REAUTHENTICATION_REQUIRED')

    const second = await comesBy()
    testApp.clock.advance(30_000)
    await second.ask(confirm, { input: { method: 'AUTHENTICATOR_APP', code: await ada.appCode() } })
    expect(await second.field(NETWORK, { slug: ordinary.slug })).toBeNull()
    expect(await codeOf('mutation { revealBackupCodes { __typename } }', {}, second)).toBe('REAUTHENTICATION_REQUIRED')

    testApp.clock.advance(30_000)
    await session.ask(confirm, { input: { method: 'AUTHENTICATOR_APP', code: await ada.appCode() } })
    expect(await session.field(NETWORK, { slug: ordinary.slug })).toEqual({ slug: ordinary.slug })
    expect(await session.field(`{ viewer { isCompanySignIn ${viewerFields} } }`)).toMatchObject({
      isCompanySignIn: false,
      twoFactor: { isOn: true },
    })
  })

  test('without a password there is nothing to become: the mailbox has to say whose account it is', async () => {
    const network = await putSsoNetwork(testApp, provider, [], {
      domain: 'new.example',
      over: { justInTimeRole: 'ADMIN' },
    })
    const newcomer = testApp.browser()
    await signInByProvider(newcomer, provider, network.slug, claimsOf('nia@new.example'))
    expect(
      await codeOf('mutation { createNetwork(input: { name: "X", slug: "xx" }) { __typename } }', {}, newcomer),
    ).toBe('FORBIDDEN')
    expect(await codeOf('mutation { beginAuthenticatorSetup { __typename } }', {}, newcomer)).toBe('FORBIDDEN')
    const nia = new Person(testApp, testApp.browser(), 'nia@new.example')
    await nia.browser.field('mutation { requestPasswordReset(email: "nia@new.example") { __typename } }')
    const token = await nia.mailedToken()
    await nia.browser.field('mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }', {
      input: { token, password: nia.password },
    })
    expect(await nia.signIn()).toMatchObject({ __typename: 'SignedIn' })
  })
})

describe('confirming that it is you, by the provider', () => {
  const act = 'mutation($id: ID!) { setTrustedDeviceDays(networkId: $id, days: 3) { __typename } }'
  const acts = (from: TestBrowser, networkId = company._id) => from.ask(act, { id: networkId })

  test('an act in the network is refused until then, with the way there', async () => {
    const session = await comesBy()
    const { errors } = await acts(session)
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'REAUTHENTICATION_REQUIRED',
      needs: ['SSO'],
      startUrl: `/sso/start/${company._id}?confirm`,
    })
    const place = await session.get(String(errors?.[0]?.extensions.startUrl))
    const asked = new URL(place.headers.get('location') ?? '').searchParams
    expect([asked.get('max_age'), asked.get('prompt')]).toEqual(['0', 'login'])
  })

  test('a sign-in there just now confirms, for five minutes of the provider’s own time', async () => {
    const session = await comesBy({}, '?confirm', await comesBy())
    expect((await acts(session)).errors).toBeUndefined()
    testApp.clock.advance(300_000)
    expect(await codeOf(act, { id: company._id }, session)).toBe('REAUTHENTICATION_REQUIRED')
  })

  test('a provider that knew the person for hours confirms nothing', async () => {
    const hoursAgo = Math.floor(testApp.clock.now().getTime() / 1_000) - 7_200
    const session = await comesBy({ auth_time: hoursAgo })
    expect(await codeOf(act, { id: company._id }, session)).toBe('REAUTHENTICATION_REQUIRED')
  })

  it.each([
    ['does not say when', { auth_time: undefined }],
    ['says a time of before', { auth_time: 1_700_000_000 }],
  ])('nor one that %s', async (_, claims) => {
    const session = await comesBy()
    const place = await signInByProvider(session, provider, company.slug, claimsOf(ada.email, claims), '?confirm')
    expect(place).toContain('problem=NO_SIGN_IN_TIME')
    expect(await codeOf(act, { id: company._id }, session)).toBe('REAUTHENTICATION_REQUIRED')
  })

  test('nor another person there', async () => {
    const bob = await new Person(testApp, testApp.browser(), 'bob@acme.example').signUp()
    await putNetwork(testApp, [bob], { into: company })
    const session = await comesBy()
    const place = await signInByProvider(session, provider, company.slug, claimsOf(bob.email), '?confirm')
    expect(place).toContain('problem=OTHER_ACCOUNT')
    expect(await session.field('{ viewer { email } }')).toEqual({ email: ada.email })
  })

  test('it confirms nothing in another network, and nothing of the account', async () => {
    const own = await putNetwork(testApp, [ada], { role: 'ADMIN' })
    testApp.clock.advance(600_000)
    const session = await comesBy({}, '?confirm', ada.browser.copy())
    expect(await codeOf(act, { id: company._id }, session)).toBe('no error')
    expect(await codeOf(act, { id: own._id }, session)).toBe('REAUTHENTICATION_REQUIRED')
    expect(await codeOf('mutation { revealBackupCodes { __typename } }', {}, session)).toBe('REAUTHENTICATION_REQUIRED')
  })
})

test('the account that came by a provider is the same account', async () => {
  expect(await browser.field('{ viewer { id } }')).toEqual({ id: (await accountOf(testApp, ada))._id })
})

function exampleOf(type: string): unknown {
  const examples: Record<string, unknown> = {
    'ID!': 'x',
    'String!': 'x',
    'Int!': 1,
    'FactorMethod!': 'SMS',
    'Locale!': 'DE',
    'ChangeNameInput!': { name: 'X' },
    'ChangePasswordInput!': { newPassword: 'x' },
    'CreateNetworkInput!': { name: 'X', slug: 'xx' },
    'ConfirmSetupInput!': { setupId: 'x', code: '123456' },
    'BeginSmsSetupInput!': { phoneNumber: '+491701234567' },
  }
  const known = examples[type]
  if (known !== undefined) return known
  const input = schema.getType(type.replace('!', ''))
  if (!input || !('getFields' in input)) return 'x'
  const fields = Object.values(input.getFields() as Record<string, { name: string; type: unknown }>)
  const required = fields.filter(({ type: each }) => isNonNullType(each))
  return Object.fromEntries(required.map(({ name, type: each }) => [name, exampleOf(String(each))]))
}
