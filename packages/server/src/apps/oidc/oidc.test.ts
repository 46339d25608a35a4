import { DAY } from '@twinlock/shared/durations'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { Background } from '../../platform/jobs/background.js'
import { networkOf } from '../../testing/integrator.js'
import { newPerson } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, UPDATE_APP } from '../app.fixture.js'
import { exchange, openApp, refresh, userinfo } from './oidc.fixture.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

test('a person signs in to an app, which learns who they are and what they proved', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const app = await appOf(ada, network)
  const opened = await openApp(ada, app)
  expect(opened.entry?.data.appEntry).toMatchObject({
    __typename: 'AppEntryOpen',
    isFirstVisit: true,
    app: { name: 'Wiki', host: 'localhost:9999' },
    network: { slug: network.slug },
  })
  expect(opened.at).toMatch(/^http:\/\/localhost:9999\/callback\?code=/)
  expect(new URL(opened.at).searchParams.get('state')).toBe(opened.state)
  expect(new URL(opened.at).searchParams.get('iss')).toBe('http://localhost:4000/oidc')

  const tokens = await exchange(testApp, app, opened)
  expect(tokens.status).toBe(200)
  const keys = (await (await fetch(`${testApp.url}/oidc/jwks`)).json()) as { keys: { alg: string; d?: string }[] }
  expect(keys.keys.map(({ alg }) => alg).sort()).toEqual(['ES256', 'RS256'])
  expect(JSON.stringify(keys)).not.toContain('"d"')
  const { payload } = await jwtVerify(tokens.id_token, createLocalJWKSet(keys as never), {
    issuer: 'http://localhost:4000/oidc',
    audience: app.id,
  })
  expect(decodeProtectedHeader(tokens.id_token).alg).toBe('RS256')
  expect(payload).toMatchObject({
    nonce: opened.nonce,
    email: ada.email,
    email_verified: true,
    name: 'ada',
    network: network.slug,
    role: 'OWNER',
    groups: ['OWNER'],
    acr: 'urn:twinlock:acr:1',
    amr: ['pwd'],
    auth_time: testApp.clock.now().getTime() / 1000,
  })
  expect(await userinfo(testApp, tokens.access_token)).toMatchObject({
    status: 200,
    body: { sub: payload.sub, email: ada.email, groups: ['OWNER'] },
  })

  const renewed = await refresh(testApp, app, tokens.refresh_token)
  expect(renewed.status).toBe(200)
  expect(renewed.refresh_token).not.toBe(tokens.refresh_token)

  const again = await openApp(ada, app)
  expect(again.entry).toBeNull()
  expect(again.at).toMatch(/^http:\/\/localhost:9999\/callback\?code=/)
})

test('an app that requests ES256 gets its ID tokens signed so, and no app gets another algorithm', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const app = await appOf(ada, network, { idTokenSignedResponseAlg: 'ES256' })
  const { id_token } = await exchange(testApp, app, await openApp(ada, app))
  const keys = await (await fetch(`${testApp.url}/oidc/jwks`)).json()
  const { protectedHeader } = await jwtVerify(id_token, createLocalJWKSet(keys as never), { audience: app.id })
  expect(protectedHeader.alg).toBe('ES256')
  const input = { id: app.id, idTokenSignedResponseAlg: 'none' }
  expect(await ada.browser.field(UPDATE_APP, { input })).toMatchObject({
    __typename: 'InvalidInput',
    fields: [{ field: 'idTokenSignedResponseAlg' }],
  })
  const changed = await ada.browser.field(UPDATE_APP, { input: { ...input, idTokenSignedResponseAlg: 'RS256' } })
  expect(changed.app.idTokenSignedResponseAlg).toBe('RS256')
  const renewed = await exchange(testApp, app, await openApp(ada, app))
  expect(decodeProtectedHeader(renewed.id_token).alg).toBe('RS256')
})

test('the answers to an app wait for few commands', async () => {
  const ada = await newPerson(testApp).signUp()
  const app = await appOf(ada, await networkOf(ada))
  await openApp(ada, app)
  const waitedFor = async <T>(act: () => Promise<T>): Promise<[T, number]> => {
    await testApp.settle()
    const held: (() => Promise<unknown>)[] = []
    const run = vi.spyOn(testApp.app.get(Background), 'run').mockImplementation((_, work) => void held.push(work))
    testApp.takeCommands()
    const answer = await act()
    const commands = testApp.takeCommands()
    run.mockRestore()
    for (const work of held) await work()
    return [answer, commands.length]
  }
  const [opened, authorization] = await waitedFor(() => openApp(ada, app))
  const [tokens, exchanged] = await waitedFor(() => exchange(testApp, app, opened))
  const [, refreshed] = await waitedFor(() => refresh(testApp, app, tokens.refresh_token))
  expect({ authorization, exchanged, refreshed }).toEqual({ authorization: 2, exchanged: 4, refreshed: 3 })
})

test('the session of the provider is stored again once a day, and not while nothing changes', async () => {
  const ada = await newPerson(testApp).signUp()
  const app = await appOf(ada, await networkOf(ada))
  await openApp(ada, app)
  const storedUntil = async () => {
    const found = await testApp.connection.collection('oidc_artifacts').find({ kind: 'Session' }).toArray()
    return found
      .map(({ expiresAt }) => expiresAt.getTime())
      .sort()
      .at(-1)
  }
  const before = await storedUntil()
  testApp.clock.advance(DAY - 1)
  await openApp(ada, app)
  expect(await storedUntil()).toBe(before)
  testApp.clock.advance(1)
  expect((await openApp(ada, app)).at).toContain('code=')
  expect(await storedUntil()).toBe(Number(before) + DAY)
})

test('a token of the previous release, which is stored without what it rests on, is still checked', async () => {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const app = await appOf(ada, network)
  const tokens = await exchange(testApp, app, await openApp(ada, app))
  const artifacts = testApp.connection.collection('oidc_artifacts')
  const forget = () => artifacts.updateMany({}, { $unset: { grantRefs: 1, accountId: 1, sessionId: 1, networkId: 1 } })
  await forget()
  const renewed = await refresh(testApp, app, tokens.refresh_token)
  expect(renewed.status).toBe(200)
  expect((await userinfo(testApp, renewed.access_token)).status).toBe(200)
  expect((await openApp(ada, app)).at).toContain('code=')
  await forget()
  await ada.browser.field('mutation { signOut }')
  expect((await userinfo(testApp, renewed.access_token)).status).toBe(401)
  expect((await refresh(testApp, app, renewed.refresh_token)).error).toBe('invalid_grant')
})
