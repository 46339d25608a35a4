import { HOUR } from '@twinlock/shared/durations'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import { networkOf, type OwnNetwork } from '../../testing/integrator.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, memberOf, networkWithApp, type OwnApp } from '../app.fixture.js'
import { exchange, follow, openApp, refresh, userinfo } from './oidc.fixture.js'

let testApp: TestApp
let admin: Person
let network: OwnNetwork
let app: OwnApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ;({ admin, network, app } = await networkWithApp(testApp))
})
afterAll(() => testApp.close())

const member = (role: 'MEMBER' | 'GUEST' = 'MEMBER') => memberOf(testApp, network.id, role)

describe('a closed network closes the app from that millisecond', () => {
  const closings: [string, (person: Person) => Promise<unknown>][] = [
    ['signed out', async (person) => person.browser.field('mutation { signOut }')],
    [
      'removed from the network',
      async (person) => {
        const [account] = await testApp.connection.collection('accounts').find({ email: person.email }).toArray()
        await admin.reauthenticate({ password: admin.password })
        await admin.browser.field('mutation($input: MemberInput!) { removeMember(input: $input) { __typename } }', {
          input: { networkId: network.id, memberId: `${network.id}:${account?._id}` },
        })
      },
    ],
    [
      'the password was changed elsewhere',
      async (person) => {
        const elsewhere = testApp.browser('198.51.100.7')
        await person.signIn(elsewhere)
        await elsewhere.field(
          `mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`,
          { input: { newPassword: 'a new and quite long password' } },
        )
      },
    ],
  ]
  it.each(closings)('%s', async (_, close) => {
    const ada = await member()
    const tokens = await exchange(testApp, app, await openApp(ada, app))
    expect((await userinfo(testApp, tokens.access_token)).status).toBe(200)
    await close(ada)
    expect((await userinfo(testApp, tokens.access_token)).status).toBe(401)
    expect((await refresh(testApp, app, tokens.refresh_token)).error).toBe('invalid_grant')
    const introspected = await fetch(`${testApp.url}/oidc/token/introspection`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${app.id}:${app.secret}`).toString('base64')}`,
      },
      body: new URLSearchParams({ token: tokens.access_token }),
    })
    expect(await introspected.json()).toEqual({ active: false })
  })

  test('the deadline', async () => {
    const owner = await newPerson(testApp).signUp()
    const strict = await networkOf(owner)
    const own = await appOf(owner, strict)
    const tokens = await exchange(testApp, own, await openApp(owner, own))
    const now = testApp.clock.now()
    const deadline = new Date(now.getTime() + HOUR)
    const mandate = { activationId: 'act_1', activatedAt: now, activatedBy: { accountId: 'x', name: 'Olga' }, deadline }
    await NetworkCollection.on(testApp.connection).updateOne({ _id: strict.id }, { $set: { mandate } })
    testApp.clock.set(new Date(deadline.getTime() - 1))
    const renewed = await refresh(testApp, own, tokens.refresh_token)
    expect(renewed.status).toBe(200)
    testApp.clock.set(deadline)
    expect((await refresh(testApp, own, renewed.refresh_token)).error).toBe('invalid_grant')
    const { at, entry } = await openApp(owner, own)
    expect(at).toMatch(/^\/open\//)
    expect(entry?.errors?.[0]?.extensions.code).toBe('TWO_FACTOR_SETUP_REQUIRED')
    expect((await follow(owner.browser, `${at}/continue`)).at).toBe(at)
  })

  test('another role than the app is for', async () => {
    const admins = await appOf(admin, network, { name: 'Admins', access: 'ADMINS' })
    const { at, entry } = await openApp(await member(), admins)
    expect(at).toMatch(/^\/open\//)
    expect(entry?.data.appEntry).toMatchObject({ __typename: 'AppEntryRefused', reason: 'NOT_FOR_ROLE' })
  })

  test('an app of one network, requested by a member of another', async () => {
    const stranger = await newPerson(testApp).signUp()
    const { at, entry } = await openApp(stranger, app)
    expect(at).toMatch(/^\/open\//)
    expect(entry?.data.appEntry).toMatchObject({ reason: 'NO_MEMBER', email: stranger.email })
    const { at: back } = await follow(stranger.browser, `${at}/decline`)
    expect(new URL(back).searchParams.get('error')).toBe('access_denied')
  })
})

describe('an additional requirement leads to the missing step only', () => {
  test('a second step for acr_values, which is then reported to the app', async () => {
    const ada = await (await member()).setUpApp()
    await ada.browser.field('mutation { signOut }')
    await ada.signIn()
    await ada.verify('BACKUP_CODE', ada.backupCodes[0] ?? '')
    const opened = await openApp(ada, app, { acr_values: 'urn:twinlock:acr:2' })
    expect(decodeJwt((await exchange(testApp, app, opened)).id_token)).toMatchObject({
      acr: 'urn:twinlock:acr:2',
      amr: ['pwd', 'otp', 'mfa'],
    })
  })

  test('without a second step, acr_values lead to the set-up', async () => {
    const { entry } = await openApp(await member(), app, { acr_values: 'urn:twinlock:acr:phr' })
    expect(entry?.data.appEntry).toMatchObject({ reason: 'SET_UP_PASSKEY' })
  })

  test('max_age requires the password again, and prompt=login in any case', async () => {
    const ada = await member()
    await openApp(ada, app)
    testApp.clock.advance(120_000)
    expect((await openApp(ada, app, { max_age: '300' })).at).toContain('code=')
    for (const more of [{ max_age: '60' }, { prompt: 'login' }] as Record<string, string>[]) {
      const { at, entry, verifier } = await openApp(ada, app, more)
      expect(entry?.errors?.[0]?.extensions).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', needs: ['PASSWORD'] })
      expect((await follow(ada.browser, `${at}/continue`)).at).toBe(at)
      await ada.reauthenticate({ password: ada.password })
      const opened = await follow(ada.browser, `${at}/continue`)
      expect(opened.at).toContain('code=')
      const claims = decodeJwt((await exchange(testApp, app, { at: opened.at, verifier })).id_token)
      expect(claims.auth_time).toBe(testApp.clock.now().getTime() / 1000)
      testApp.clock.advance(120_000)
    }
  })

  test('prompt=none never shows a page', async () => {
    const ada = await member()
    const first = await openApp(ada, app, { prompt: 'none' })
    expect(new URL(first.at).searchParams.get('error')).toBe('consent_required')
    await openApp(ada, app)
    expect((await openApp(ada, app, { prompt: 'none' })).at).toContain('code=')
    await ada.browser.field('mutation { signOut }')
    const out = await openApp(ada, app, { prompt: 'none' })
    expect(new URL(out.at).searchParams.get('error')).toBe('login_required')
  })
})
