import { HOUR } from '@twinlock/shared/durations'
import { describe, expect, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import { CapturedMessagesStore } from '../../outbox/captured-messages.store.js'
import { accountOf, putNetwork } from '../../testing/network.js'
import { Person } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import type { HostileProvider } from '../testing/hostile-provider.js'
import { claimsOf, putSsoNetwork, type SsoOptions, signInByProvider } from '../testing/sso-story.js'
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
const required = (people: Person[], options: SsoOptions = {}) =>
  putSsoNetwork(testApp, provider, people, { ...options, over: { requiredFrom: testApp.clock.now(), ...options.over } })
const NETWORK = 'query($slug: String!) { network(slug: $slug) { slug } }'
const errorOf = async (browser: TestBrowser, slug: string) =>
  (await browser.ask(NETWORK, { slug })).errors?.[0]?.extensions ?? null

describe('where company sign-in is required', () => {
  test('the right password of a member leads to the provider, and opens nothing by itself', async () => {
    const ada = await someone()
    const network = await required([ada])
    const browser = testApp.browser()
    expect(await ada.signIn(browser)).toMatchObject({
      __typename: 'SsoRequired',
      network: { slug: network.slug },
      startUrl: `/sso/start/${network.slug}`,
    })
    expect(await browser.field('{ viewer { id } }')).toBeNull()
    expect(await browser.field('{ signInProgress { __typename } }')).toBeNull()
  })

  test('a wrong password, and an unknown address, are answered as everywhere', async () => {
    const ada = await someone()
    await required([ada])
    const wrong = new Person(testApp, testApp.browser(), ada.email, 'not the password')
    const unknown = new Person(testApp, testApp.browser(), 'unknown@acme.example', 'not the password')
    expect(await wrong.signIn()).toEqual(await unknown.signIn())
  })

  test('with 2FA on the second step comes first, and then the provider', async () => {
    const ada = await (await someone()).setUpApp()
    await required([ada])
    const browser = testApp.browser()
    expect(await ada.signIn(browser)).toMatchObject({ __typename: 'SecondStepRequired' })
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), browser)).toMatchObject({
      __typename: 'SsoRequired',
    })
    expect(await browser.field('{ viewer { id } }')).toBeNull()
  })

  test('what was half signed in does nothing but go there: no codes, no set-up, no other networks', async () => {
    const ada = await (await someone()).setUpApp()
    await required([ada])
    const browser = testApp.browser()
    await ada.signIn(browser)
    await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), browser)
    testApp.clock.advance(30_000)
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), browser)).toMatchObject({
      __typename: 'SignInExpired',
    })
    for (const field of ['sendSignInCode', 'continueToOtherNetworks', 'extendSignIn', 'sendMailboxCode'])
      expect(await browser.field(`mutation { ${field} { __typename } }`)).toMatchObject({ __typename: 'SignInExpired' })
    const bare = await someone()
    await required([bare])
    const other = testApp.browser()
    await bare.signIn(other)
    const { errors } = await other.ask('mutation { beginAuthenticatorSetup { __typename } }')
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  test('coming back makes of both one session, which is the account’s own', async () => {
    const ada = await someone('elsewhere.example')
    const network = await required([ada])
    const browser = testApp.browser()
    await ada.signIn(browser)
    expect(await signInByProvider(browser, provider, network.slug, claimsOf(ada.email))).toBe('/sign-in/sso/join')
    expect(await browser.field('{ companySignInToJoin { accountEmail } }')).toEqual({ accountEmail: ada.email })
    expect(await browser.field('mutation { joinCompanySignIn { __typename } }')).toEqual({ __typename: 'SignedIn' })
    expect(await browser.field('{ viewer { isCompanySignIn email } }')).toEqual({
      isCompanySignIn: false,
      email: ada.email,
    })
    expect(await errorOf(browser, network.slug)).toBeNull()
  })

  test('returning as another person ends the half sign-in, and signs in that person', async () => {
    const [ada, bob] = [await someone(), await someone()]
    const network = await required([ada, bob])
    const browser = testApp.browser()
    await ada.signIn(browser)
    await signInByProvider(browser, provider, network.slug, claimsOf(bob.email))
    expect(await browser.field('{ viewer { isCompanySignIn email } }')).toEqual({
      isCompanySignIn: true,
      email: bob.email,
    })
  })

  test('a member of other networks signs in for those, and is sent to the provider for this one', async () => {
    const ada = await someone()
    const network = await required([ada])
    await putNetwork(testApp, [ada])
    expect(await ada.signIn()).toMatchObject({ __typename: 'SignedIn' })
    expect(await errorOf(ada.browser, network.slug)).toMatchObject({
      code: 'SSO_REQUIRED',
      startUrl: `/sso/start/${network.slug}`,
      ownerMayEnter: false,
    })
  })

  test('a guest signs in by password, and needs 2FA where it is mandatory', async () => {
    const gus = await someone()
    const network = await required([gus], { role: 'GUEST', deadlineIn: -1 })
    expect(await gus.signIn()).toMatchObject({ __typename: 'SetUpRequired', networks: [{ slug: network.slug }] })
    const done = await (await someone()).setUpApp()
    await putNetwork(testApp, [done], { into: network, role: 'GUEST' })
    await done.signIn()
    await done.verify('AUTHENTICATOR_APP', await done.appCode())
    expect(await errorOf(done.browser, network.slug)).toBeNull()
  })

  test('a member does not get around it as a guest: being invited as one changes nothing', async () => {
    const [ada, olga] = [await someone(), await someone()]
    const network = await required([ada])
    await putNetwork(testApp, [olga], { into: network, role: 'ADMIN' })
    await signInByProvider(olga.browser, provider, network.slug, claimsOf(olga.email))
    const invited = await olga.browser.field(
      'mutation($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }',
      {
        input: { networkId: network._id, email: ada.email, role: 'GUEST' },
      },
    )
    expect(invited).toEqual({ __typename: 'AlreadyMember' })
  })

  test('until its deadline nothing changes, and from its first millisecond on it does', async () => {
    const ada = await someone()
    const deadline = new Date(testApp.clock.now().getTime() + HOUR)
    await required([ada], { over: { requiredFrom: deadline } })
    testApp.clock.set(new Date(deadline.getTime() - 1))
    expect(await ada.signIn()).toMatchObject({ __typename: 'SignedIn' })
    testApp.clock.set(deadline)
    expect(await ada.signIn()).toMatchObject({ __typename: 'SsoRequired' })
  })
})

describe('an OWNER, when the company sign-in is broken', () => {
  const ENTER =
    'mutation($id: ID!) { enterWithoutSso(networkId: $id) { __typename ... on OwnerEntered { network { slug } } } }'

  async function owned() {
    const [olga, anna] = [await (await someone()).setUpApp(), await someone()]
    const network = await required([olga, anna], { role: 'ADMIN' })
    await NetworkCollection.on(testApp.connection).updateOne(
      { _id: network._id },
      { $set: { ownerIds: [(await accountOf(testApp, olga))._id] } },
    )
    await olga.signIn()
    await olga.verify('AUTHENTICATOR_APP', await olga.appCode())
    return { olga, anna, network }
  }

  test('decides to enter by password and second step; the other Admins are notified, and it is logged', async () => {
    const { olga, anna, network } = await owned()
    expect(await errorOf(olga.browser, network.slug)).toMatchObject({ code: 'SSO_REQUIRED', ownerMayEnter: true })
    expect(await olga.browser.field(ENTER, { id: network._id })).toMatchObject({ network: { slug: network.slug } })
    expect(await errorOf(olga.browser, network.slug)).toBeNull()
    const mail = await anna.lastMessage()
    expect(mail.subject).toBe(`${olga.name} opened ${network.name} without company sign-in`)
    const messages = await testApp.app.get(CapturedMessagesStore).list(['email'])
    expect(messages.filter(({ to, subject }) => to === olga.email && subject === mail.subject)).toEqual([])
    const [entry] = await testApp.connection.collection('audit_events').find({ type: 'sso.owner_entered' }).toArray()
    expect(entry).toMatchObject({ networkId: network._id })
    const signIns = await testApp.connection
      .collection('audit_events')
      .find({ type: 'sign_in.completed', 'event.opens': network._id })
      .toArray()
    expect(signIns.map(({ event: { methods } }) => methods)).toEqual([['PASSWORD', 'AUTHENTICATOR_APP']])
  })

  test('for a day, in that session', async () => {
    const { olga, network } = await owned()
    await olga.browser.field(ENTER, { id: network._id })
    testApp.clock.advance(86_399_000)
    expect(await errorOf(olga.browser, network.slug)).toBeNull()
    testApp.clock.advance(1_000)
    expect(await errorOf(olga.browser, network.slug)).toMatchObject({ code: 'SSO_REQUIRED' })
  })

  test('not with an older sign-in', async () => {
    const { olga, network } = await owned()
    testApp.clock.advance(300_000)
    const { errors } = await olga.browser.ask(ENTER, { id: network._id })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'REAUTHENTICATION_REQUIRED',
      needs: ['PASSWORD', 'SECOND_STEP'],
    })
  })

  test('not without 2FA, and nobody else', async () => {
    const [olga, anna] = [await someone(), await someone()]
    const network = await required([olga, anna], { role: 'ADMIN' })
    await NetworkCollection.on(testApp.connection).updateOne(
      { _id: network._id },
      { $set: { ownerIds: [(await accountOf(testApp, olga))._id] } },
    )
    await putNetwork(testApp, [anna])
    await olga.signIn()
    await anna.signIn()
    expect(await olga.browser.field(ENTER, { id: network._id })).toMatchObject({ __typename: 'OwnTwoFactorRequired' })
    const { errors } = await anna.browser.ask(ENTER, { id: network._id })
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })
})
