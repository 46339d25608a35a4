import { describe, expect, it, test } from 'vitest'
import { AccountCollection } from '../../accounts/account.model.js'
import { AuditEventCollection } from '../../audit/audit-event.model.js'
import { MembershipCollection } from '../../memberships/membership.model.js'
import { NetworkCollection } from '../../networks/network.model.js'
import { CapturedMessagesStore } from '../../outbox/captured-messages.store.js'
import { accountOf, putNetwork } from '../../testing/network.js'
import { Person, viewerFields } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { HostileProvider } from '../testing/hostile-provider.js'
import { claimsOf, problemIn, putSsoNetwork, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

let testApp: TestApp
let provider: HostileProvider
withProvider((started) => {
  ;({ testApp, provider } = started)
})

const NETWORK = 'query($slug: String!) { network(slug: $slug) { slug } }'
const enter = async (browser: TestBrowser, slug: string) => {
  const { data, errors } = await browser.ask(NETWORK, { slug })
  return errors?.[0]?.extensions.code ?? data.network?.slug ?? null
}
const viewer = (browser: TestBrowser) => browser.field(`{ viewer { isCompanySignIn ${viewerFields} } }`)

/** A person with an account, whose address is at this domain. */
let count = 0
async function at(domain: string): Promise<Person> {
  count += 1
  const person = new Person(testApp, testApp.browser(), `p${count}@${domain}`)
  return person.signUp()
}

describe('a verified address of a proved domain', () => {
  test('joins the account of that address, and opens this network for it', async () => {
    const ada = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [ada])
    const browser = testApp.browser()
    expect(await signInByProvider(browser, provider, network.slug, claimsOf(ada.email))).toBe(
      `/networks/${network.slug}`,
    )
    expect(await enter(browser, network.slug)).toBe(network.slug)
    expect(await viewer(browser)).toMatchObject({ email: ada.email, isCompanySignIn: true })
    await testApp.settle()
    const member = await MembershipCollection.on(testApp.connection).findOne({ networkId: network._id })
    expect(member).toMatchObject({ usesSso: true, sso: { issuer: provider.issuer, amr: [] } })
    const messages = await testApp.app.get(CapturedMessagesStore).list(['email'])
    const subjects = messages.filter(({ to }) => to === ada.email).map(({ subject }) => subject)
    expect(subjects).toContain(`You can now use company sign-in for ${network.name}`)
  })

  test('from then on the identity counts, whatever address it has', async () => {
    const ada = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [ada])
    await signInByProvider(testApp.browser(), provider, network.slug, claimsOf(ada.email))
    const browser = testApp.browser()
    const renamed = { ...claimsOf('someone@elsewhere.example', { email_verified: false }), sub: `sub-of-${ada.email}` }
    await signInByProvider(browser, provider, network.slug, renamed)
    expect(await viewer(browser)).toMatchObject({ email: ada.email })
  })

  test('where newcomers are let in, it makes an account without a password', async () => {
    const network = await putSsoNetwork(testApp, provider, [], { over: { justInTimeRole: 'MEMBER' } })
    const browser = testApp.browser()
    expect(await signInByProvider(browser, provider, network.slug, claimsOf('new@acme.example'))).toBe(
      `/networks/${network.slug}`,
    )
    expect(await viewer(browser)).toMatchObject({
      email: 'new@acme.example',
      name: 'new',
      memberships: [{ role: 'MEMBER', network: { slug: network.slug } }],
    })
    const account = await AccountCollection.on(testApp.connection).findOne({ emailKey: 'new@acme.example' })
    expect(account?.passwordHash).toBeNull()
  })

  test('where they are not, none gets access, and the answer is the same with and without an account', async () => {
    const ada = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [])
    const known = await signInByProvider(testApp.browser(), provider, network.slug, claimsOf(ada.email))
    const unknown = await signInByProvider(testApp.browser(), provider, network.slug, claimsOf('nobody@acme.example'))
    expect(problemIn(known)).toBe('NOT_A_MEMBER')
    expect(unknown).toBe(known)
    expect(await AccountCollection.on(testApp.connection).findOne({ emailKey: 'nobody@acme.example' })).toBeNull()
  })

  test('an invited person joins by the invitation, with its role', async () => {
    const olga = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [])
    await putSsoNetworkOwner(network._id, olga)
    await olga.browser.field('mutation($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }', {
      input: { networkId: network._id, email: 'Invited@acme.example', role: 'MEMBER' },
    })
    const browser = testApp.browser()
    await signInByProvider(browser, provider, network.slug, claimsOf('invited@acme.example'))
    expect(await viewer(browser)).toMatchObject({ memberships: [{ role: 'MEMBER' }] })
  })

  test('an address that was reassigned to a new person does not open what its former owner left', async () => {
    const ada = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [ada])
    await signInByProvider(testApp.browser(), provider, network.slug, claimsOf(ada.email))
    const other = { ...claimsOf(ada.email), sub: 'somebody-else' }
    expect(problemIn(await signInByProvider(testApp.browser(), provider, network.slug, other))).toBe('OTHER_IDENTITY')
  })

  test('a former member returns only where newcomers are admitted', async () => {
    const ada = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [ada])
    await signInByProvider(testApp.browser(), provider, network.slug, claimsOf(ada.email))
    await ada.browser.field('mutation($id: ID!) { leaveNetwork(networkId: $id) { __typename } }', { id: network._id })
    expect(problemIn(await signInByProvider(testApp.browser(), provider, network.slug, claimsOf(ada.email)))).toBe(
      'NOT_A_MEMBER',
    )
    await NetworkCollection.on(testApp.connection).updateOne(
      { _id: network._id },
      { $set: { 'sso.justInTimeRole': 'MEMBER' } },
    )
    const browser = testApp.browser()
    await signInByProvider(browser, provider, network.slug, claimsOf(ada.email))
    expect(await enter(browser, network.slug)).toBe(network.slug)
  })
})

it.each(['RS512', 'PS384', 'ES384', 'ES512', 'EdDSA', 'Ed25519'])(
  'a provider that signs with %s signs its people in',
  async (algorithm) => {
    const signing = await HostileProvider.start(testApp.clock, algorithm)
    const ada = await at('acme.example')
    const network = await putSsoNetwork(testApp, signing, [ada])
    const browser = testApp.browser()
    expect(await signInByProvider(browser, signing, network.slug, claimsOf(ada.email))).toBe(
      `/networks/${network.slug}`,
    )
    await signing.stop()
  },
)

it.each<[unknown, string]>([
  ['true', 'network'],
  ['TRUE', 'join'],
  ['false', 'join'],
  [1, 'join'],
])('an address that the provider calls verified by %j leads to the %s', async (email_verified, place) => {
  const ada = await at('acme.example')
  const network = await putSsoNetwork(testApp, provider, [ada])
  const found = await signInByProvider(
    testApp.browser(),
    provider,
    network.slug,
    claimsOf(ada.email, { email_verified }),
  )
  expect(found).toBe(place === 'network' ? `/networks/${network.slug}` : '/sign-in/sso/join')
})

describe('anything else waits for the own sign-in of the account', () => {
  const TO_JOIN = '{ companySignInToJoin { network { slug } providerEmail accountEmail } }'
  const JOIN =
    'mutation { joinCompanySignIn { __typename ... on CompanySignInRefused { reason } ... on UserError { message } } }'

  it.each([
    ['an unverified address of a proved domain', 'acme.example', { email_verified: false }],
    ['a verified address of a domain that is not proved', 'elsewhere.example', {}],
    ['no address at all', 'acme.example', { email: undefined }],
  ])('%s', async (_, domain, more) => {
    const ada = await at(domain)
    const network = await putSsoNetwork(testApp, provider, [ada])
    const browser = testApp.browser()
    expect(await signInByProvider(browser, provider, network.slug, claimsOf(ada.email, more))).toBe('/sign-in/sso/join')
    expect(await browser.field('{ viewer { id } }')).toBeNull()
    expect(await browser.field(TO_JOIN)).toMatchObject({ network: { slug: network.slug }, accountEmail: null })
    expect(await browser.field(JOIN)).toMatchObject({ __typename: 'SignInExpired' })

    await ada.signIn(browser)
    expect(await browser.field(TO_JOIN)).toMatchObject({ accountEmail: ada.email })
    expect(await browser.field(JOIN)).toMatchObject({ __typename: 'SignedIn' })
    expect(await browser.field(TO_JOIN)).toBeNull()
    const next = testApp.browser()
    await signInByProvider(next, provider, network.slug, claimsOf(ada.email, more))
    expect(await viewer(next)).toMatchObject({ email: ada.email, isCompanySignIn: true })
  })

  test('which has to be fresh: a session that lies open joins nothing', async () => {
    const ada = await at('elsewhere.example')
    const network = await putSsoNetwork(testApp, provider, [ada])
    testApp.clock.advance(300_000)
    await signInByProvider(ada.browser, provider, network.slug, claimsOf('thief@elsewhere.example'))
    const { errors } = await ada.browser.ask(JOIN)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', needs: ['PASSWORD'] })
    await ada.reauthenticate({ password: ada.password })
    expect(await ada.browser.field(JOIN)).toMatchObject({ __typename: 'SignedIn' })
  })

  test('in the browser that came back, for ten minutes', async () => {
    const ada = await at('elsewhere.example')
    const network = await putSsoNetwork(testApp, provider, [ada])
    await signInByProvider(testApp.browser(), provider, network.slug, claimsOf(ada.email))
    expect(await ada.browser.field(JOIN)).toMatchObject({ __typename: 'SignInExpired' })

    await signInByProvider(ada.browser, provider, network.slug, claimsOf(ada.email))
    testApp.clock.advance(600_000)
    await ada.reauthenticate({ password: ada.password })
    expect(await ada.browser.field(JOIN)).toMatchObject({ __typename: 'SignInExpired' })
  })

  test('and joins a member of the network alone, not a guest, nobody else', async () => {
    const outside = await at('elsewhere.example')
    const guest = await at('elsewhere.example')
    const network = await putSsoNetwork(testApp, provider, [guest], { role: 'GUEST' })
    for (const [person, reason] of [
      [outside, 'NOT_A_MEMBER'],
      [guest, 'GUEST'],
    ] as const) {
      await signInByProvider(person.browser, provider, network.slug, claimsOf(person.email))
      expect(await person.browser.field(JOIN)).toMatchObject({ __typename: 'CompanySignInRefused', reason })
    }
  })

  test('one identity is one account’s: a second account is refused it', async () => {
    const [ada, bob] = [await at('elsewhere.example'), await at('elsewhere.example')]
    const network = await putSsoNetwork(testApp, provider, [ada, bob])
    const shared = { sub: 'shared' }
    await signInByProvider(ada.browser, provider, network.slug, shared)
    await signInByProvider(bob.browser, provider, network.slug, shared)
    expect(await ada.browser.field(JOIN)).toMatchObject({ __typename: 'SignedIn' })
    expect(await bob.browser.field(JOIN)).toMatchObject({
      __typename: 'CompanySignInRefused',
      reason: 'OTHER_IDENTITY',
    })
  })
})

test('a refused sign-in opens nothing and is written down once', async () => {
  const network = await putSsoNetwork(testApp, provider, [])
  const browser = testApp.browser()
  await signInByProvider(browser, provider, network.slug, claimsOf('nobody@acme.example'))
  expect(browser.cookies.has('twinlock_session')).toBe(false)
  await testApp.settle()
  const entries = await AuditEventCollection.on(testApp.connection).find({ networkId: network._id }).toArray()
  expect(entries.map(({ type, event }) => [type, 'reason' in event && event.reason])).toEqual([
    ['sso.sign_in_refused', 'NOT_A_MEMBER'],
  ])
})

async function putSsoNetworkOwner(networkId: string, owner: Person): Promise<void> {
  const network = await NetworkCollection.on(testApp.connection).findOne({ _id: networkId })
  if (!network) throw new Error('no network')
  await putNetwork(testApp, [owner], { into: network, role: 'ADMIN' })
  const account = await accountOf(testApp, owner)
  await NetworkCollection.on(testApp.connection).updateOne({ _id: networkId }, { $set: { ownerIds: [account._id] } })
}
