import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, join, memberIdOf, type NetworkUnderTest, network, outcomeOf } from './people.fixture.js'

const DOMAIN = 'acme.example'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())
beforeEach(async () => {
  net = await network(testApp)
})

async function prove(net: NetworkUnderTest, domains: string[], provedAt: Date | null = net.owner.testApp.clock.now()) {
  await net.owner.testApp.connection.collection<{ _id: string }>('networks').updateOne(
    { _id: net.id },
    {
      $set: {
        ssoDomains: domains.map((name) => ({ name, token: 'T', claimedAt: new Date(0), provedAt, missingSince: null })),
      },
    },
  )
}

const create = (person: Person, networkId: string) =>
  person.browser.ask(
    `mutation($id: ID!) { createJoinLink(networkId: $id) {
      __typename ... on JoinLinkCreated { url joinLink { domains createdAt creatorName } }
    } }`,
    { id: networkId },
  )
const turnOff = (person: Person, networkId: string) =>
  person.browser.ask('mutation($id: ID!) { deleteJoinLink(networkId: $id) }', { id: networkId })
const preview = (person: Person, token: string) =>
  person.browser.field(
    `mutation($token: String!) { invitationPreview(token: $token) {
      __typename ... on JoinLinkPreview { networkName networkSlug role domains isTwoFactorRequired isForViewer }
    } }`,
    { token },
  )
const linkOf = async (person: Person) =>
  (await acts.open(person, net.slug, 'joinLink { domains createdAt creatorName }')).data.network.joinLink

async function newToken(): Promise<string> {
  const { url } = (await create(net.owner, net.id)).data.createJoinLink
  return new URL(url).hash.replace('#token=', '')
}

let counter = 0
const colleague = (domain = DOMAIN) => new Person(testApp, testApp.browser(), `eva${++counter}@${domain}`)
const logOf = async (type: string) => {
  await testApp.settle()
  return testApp.connection.collection('audit_events').find({ networkId: net.id, type }).toArray()
}

test('anyone with an address of a proved domain joins as a member, any number of people', async () => {
  await prove(net, [DOMAIN, 'acme.org'])
  const token = await newToken()
  expect(await linkOf(net.owner)).toEqual({
    domains: [DOMAIN, 'acme.org'],
    createdAt: testApp.clock.now().toISOString(),
    creatorName: 'olivia',
  })
  for (const eva of [colleague(), colleague('acme.org')]) {
    expect(await preview(eva, token)).toEqual({
      __typename: 'JoinLinkPreview',
      networkName: 'Acme',
      networkSlug: net.slug,
      role: 'MEMBER',
      domains: [DOMAIN, 'acme.org'],
      isTwoFactorRequired: false,
      isForViewer: null,
    })
    await eva.signUp()
    expect(await preview(eva, token)).toMatchObject({ isForViewer: true })
    expect((await acts.accept(eva, token)).data.acceptInvitation).toMatchObject({
      __typename: 'InvitationAccepted',
      membership: { role: 'MEMBER', network: { id: net.id } },
    })
    expect(outcomeOf(await acts.open(eva, net.slug))).toBe('data')
    // Followed once more, it leads in and changes nothing.
    expect(outcomeOf(await acts.accept(eva, token))).toBe('InvitationAccepted')
  }
  expect(await logOf('invitation.link_created')).toHaveLength(1)
  const joined = await logOf('member.joined')
  expect(joined.filter(({ event }) => event.byLink)).toHaveLength(2)
})

test('it is stored as a hash', async () => {
  await prove(net, [DOMAIN])
  const token = await newToken()
  const stored = await testApp.connection.collection<{ _id: string }>('networks').findOne({ _id: net.id })
  expect(JSON.stringify(stored)).not.toContain(token)
})

describe('it admits nobody', () => {
  test.each([`sub.${DOMAIN}`, `not-${DOMAIN}`, 'elsewhere.example'])('with an address at %s', async (domain) => {
    await prove(net, [DOMAIN])
    const token = await newToken()
    const eve = await colleague(domain).signUp()
    expect(await preview(eve, token)).toMatchObject({ isForViewer: false })
    expect(outcomeOf(await acts.accept(eve, token))).toBe('InvitationInvalid')
    expect(outcomeOf(await acts.open(eve, net.slug))).toBe('null')
  })

  test('once it was renewed or turned off', async () => {
    await prove(net, [DOMAIN])
    const eva = await colleague().signUp()
    const first = await newToken()
    const second = await newToken()
    expect(outcomeOf(await acts.accept(eva, first))).toBe('InvitationInvalid')
    expect((await turnOff(net.owner, net.id)).data.deleteJoinLink).toBe(true)
    expect((await turnOff(net.owner, net.id)).data.deleteJoinLink).toBe(true)
    expect(await preview(eva, second)).toEqual({ __typename: 'InvitationInvalid' })
    expect(outcomeOf(await acts.accept(eva, second))).toBe('InvitationInvalid')
    expect(await linkOf(net.owner)).toMatchObject({ createdAt: null, creatorName: null })
    expect(await logOf('invitation.link_deleted')).toHaveLength(1)
  })

  test('once the domain is no longer proved', async () => {
    await prove(net, [DOMAIN])
    const token = await newToken()
    await prove(net, [DOMAIN], null)
    const eva = await colleague().signUp()
    expect(await preview(eva, token)).toEqual({ __typename: 'InvitationInvalid' })
    expect(outcomeOf(await acts.accept(eva, token))).toBe('InvitationInvalid')
  })

  test.each(['removed', 'left'])('who was in the network and %s: an Admin has to invite them', async (how) => {
    await prove(net, [DOMAIN])
    const token = await newToken()
    const eva = await colleague().signUp()
    await acts.accept(eva, token)
    if (how === 'left') await acts.leave(eva, net.id)
    else await acts.remove(net.owner, net.id, await memberIdOf(net, eva))
    expect(outcomeOf(await acts.accept(eva, await newToken()))).toBe('InvitationInvalid')
    expect(outcomeOf(await acts.open(eva, net.slug))).toBe('null')
    await join(net, eva)
    expect(outcomeOf(await acts.open(eva, net.slug))).toBe('data')
  })
})

test('a removed member does not come back by it under another spelling of their mailbox', async () => {
  await prove(net, [DOMAIN])
  const token = await newToken()
  const [eva, ben] = [await colleague().signUp(), await colleague().signUp()]
  for (const person of [eva, ben]) await acts.accept(person, token)
  const again = await new Person(testApp, testApp.browser(), eva.email.replace('@', '+again@')).signUp()
  await acts.leave(ben, net.id)
  expect((await linkOf(net.owner)).createdAt, 'leaving turns nothing off').not.toBeNull()
  await acts.remove(net.owner, net.id, await memberIdOf(net, eva))
  expect(outcomeOf(await acts.accept(again, token))).toBe('InvitationInvalid')
  expect(outcomeOf(await acts.open(again, net.slug))).toBe('null')
  expect(await linkOf(net.owner)).toMatchObject({ createdAt: null })
  expect(await logOf('invitation.link_deleted')).toMatchObject([{ event: { actor: { name: 'olivia' } } }])
})

describe('an Admin turns it on', () => {
  test('for proved domains alone', async () => {
    expect(outcomeOf(await create(net.owner, net.id))).toBe('InvalidInput')
    await prove(net, [DOMAIN], null)
    expect(outcomeOf(await create(net.owner, net.id))).toBe('InvalidInput')
    expect((await linkOf(net.owner)).domains).toEqual([])
  })

  test('and confirms that it is them', async () => {
    await prove(net, [DOMAIN])
    testApp.clock.advance(5 * 60_000 + 1)
    expect(outcomeOf(await create(net.owner, net.id))).toBe('REAUTHENTICATION_REQUIRED')
    expect(outcomeOf(await turnOff(net.owner, net.id))).toBe('REAUTHENTICATION_REQUIRED')
  })

  test('a member neither turns it on or off nor sees it', async () => {
    await prove(net, [DOMAIN])
    const eva = await colleague().signUp()
    await acts.accept(eva, await newToken())
    expect(outcomeOf(await create(eva, net.id))).toBe('FORBIDDEN')
    expect(outcomeOf(await turnOff(eva, net.id))).toBe('FORBIDDEN')
    expect(outcomeOf(await acts.open(eva, net.slug, 'joinLink { domains }'))).toBe('FORBIDDEN')
  })
})

test('where accounts are made by invitation, the link makes none', async () => {
  const closed = await startTestApp(inject('mongodbUri'), { env: { SIGN_UP: 'invitation' } })
  try {
    const theirs = await network(closed)
    await prove(theirs, [DOMAIN])
    expect(outcomeOf(await create(theirs.owner, theirs.id))).toBe('JoinLinkCreated')
    const signUp = await closed
      .browser()
      .field(
        'mutation($input: SignUpInput!) { signUp(input: $input) { __typename ... on InvalidInput { fields { field } } } }',
        { input: { name: 'Eva', email: `eva@${DOMAIN}`, password: 'correct horse battery staple' } },
      )
    expect(signUp).toEqual({ __typename: 'InvalidInput', fields: [{ field: 'email' }] })
  } finally {
    await closed.close()
  }
})
