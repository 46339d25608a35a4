import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { join, memberIdOf, type NetworkUnderTest } from '../../people/people.fixture.js'
import { integratorOf } from '../../testing/integrator.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, readyNetwork } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
})
afterAll(() => testApp.close())

const setLanguage = (locale: string | null) =>
  net.owner.browser.field(
    'mutation($id: ID!, $locale: Locale) { setNetworkLocale(networkId: $id, locale: $locale) { __typename } }',
    { id: net.id, locale },
  )
/** By an Admin whose browser speaks French. */
async function subjectFor(person: Person): Promise<string | null> {
  const query = `mutation { inviteMember(input: { networkId: "${net.id}", email: "${person.email}", role: MEMBER }) { __typename } }`
  await net.owner.browser.post({ query }, { 'accept-language': 'fr' })
  return (await person.lastMessage()).subject
}

test('an invitation is in the language of the network when the recipient’s is unknown', async () => {
  await setLanguage('DE')
  expect(await subjectFor(newPerson(testApp))).toMatch(/^olivia lädt Sie/)
  await setLanguage(null)
  expect(await subjectFor(newPerson(testApp))).toMatch(/^olivia vous invite/)
})

test('what a person has chosen comes first', async () => {
  await setLanguage('DE')
  const eva = await newPerson(testApp).signUp()
  await eva.browser.field('mutation { setLocale(locale: PL) { locale } }')
  expect(await subjectFor(eva)).toMatch(/zaprasza/)
})

test('a mail to the whole network is in its language for members whose own is unknown', async () => {
  const [ben, eva] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
  for (const person of [ben, eva]) await join(net, person)
  await eva.browser.field('mutation { setLocale(locale: PL) { locale } }')
  await setLanguage('DE')
  await activated(net)
  expect((await ben.lastMessage()).subject).toMatch(/^Richten Sie/)
  expect((await eva.lastMessage()).subject).toMatch(/^Skonfiguruj/)
})

test('so are the notices to Admins, and the one to a member whose sessions an Admin ended', async () => {
  const ben = await newPerson(testApp).signUp()
  await join(net, ben)
  await setLanguage('DE')
  await integratorOf(testApp, net.owner, net)
  expect((await net.owner.lastMessage()).subject).toMatch(/^olivia hat einen API-Schlüssel/)
  const id = await memberIdOf(net, ben)
  await net.owner.browser.field('mutation($id: ID!) { endMemberSessions(membershipId: $id) }', { id })
  expect((await ben.lastMessage()).subject).toMatch(/abgemeldet/)
})

test('an invitation page knows the language of the network', async () => {
  const preview = async () => {
    const bob = newPerson(testApp)
    await subjectFor(bob)
    const token = /#token=(\S+)/.exec((await bob.lastMessage()).text)?.[1]
    const query =
      'mutation($token: String!) { invitationPreview(token: $token) { ... on InvitationPreview { locale } } }'
    return bob.browser.field(query, { token })
  }
  await setLanguage('DE')
  expect(await preview()).toEqual({ locale: 'DE' })
  await setLanguage(null)
  expect(await preview()).toEqual({ locale: null })
})
