import { DAY } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import { putNetwork } from '../../testing/network.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { CLIENT, HostileProvider } from '../testing/hostile-provider.js'
import { ANSWER, newPersonAt, SSO, SsoAdmin } from '../testing/sso-admin.js'
import { claimsOf, placeOf, signInByProvider } from '../testing/sso-story.js'

let testApp: TestApp
let provider: HostileProvider
let admin: SsoAdmin
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  provider = await HostileProvider.start(testApp.clock)
})
afterAll(async () => {
  await provider.stop()
  await testApp.close()
})
beforeEach(async () => {
  provider.lies = {}
  admin = await SsoAdmin.start(testApp)
})

describe('writing a provider down', () => {
  test('reads its metadata, stores the secret sealed and never shows it', async () => {
    expect(await admin.save(provider)).toMatchObject({
      __typename: 'SsoChanged',
      sso: {
        connection: {
          issuer: provider.issuer,
          clientId: CLIENT.id,
          hasSecret: true,
          requiredFrom: null,
          proofValues: ['mfa'],
        },
      },
    })
    const stored = await NetworkCollection.on(testApp.connection).findOne({ _id: admin.network._id })
    expect(JSON.stringify(stored)).not.toContain(CLIENT.secret)
    await testApp.settle()
    const trail = JSON.stringify(
      await testApp.connection.collection('audit_events').find({ networkId: admin.network._id }).toArray(),
    )
    expect(trail).toContain('sso.connection_saved')
    expect(trail + testApp.logs()).not.toContain(CLIENT.secret)
  })

  it.each([
    ['no address', { issuer: 'login' }, 'issuer'],
    ['another protocol', { issuer: 'ftp://login.example' }, 'issuer'],
    ['a query', { issuer: 'https://login.example/?a=1' }, 'issuer'],
    ['a password in it', { issuer: 'https://u:p@login.example/' }, 'issuer'],
    ['the discovery document', { issuer: 'https://login.example/.well-known/openid-configuration' }, 'issuer'],
    ['no client', { clientId: ' ' }, 'clientId'],
    ['a line break in the secret', { clientSecret: 'a\nb' }, 'clientSecret'],
  ])('%s is named at its field', async (_, over, field) => {
    expect(await admin.save(provider, over)).toMatchObject({ __typename: 'InvalidInput', fields: [{ field }] })
  })

  it.each([
    ['says it is another', (metadata: object) => ({ ...metadata, issuer: 'https://login.example' })],
    [
      'speaks for many tenants',
      (metadata: object) => ({ ...metadata, issuer: 'https://login.example/{tenantid}/v2.0' }),
    ],
    ['has no keys', ({ jwks_uri: _, ...metadata }: Record<string, unknown>) => metadata],
  ])('a provider that %s is refused', async (_, metadata) => {
    provider.lies = { metadata: metadata as never }
    expect(await admin.save(provider)).toMatchObject({ __typename: 'SsoProviderProblem', reason: 'MISCONFIGURED' })
    expect((await admin.read()).connection).toBeNull()
  })

  it.each([
    ['what both sides know', ['HS256', 'none']],
    ['ES256K, which cannot be verified here', ['ES256K']],
  ])('a provider that signs by %s is refused for that, not for its address', async (_, algorithms) => {
    provider.lies = { metadata: (metadata) => ({ ...metadata, id_token_signing_alg_values_supported: algorithms }) }
    const answer = await admin.save(provider)
    expect(answer).toMatchObject({ __typename: 'SsoProviderProblem', reason: 'UNVERIFIABLE' })
    expect(answer.message).toContain('signs with an algorithm that cannot be verified here')
  })

  test('where nobody answers', async () => {
    expect(await admin.save(provider, { issuer: 'http://127.0.0.1:1' })).toMatchObject({
      __typename: 'SsoProviderProblem',
      reason: 'PROVIDER_DOWN',
    })
  })

  test('a secret stays with the provider it is for: another one never gets it', async () => {
    await admin.save(provider)
    expect(await admin.save(provider, { clientSecret: null })).toMatchObject({
      sso: { connection: { hasSecret: true } },
    })
    const other = await HostileProvider.start(testApp.clock)
    expect(await admin.save(provider, { issuer: other.issuer, clientSecret: null })).toMatchObject({
      sso: { connection: { hasSecret: false } },
    })
    await other.stop()
  })

  test('is for Admins, with fresh evidence', async () => {
    const member = await newPersonAt(testApp)
    await putNetwork(testApp, [member], { into: admin.network })
    const asks = { input: { networkId: admin.network._id, issuer: provider.issuer, clientId: 'x' } }
    const mutation = `mutation($input: SaveSsoConnectionInput!) { saveSsoConnection(input: $input) ${ANSWER} }`
    expect((await member.browser.ask(mutation, asks)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const { errors } = await member.browser.ask(`query($slug: String!) { network(slug: $slug) { ${SSO} } }`, {
      slug: admin.network.slug,
    })
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    testApp.clock.advance(300_000)
    expect(await admin.save(provider)).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED' })
  })
})

describe('testing the sign-in', () => {
  const go = async (claims: Record<string, unknown>) =>
    signInByProvider(admin.person.browser, provider, admin.network.slug, claims, '?try')

  test('shows what came back, and signs nobody in', async () => {
    await admin.save(provider)
    const before = admin.person.browser.cookies.get('twinlock_session')
    expect(await go(claimsOf('new@acme.example', { amr: ['pwd', 'mfa'], groups: ['staff'] }))).toBe(
      `/networks/${admin.network.slug}/security/sso#test`,
    )
    expect(admin.person.browser.cookies.get('twinlock_session')).toBe(before)
    const { trial, connection } = await admin.read()
    expect(trial).toMatchObject({ result: 'ASK_OWN_SIGN_IN', trouble: null, proof: 'PROVED' })
    expect(trial.claims).toContainEqual({ name: 'groups', value: '["staff"]' })
    expect(trial.claims).toContainEqual({ name: 'email', value: '"new@acme.example"' })
    expect(connection.workedAt).not.toBeNull()
  })

  test('shows what went wrong, in the words of the protocol', async () => {
    await admin.save(provider)
    provider.lies = {
      token: (response) =>
        response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"invalid_client"}'),
    }
    await go(claimsOf(admin.person.email))
    expect((await admin.read()).trial).toMatchObject({ result: null, trouble: 'CLIENT_REFUSED', claims: null })
  })

  test('is the Admin’s own: another one sees nothing of it, and an outsider’s is an ordinary sign-in', async () => {
    await admin.save(provider)
    await go(claimsOf(admin.person.email))
    const anna = await newPersonAt(testApp)
    await putNetwork(testApp, [anna], { into: admin.network, role: 'ADMIN' })
    const asked = await anna.browser.field(`query($slug: String!) { network(slug: $slug) { ${SSO} } }`, {
      slug: admin.network.slug,
    })
    expect(asked.sso.trial).toBeNull()
    const outsider = testApp.browser()
    expect(await signInByProvider(outsider, provider, admin.network.slug, claimsOf(admin.person.email), '?try')).toBe(
      '/sign-in/sso/join',
    )
  })

  test('by a caller who is no Admin shows nothing', async () => {
    await admin.save(provider)
    const member = await newPersonAt(testApp)
    await putNetwork(testApp, [member], { into: admin.network })
    const start = placeOf(await member.browser.get(`/sso/start/${admin.network.slug}?try`))
    expect(placeOf(await member.browser.get(provider.signIn(start, claimsOf(member.email))))).toContain(
      'problem=EXPIRED',
    )
  })
})

describe('going without it', () => {
  test('where 2FA is mandatory, people who signed in by it get the time and the mail to set up their own', async () => {
    const ada = await newPersonAt(testApp)
    admin = await SsoAdmin.start(testApp, { deadlineIn: 1 })
    await admin.save(provider)
    await putNetwork(testApp, [ada], { into: admin.network })
    await admin.ownDomain('acme.example')
    const browser = testApp.browser()
    await signInByProvider(browser, provider, admin.network.slug, claimsOf(ada.email))
    const end = await admin.change('endSsoConnection', 'EndSsoConnectionInput', { graceHours: 24 })
    const endsAt = new Date(testApp.clock.now().getTime() + DAY)
    expect(end).toMatchObject({ sso: { connection: { endsAt: endsAt.toISOString() } } })
    expect((await ada.lastMessage()).subject).toContain(`${admin.network.name} will stop using company sign-in on`)
    const enter = async () =>
      (await browser.ask('query($slug: String!) { network(slug: $slug) { id } }', { slug: admin.network.slug }))
        .errors?.[0]?.extensions.code ?? 'open'
    testApp.clock.set(new Date(endsAt.getTime() - 1_000))
    await signInByProvider(browser, provider, admin.network.slug, claimsOf(ada.email))
    expect(await enter()).toBe('open')
    testApp.clock.set(endsAt)
    expect(await enter()).toBe('UNAUTHENTICATED')
    expect(await ada.signIn()).toMatchObject({ __typename: 'SetUpRequired' })
  })

  test('the end can be taken back while there is time, and without a mandate it is at once', async () => {
    await admin.save(provider)
    await admin.change('endSsoConnection', 'EndSsoConnectionInput', { graceHours: 24 })
    expect((await admin.read()).connection).toBeNull()
    admin = await SsoAdmin.start(testApp, { deadlineIn: 1 })
    await admin.save(provider)
    await admin.change('endSsoConnection', 'EndSsoConnectionInput', { graceHours: 24 })
    const kept = await admin.person.browser.field(
      `mutation($id: ID!) { keepSsoConnection(networkId: $id) ${ANSWER} }`,
      {
        id: admin.network._id,
      },
    )
    expect(kept).toMatchObject({ sso: { connection: { endsAt: null } } })
  })
})
