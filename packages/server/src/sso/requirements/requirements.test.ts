import { DAY, HOUR } from '@twinlock/shared/durations'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { CapturedMessagesStore } from '../../outbox/captured-messages.store.js'
import { putNetwork } from '../../testing/network.js'
import type { TestApp } from '../../testing/test-app.js'
import type { HostileProvider } from '../testing/hostile-provider.js'
import { ANSWER, newPersonAt, SsoAdmin } from '../testing/sso-admin.js'
import { claimsOf, placeOf, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

let testApp: TestApp
let provider: HostileProvider
let admin: SsoAdmin
withProvider((started) => {
  ;({ testApp, provider } = started)
})
beforeEach(async () => {
  admin = await SsoAdmin.start(testApp)
})

describe('requiring it', () => {
  const requireSso = async (graceHours = 24) =>
    admin.change('requireSso', 'RequireSsoInput', { graceHours, timeZone: 'Europe/Madrid' })

  test('is mailed in the language of the network to members whose own is unknown', async () => {
    await admin.save(provider)
    await signInByProvider(admin.person.browser, provider, admin.network.slug, claimsOf(admin.person.email), '?try')
    const ada = await newPersonAt(testApp)
    await putNetwork(testApp, [ada], { into: admin.network })
    await admin.person.browser.field(
      'mutation($id: ID!) { setNetworkLocale(networkId: $id, locale: DE) { __typename } }',
      { id: admin.network._id },
    )
    await requireSso()
    expect((await ada.lastMessage()).subject).toMatch(/^Nutzen Sie ab .* die Firmenanmeldung/)
  })

  test('requires an earlier sign-in by it, and has a deadline of which the members are notified', async () => {
    await admin.save(provider)
    expect(await requireSso()).toMatchObject({ __typename: 'SsoTestRequired' })
    await signInByProvider(admin.person.browser, provider, admin.network.slug, claimsOf(admin.person.email), '?try')
    const [ada, gus] = [await newPersonAt(testApp), await newPersonAt(testApp)]
    await putNetwork(testApp, [ada], { into: admin.network })
    await putNetwork(testApp, [gus], { into: admin.network, role: 'GUEST' })
    expect((await admin.read()).counts).toEqual({ members: 2, guests: 1, joined: 0, proved: 0 })
    const from = new Date(testApp.clock.now().getTime() + DAY)
    expect(await requireSso()).toMatchObject({ sso: { connection: { requiredFrom: from.toISOString() } } })
    expect((await ada.lastMessage()).subject).toContain(`Use company sign-in for ${admin.network.name} from`)
    expect((await admin.mailsTo(gus.email)).join()).not.toContain('company sign-in')
    testApp.clock.advance(1_000)
    expect(await requireSso(1)).toMatchObject({ sso: { connection: { requiredFrom: from.toISOString() } } })
    await testApp.settle()
    expect((await admin.mailsTo(ada.email)).filter((subject) => subject?.includes('company sign-in'))).toHaveLength(1)
  })

  it.each([0, 721, -1])('not with %i hours', async (graceHours) => {
    await admin.save(provider)
    await signInByProvider(admin.person.browser, provider, admin.network.slug, claimsOf(admin.person.email), '?try')
    expect(await requireSso(graceHours)).toMatchObject({ __typename: 'InvalidInput' })
  })

  test('is taken back at once', async () => {
    await admin.save(provider)
    await signInByProvider(admin.person.browser, provider, admin.network.slug, claimsOf(admin.person.email), '?try')
    await requireSso()
    const made = await admin.person.browser.field(`mutation($id: ID!) { makeSsoOptional(networkId: $id) ${ANSWER} }`, {
      id: admin.network._id,
    })
    expect(made).toMatchObject({ sso: { connection: { requiredFrom: null } } })
  })

  test('proof begins at a deadline too, and members without proof by the provider are notified', async () => {
    await admin.save(provider)
    const [proved, bare] = [await newPersonAt(testApp), await newPersonAt(testApp)]
    await putNetwork(testApp, [proved, bare], { into: admin.network })
    await admin.ownDomain('acme.example')
    await signInByProvider(testApp.browser(), provider, admin.network.slug, claimsOf(proved.email, { amr: ['mfa'] }))
    await signInByProvider(testApp.browser(), provider, admin.network.slug, claimsOf(bare.email, { amr: ['pwd'] }))
    expect((await admin.read()).counts).toMatchObject({ joined: 2, proved: 1 })
    const setProof = async (input: Record<string, unknown>) => admin.change('setSsoProof', 'SetSsoProofInput', input)
    const from = new Date(testApp.clock.now().getTime() + 48 * HOUR)
    expect(await setProof({ isRequired: true, values: ['mfa', 'gold'], graceHours: 48 })).toMatchObject({
      sso: { connection: { proofRequiredFrom: from.toISOString(), proofValues: ['mfa', 'gold'] } },
    })
    expect((await bare.lastMessage()).subject).toContain(`${admin.network.name} requires a second step from`)
    const all = await testApp.app.get(CapturedMessagesStore).list(['email'])
    expect(all.filter(({ to, subject }) => to === proved.email && subject?.includes('second step from'))).toEqual([])
    // The level is requested from then on; the methods cannot be.
    testApp.clock.set(from)
    const start = new URL(placeOf(await testApp.browser().get(`/sso/start/${admin.network.slug}`)))
    expect(start.searchParams.get('acr_values')).toBe('gold')
  })
})
