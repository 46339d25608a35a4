import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, join, member, type NetworkUnderTest, network, outcomeOf } from './people.fixture.js'

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

test('sent again, only the newest link works', async () => {
  const ben = await newPerson(testApp, 'ben').signUp()
  await acts.invite(net.owner, net.id, ben.email)
  const first = await ben.mailedToken()
  testApp.clock.advance(1_000)
  expect(outcomeOf(await acts.resend(net.owner, net.id, inviteId(ben.email)))).toBe('InvitationSent')
  const second = await ben.mailedToken()
  expect(second).not.toBe(first)
  expect(outcomeOf(await acts.accept(ben, first))).toBe('InvitationInvalid')
  expect(outcomeOf(await acts.accept(ben, second))).toBe('InvitationAccepted')
  expect(outcomeOf(await acts.resend(net.owner, net.id, inviteId(ben.email)))).toBe('InvitationInvalid')
})

test('invited twice, there is one invitation, with the later role', async () => {
  const ben = newPerson(testApp, 'ben')
  await acts.invite(net.owner, net.id, ben.email, 'MEMBER')
  await acts.invite(net.owner, net.id, ben.email.toUpperCase(), 'GUEST')
  const mine = (await pending()).nodes.filter(({ id }: { id: string }) => id === inviteId(ben.email))
  expect(mine).toMatchObject([{ role: 'GUEST', inviterName: 'olivia' }])
})

test('a member is not invited again', async () => {
  const ben = await member(net)
  expect(outcomeOf(await acts.invite(net.owner, net.id, ben.email.toUpperCase()))).toBe('AlreadyMember')
})

test.each(['ben', 'ben@', 'Ben <ben@example.com>', 'a@b.de, c@d.de', 'ben@example.com\r\nBcc: x@example.com'])(
  'an invitation to %j is refused at the field',
  async (email) => {
    expect(outcomeOf(await acts.invite(net.owner, net.id, email))).toBe('InvalidInput')
  },
)

test('an ADMIN invites members, but no OWNER, and leaves the invitation of one alone', async () => {
  await freshOwner()
  const admin = await member(net, 'ADMIN')
  const [ben, cleo] = [newPerson(testApp, 'ben'), newPerson(testApp, 'cleo')]
  expect(outcomeOf(await acts.invite(admin, net.id, ben.email, 'ADMIN'))).toBe('InvitationSent')
  expect(outcomeOf(await acts.invite(admin, net.id, ben.email, 'OWNER'))).toBe('FORBIDDEN')
  await acts.invite(net.owner, net.id, cleo.email, 'OWNER')
  const token = await cleo.mailedToken()
  const id = inviteId(cleo.email)
  expect(outcomeOf(await acts.invite(admin, net.id, cleo.email, 'GUEST'))).toBe('FORBIDDEN')
  expect(outcomeOf(await acts.resend(admin, net.id, id))).toBe('FORBIDDEN')
  expect(outcomeOf(await acts.revoke(admin, net.id, id))).toBe('FORBIDDEN')
  await cleo.signUp()
  expect((await acts.accept(cleo, token)).data.acceptInvitation.membership.role).toBe('OWNER')
})

test('a session left open makes no Admin: for that the password was shown within five minutes', async () => {
  const ben = newPerson(testApp, 'ben')
  testApp.clock.advance(5 * 60_000)
  expect(outcomeOf(await acts.invite(net.owner, net.id, ben.email, 'ADMIN'))).toBe('REAUTHENTICATION_REQUIRED')
  expect(outcomeOf(await acts.invite(net.owner, net.id, ben.email, 'MEMBER'))).toBe('InvitationSent')
  await freshOwner()
  expect(outcomeOf(await acts.invite(net.owner, net.id, ben.email, 'ADMIN'))).toBe('InvitationSent')
})

test('a mailbox gets at most twenty invitations a day, from all senders together', async () => {
  const ben = newPerson(testApp, 'ben')
  for (let sent = 0; sent < 20; sent++) await acts.invite(net.owner, net.id, ben.email)
  expect(outcomeOf(await acts.invite(net.owner, net.id, ben.email))).toBe('TooManyAttempts')
  const other = await network(testApp)
  expect(outcomeOf(await acts.invite(other.owner, other.id, ben.email))).toBe('TooManyAttempts')
})

test('invitations are paged, newest first', async () => {
  const other = await network(testApp)
  for (let index = 0; index < 5; index++) {
    testApp.clock.advance(1_000)
    await acts.invite(other.owner, other.id, `p${index}@example.org`)
  }
  const page = async (after: string | null) =>
    (
      await other.owner.browser.ask(
        `query($slug: String!, $after: String) { network(slug: $slug) { invitations(first: 2, after: $after) {
          nodes { email } pageInfo { hasNextPage endCursor }
        } } }`,
        { slug: other.slug, after },
      )
    ).data.network.invitations
  const seen: string[] = []
  let after: string | null = null
  for (;;) {
    const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page(after)
    seen.push(...nodes.map(({ email }: { email: string }) => email))
    if (!pageInfo.hasNextPage) break
    after = pageInfo.endCursor
  }
  expect(seen).toEqual([4, 3, 2, 1, 0].map((index) => `p${index}@example.org`))
})

test('an address in two networks: one account, each with its own role', async () => {
  const other = await network(testApp, 'Beta')
  const ben = await member(net, 'GUEST', 'ben')
  await join(other, ben, 'ADMIN')
  expect((await ben.viewer()).memberships).toMatchObject([
    { role: 'GUEST', network: { name: 'Acme' } },
    { role: 'ADMIN', network: { name: 'Beta' } },
  ])
})
