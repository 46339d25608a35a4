import { DAY } from '@twinlock/shared/durations'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newPerson, Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, member, memberIdOf, type NetworkUnderTest, network, outcomeOf } from './people.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  net = await network(testApp)
})
afterAll(() => testApp.close())

const inviteId = (email: string) => `${net.id}:${email}`
const pending = async (fields = 'id email role inviterName') =>
  (await acts.open(net.owner, net.slug, `invitations { nodes { ${fields} } pageInfo { hasNextPage endCursor } }`)).data
    .network.invitations

async function freshOwner(): Promise<void> {
  await net.owner.reauthenticate({ password: net.owner.password })
}

test('a person without an account is invited, signs up, and is a member', async () => {
  const ben = newPerson(testApp, 'ben')
  expect((await acts.invite(net.owner, net.id, ` ${ben.email.toUpperCase()} `)).data.inviteMember).toMatchObject({
    __typename: 'InvitationSent',
    email: ben.email.toUpperCase(),
    expiresAt: new Date(testApp.clock.now().getTime() + 7 * DAY).toISOString(),
  })
  const token = await Object.assign(newPerson(testApp), { email: ben.email.toUpperCase() }).mailedToken()
  expect(await acts.preview(ben, token)).toMatchObject({
    networkName: 'Acme',
    inviterName: 'olivia',
    role: 'MEMBER',
    isForViewer: null,
    isTwoFactorRequired: false,
  })
  await ben.signUp()
  expect(await acts.preview(ben, token)).toMatchObject({ isForViewer: true })
  expect((await acts.accept(ben, token)).data.acceptInvitation).toMatchObject({
    __typename: 'InvitationAccepted',
    membership: { role: 'MEMBER', standing: 'NOT_REQUIRED', network: { id: net.id } },
  })
  expect(outcomeOf(await acts.open(ben, net.slug))).toBe('data')
  expect((await ben.viewer()).memberships).toHaveLength(1)
})

test('an invitation to one spelling of a domain is for the account of the other', async () => {
  const eva = new Person(testApp, testApp.browser(), 'eva@müller.example')
  await eva.signUp()
  await acts.invite(net.owner, net.id, 'eva@xn--mller-kva.example')
  const token = await new Person(testApp, eva.browser, 'eva@xn--mller-kva.example').mailedToken()
  expect(await acts.preview(eva, token)).toMatchObject({ isForViewer: true })
  expect((await acts.accept(eva, token)).data.acceptInvitation).toMatchObject({ __typename: 'InvitationAccepted' })
  expect((await acts.invite(net.owner, net.id, eva.email)).data.inviteMember).toMatchObject({
    __typename: 'AlreadyMember',
  })
})

test('the preview masks the address, and a link that was never sent says nothing', async () => {
  const ben = newPerson(testApp, 'ben')
  await acts.invite(net.owner, net.id, ben.email)
  expect((await acts.preview(ben, await ben.mailedToken())).sentTo).toBe('b•••@example.com')
  for (const token of ['', 'x', 'A'.repeat(43), '{"$ne":null}', 'A'.repeat(5_000)])
    expect(await acts.preview(ben, token)).toMatchObject({ __typename: 'InvitationInvalid' })
})

test('one link used twenty times at once lets its person in once', async () => {
  const ben = await newPerson(testApp, 'ben').signUp()
  await acts.invite(net.owner, net.id, ben.email)
  const token = await ben.mailedToken()
  const answers = await Promise.all(Array.from({ length: 20 }, () => acts.accept(ben, token)))
  expect(answers.map(outcomeOf).filter((outcome) => outcome === 'InvitationAccepted')).toHaveLength(1)
  await testApp.settle()
  const joined = await testApp.connection
    .collection('audit_events')
    .find({ networkId: net.id, type: 'member.joined', 'event.email': ben.email })
    .toArray()
  expect(joined).toHaveLength(1)
})

test('a link used before is refused, also to its own person', async () => {
  const ben = await member(net, 'MEMBER', 'ben')
  const token = await ben.mailedToken()
  expect(outcomeOf(await acts.accept(ben, token))).toBe('InvitationInvalid')
  await acts.leave(ben, net.id)
  expect(outcomeOf(await acts.accept(ben, token))).toBe('InvitationInvalid')
  expect(outcomeOf(await acts.open(ben, net.slug))).toBe('null')
})

test("another person's link opens nothing, and stays valid for its owner", async () => {
  const [ben, eve] = await Promise.all([newPerson(testApp, 'ben').signUp(), newPerson(testApp, 'eve').signUp()])
  await acts.invite(net.owner, net.id, ben.email, 'ADMIN')
  const token = await ben.mailedToken()
  expect(await acts.preview(eve, token)).toMatchObject({ isForViewer: false })
  expect((await acts.accept(eve, token)).data.acceptInvitation).toMatchObject({
    __typename: 'InvitationInvalid',
    message: expect.not.stringContaining(ben.email),
  })
  expect(outcomeOf(await acts.open(eve, net.slug))).toBe('null')
  expect(outcomeOf(await acts.accept(ben, token))).toBe('InvitationAccepted')
})

test('a link works to the last millisecond of its seventh day', async () => {
  const [ben, cleo] = await Promise.all([newPerson(testApp, 'ben').signUp(), newPerson(testApp, 'cleo').signUp()])
  await acts.invite(net.owner, net.id, ben.email)
  await acts.invite(net.owner, net.id, cleo.email)
  const [forBen, forCleo] = [await ben.mailedToken(), await cleo.mailedToken()]
  testApp.clock.advance(7 * DAY - 1)
  await ben.signIn()
  await cleo.signIn()
  expect(outcomeOf(await acts.accept(ben, forBen))).toBe('InvitationAccepted')
  testApp.clock.advance(1)
  expect(await acts.preview(cleo, forCleo)).toMatchObject({ __typename: 'InvitationInvalid' })
  expect(outcomeOf(await acts.accept(cleo, forCleo))).toBe('InvitationInvalid')
  await net.owner.signIn()
})

test('a link taken back is refused', async () => {
  const ben = await newPerson(testApp, 'ben').signUp()
  await acts.invite(net.owner, net.id, ben.email)
  const token = await ben.mailedToken()
  expect(outcomeOf(await acts.revoke(net.owner, net.id, inviteId(ben.email)))).toBe('InvitationRevoked')
  expect(outcomeOf(await acts.accept(ben, token))).toBe('InvitationInvalid')
  expect(outcomeOf(await acts.revoke(net.owner, net.id, inviteId(ben.email)))).toBe('InvitationInvalid')
  expect((await pending()).nodes.map(({ email }: { email: string }) => email)).not.toContain(ben.email)
})

test('accepted and taken back at the same moment: one of the two happens', async () => {
  for (let round = 0; round < 6; round++) {
    const ben = await newPerson(testApp, 'ben').signUp()
    await acts.invite(net.owner, net.id, ben.email)
    const token = await ben.mailedToken()
    const [accepted, revoked] = await Promise.all([
      acts.accept(ben, token),
      acts.revoke(net.owner, net.id, inviteId(ben.email)),
    ])
    const isIn = outcomeOf(accepted) === 'InvitationAccepted'
    expect(outcomeOf(revoked)).toBe(isIn ? 'InvitationInvalid' : 'InvitationRevoked')
    expect(outcomeOf(await acts.open(ben, net.slug))).toBe(isIn ? 'data' : 'null')
  }
})

test('coming back after leaving begins a new stay: no time is left over, and the mail says that 2FA is needed', async () => {
  const other = await network(testApp, 'Strict')
  const ben = await member(other, 'MEMBER', 'ben')
  const now = testApp.clock.now()
  await testApp.connection.collection<{ _id: string }>('networks').updateOne(
    { _id: other.id },
    {
      $set: {
        mandate: {
          activationId: 'act_1',
          activatedAt: now,
          activatedBy: { accountId: 'acc', name: 'Olivia' },
          deadline: new Date(now.getTime() + DAY),
        },
      },
    },
  )
  await testApp.connection
    .collection<{ _id: string }>('memberships')
    .updateOne(
      { _id: await memberIdOf(other, ben) },
      { $set: { extendedUntil: new Date(now.getTime() + 30 * DAY), extendedIn: 'act_1' } },
    )
  expect((await ben.viewer()).memberships).toMatchObject([{ standing: 'GRACE' }])

  testApp.clock.advance(60_000)
  expect(outcomeOf(await acts.leave(ben, other.id))).toBe('NetworkLeft')
  await acts.invite(other.owner, other.id, ben.email)
  expect((await ben.lastMessage()).text).toMatch(/two-factor/i)
  const token = await ben.mailedToken()
  expect(await acts.preview(ben, token)).toMatchObject({ isTwoFactorRequired: true })
  expect((await acts.accept(ben, token)).data.acceptInvitation.membership).toMatchObject({
    standing: 'OVERDUE',
    deadline: testApp.clock.now().toISOString(),
  })
  expect(outcomeOf(await acts.open(ben, other.slug))).toBe('TWO_FACTOR_SETUP_REQUIRED')
})

test('a removed member cannot come back by an older link, nor bring others in by links they sent', async () => {
  await freshOwner()
  const admin = await member(net, 'ADMIN')
  const eve = await newPerson(testApp, 'eve').signUp()
  await acts.invite(admin, net.id, eve.email)
  const token = await eve.mailedToken()
  testApp.clock.advance(1_000)
  expect(outcomeOf(await acts.remove(net.owner, net.id, await memberIdOf(net, admin)))).toBe('MemberRemoved')
  expect(outcomeOf(await acts.accept(eve, token))).toBe('InvitationInvalid')
  expect(outcomeOf(await acts.open(admin, net.slug))).toBe('null')
})

test('an ADMIN made a member again brings nobody in by links written before', async () => {
  await freshOwner()
  const admin = await member(net, 'ADMIN')
  const eve = await newPerson(testApp, 'eve').signUp()
  await acts.invite(admin, net.id, eve.email, 'ADMIN')
  const token = await eve.mailedToken()
  await acts.changeRole(net.owner, net.id, await memberIdOf(net, admin), 'MEMBER')
  expect(outcomeOf(await acts.accept(eve, token))).toBe('InvitationInvalid')
})

test('the token is stored as a hash and stands in no log', async () => {
  const ben = await newPerson(testApp, 'ben').signUp()
  await acts.invite(net.owner, net.id, ben.email)
  const token = await ben.mailedToken()
  await acts.accept(ben, token)
  expect(testApp.logs()).not.toContain(token)
  const stored = await testApp.connection.collection('invitations').find({}).toArray()
  expect(JSON.stringify(stored)).not.toContain(token)
})
