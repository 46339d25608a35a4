import { describe, expect, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import { Person } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import type { HostileProvider } from '../testing/hostile-provider.js'
import { claimsOf, placeOf, putSsoNetwork, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

let testApp: TestApp
let provider: HostileProvider
withProvider((started) => {
  ;({ testApp, provider } = started)
})

let count = 0
async function someone(domain = 'acme.example'): Promise<Person> {
  count += 1
  return new Person(testApp, testApp.browser(), `m${count}@${domain}`).signUp()
}
const NETWORK = 'query($slug: String!) { network(slug: $slug) { slug } }'
const errorOf = async (browser: TestBrowser, slug: string) =>
  (await browser.ask(NETWORK, { slug })).errors?.[0]?.extensions ?? null

describe('whose second step counts', () => {
  test('by default the provider’s; where proof is asked, the account’s own where there is none', async () => {
    const ada = await (await someone()).setUpApp()
    const network = await putSsoNetwork(testApp, provider, [ada], { deadlineIn: -1 })
    const browser = testApp.browser()
    await signInByProvider(browser, provider, network.slug, claimsOf(ada.email, { amr: ['pwd'] }))
    expect(await errorOf(browser, network.slug)).toBeNull()

    await NetworkCollection.on(testApp.connection).updateOne(
      { _id: network._id },
      { $set: { 'sso.proofRequiredFrom': testApp.clock.now() } },
    )
    expect(await errorOf(browser, network.slug)).toMatchObject({
      code: 'TWO_FACTOR_REQUIRED',
      methods: ['AUTHENTICATOR_APP'],
    })
    testApp.clock.advance(30_000)
    await browser.ask('mutation($input: ReauthenticateInput!) { reauthenticate(input: $input) { __typename } }', {
      input: { method: 'AUTHENTICATOR_APP', code: await ada.appCode() },
    })
    expect(await errorOf(browser, network.slug)).toBeNull()

    const proved = testApp.browser()
    await signInByProvider(proved, provider, network.slug, claimsOf(ada.email, { amr: ['pwd', 'mfa'] }))
    expect(await errorOf(proved, network.slug)).toBeNull()
  })

  test('J07 a member with a passkey still has to use it, and the passkey opens', async () => {
    const ada = await (await someone()).setUpPasskey()
    const over = { proofRequiredFrom: testApp.clock.now() }
    const network = await putSsoNetwork(testApp, provider, [ada], { deadlineIn: -1, over })
    const browser = testApp.browser()
    await signInByProvider(browser, provider, network.slug, claimsOf(ada.email, { amr: ['pwd'] }))
    expect(await errorOf(browser, network.slug)).toMatchObject({ code: 'TWO_FACTOR_REQUIRED', methods: ['PASSKEY'] })
    const code = ada.passkeys[0]?.get(await ada.askedToConfirm(browser)) ?? ''
    await browser.ask('mutation($input: ReauthenticateInput!) { reauthenticate(input: $input) { __typename } }', {
      input: { method: 'PASSKEY', code },
    })
    expect(await errorOf(browser, network.slug)).toBeNull()
  })

  test('a second step that the provider saw a month ago opens nothing, and a newer one is requested', async () => {
    const ada = await someone()
    const over = { proofRequiredFrom: testApp.clock.now() }
    const network = await putSsoNetwork(testApp, provider, [ada], { over })
    const browser = testApp.browser()
    const days = (count: number) => Math.floor(testApp.clock.now().getTime() / 1_000) - count * 86_400
    await signInByProvider(browser, provider, network.slug, claimsOf(ada.email, { amr: ['mfa'], auth_time: days(30) }))
    expect(await errorOf(browser, network.slug)).toMatchObject({ code: 'SSO_REQUIRED' })
    const start = new URL(placeOf(await browser.get(`/sso/start/${network.slug}`)))
    expect(start.searchParams.get('max_age')).toBe(String(14 * 86_400))
    await signInByProvider(browser, provider, network.slug, claimsOf(ada.email, { amr: ['mfa'], auth_time: days(13) }))
    expect(await errorOf(browser, network.slug)).toBeNull()
  })

  test('the limit of a network counts from the sign-in at the provider', async () => {
    const ada = await someone()
    const network = await putSsoNetwork(testApp, provider, [ada])
    const sessionLimit = { hours: 8, idleHours: 1 }
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network._id }, { $set: { sessionLimit } })
    const browser = testApp.browser()
    const hoursAgo = (count: number) => Math.floor(testApp.clock.now().getTime() / 1_000) - count * 3_600
    await signInByProvider(browser, provider, network.slug, claimsOf(ada.email, { auth_time: hoursAgo(8) }))
    expect(await errorOf(browser, network.slug)).toMatchObject({ code: 'SSO_REQUIRED' })
    const start = new URL(placeOf(await browser.get(`/sso/start/${network.slug}`)))
    expect(start.searchParams.get('max_age')).toBe(String(8 * 3_600))
    await signInByProvider(browser, provider, network.slug, claimsOf(ada.email, { auth_time: hoursAgo(7) }))
    expect(await errorOf(browser, network.slug)).toBeNull()
  })

  test('without any second step of their own they are asked to set one up', async () => {
    const ada = await someone()
    const network = await putSsoNetwork(testApp, provider, [ada], { over: { proofRequiredFrom: testApp.clock.now() } })
    const browser = testApp.browser()
    await signInByProvider(browser, provider, network.slug, claimsOf(ada.email))
    expect(await errorOf(browser, network.slug)).toMatchObject({ code: 'TWO_FACTOR_SETUP_REQUIRED' })
  })

  test('an act in such a network wants what the provider did not prove, just now', async () => {
    const ada = await (await someone()).setUpApp()
    const over = { proofRequiredFrom: testApp.clock.now() }
    const network = await putSsoNetwork(testApp, provider, [ada], { role: 'ADMIN', over })
    const act = async (browser: TestBrowser) =>
      (
        await browser.ask('mutation($id: ID!) { setTrustedDeviceDays(networkId: $id, days: 3) { __typename } }', {
          id: network._id,
        })
      ).errors?.[0]?.extensions ?? null
    const confirm = async (browser: TestBrowser) => {
      testApp.clock.advance(30_000)
      await browser.ask('mutation($input: ReauthenticateInput!) { reauthenticate(input: $input) { __typename } }', {
        input: { method: 'AUTHENTICATOR_APP', code: await ada.appCode() },
      })
    }
    const browser = testApp.browser()
    const plain = claimsOf(ada.email, { amr: ['pwd'] })
    await signInByProvider(browser, provider, network.slug, plain, '?confirm')
    await confirm(browser)
    testApp.clock.advance(300_000)
    expect(await act(browser)).toMatchObject({ needs: ['SSO', 'SECOND_STEP'], methods: ['AUTHENTICATOR_APP'] })
    await signInByProvider(browser, provider, network.slug, plain, '?confirm')
    expect(await act(browser)).toMatchObject({ needs: ['SECOND_STEP'], methods: ['AUTHENTICATOR_APP'] })
    await confirm(browser)
    expect(await act(browser)).toBeNull()

    const proved = testApp.browser()
    await signInByProvider(proved, provider, network.slug, claimsOf(ada.email, { amr: ['pwd', 'mfa'] }))
    await signInByProvider(proved, provider, network.slug, claimsOf(ada.email, { amr: ['pwd', 'mfa'] }), '?confirm')
    expect(await act(proved)).toBeNull()
  })

  test('the Admins see of each what the provider said', async () => {
    const people = [await someone(), await someone(), await someone(), await someone()]
    const network = await putSsoNetwork(testApp, provider, people, { role: 'ADMIN' })
    const said = [{ amr: ['mfa'] }, { amr: ['pwd'] }, {}]
    for (const [place, claims] of said.entries())
      await signInByProvider(
        people[place]?.browser ?? testApp.browser(),
        provider,
        network.slug,
        claimsOf(people[place]?.email ?? '', claims),
      )
    const last = people[3] as Person
    await last.signIn()
    const { security } = await last.browser.field(
      'query($slug: String!) { network(slug: $slug) { security { members { edges { node { email ssoProof } } } } } }',
      { slug: network.slug },
    )
    const proofs = new Map(
      security.members.edges.map(({ node }: { node: { email: string; ssoProof: string } }) => [
        node.email,
        node.ssoProof,
      ]),
    )
    expect(people.map(({ email }) => proofs.get(email))).toEqual(['PROVED', 'SAID_OTHERWISE', 'NOT_SAID', null])
  })
})
