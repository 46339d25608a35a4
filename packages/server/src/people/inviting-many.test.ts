import { limits } from '@twinlock/shared/limits'
import type { Role } from '@twinlock/shared/vocabulary'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, member, type NetworkUnderTest, network, outcomeOf } from './people.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await network(testApp)
})
afterAll(() => testApp.close())

const inviteMany = (person: Person, emails: string[], role: Role = 'MEMBER', networkId = net.id) =>
  person.browser.ask(
    `mutation($input: InviteMembersInput!) { inviteMembers(input: $input) {
      __typename
      ... on MembersInvited { outcomes { email outcome retryAt } }
      ... on InvalidInput { fields { field } }
    } }`,
    { input: { networkId, emails, role } },
  )
const outcomesOf = async (...args: Parameters<typeof inviteMany>): Promise<[string, string][]> =>
  (await inviteMany(...args)).data.inviteMembers.outcomes.map(
    ({ email, outcome }: { email: string; outcome: string }) => [email, outcome],
  )

test('an Admin pastes a list, and each address says what became of it; each new one gets its own link', async () => {
  const ben = await member(net)
  const [cleo, dan] = [newPerson(testApp, 'cleo'), newPerson(testApp, 'dan')]
  const pasted = [cleo.email, 'no address', ` ${ben.email.toUpperCase()} `, dan.email, cleo.email.toUpperCase(), '']
  expect(await outcomesOf(net.owner, pasted)).toEqual([
    [cleo.email, 'INVITED'],
    ['no address', 'INVALID'],
    [ben.email.toUpperCase(), 'ALREADY_MEMBER'],
    [dan.email, 'INVITED'],
    ['', 'INVALID'],
  ])
  const tokens = [await cleo.mailedToken(), await dan.mailedToken()]
  expect(new Set(tokens).size).toBe(2)
  await cleo.signUp()
  expect(outcomeOf(await acts.accept(cleo, tokens[0] ?? ''))).toBe('InvitationAccepted')
})

test('a list of three hundred is sent in one go, once each', async () => {
  const emails = Array.from({ length: 300 }, (_, place) => `crowd${place}@${net.slug}.example`)
  expect(new Set((await outcomesOf(net.owner, emails)).map(([, outcome]) => outcome))).toEqual(new Set(['INVITED']))
  await testApp.settle()
  const invitations = testApp.connection.collection('invitations')
  expect(await invitations.countDocuments({ networkId: net.id, state: 'pending' })).toBe(300)
})

test('once the hourly limit is reached, the remaining addresses get a time to try again, and no mail', async () => {
  const [{ count } = { count: 0 }] = limits.invitationsPerNetwork
  const now = testApp.clock.now()
  await testApp.connection.collection<{ _id: string }>('acts').insertOne({
    _id: `invitation:network:${net.id}`,
    acts: Array.from({ length: count - 2 }, () => now),
    newestAt: now,
  } as { _id: string })
  const answer = await inviteMany(net.owner, ['a@late.example', 'b@late.example', 'c@late.example'])
  const outcomes: { outcome: string; retryAt: string | null }[] = answer.data.inviteMembers.outcomes
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['INVITED', 'INVITED', 'TOO_MANY'])
  expect(outcomes.find(({ outcome }) => outcome === 'TOO_MANY')?.retryAt).toMatch(/^2\d{3}-/)
})

test('an empty list and one beyond the limit are refused before anything is sent', async () => {
  for (const emails of [[], Array.from({ length: limits.invitationsAtOnce + 1 }, (_, place) => `x${place}@y.example`)])
    expect((await inviteMany(net.owner, emails)).data.inviteMembers).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'emails' }],
    })
})

test('an ADMIN invites no OWNERs, and leaves the invitation of one as it is', async () => {
  await net.owner.reauthenticate({ password: net.owner.password })
  const admin = await member(net, 'ADMIN')
  const cleo = newPerson(testApp, 'cleo')
  expect(outcomeOf(await inviteMany(admin, [cleo.email], 'OWNER'))).toBe('FORBIDDEN')
  await acts.invite(net.owner, net.id, cleo.email, 'OWNER')
  const token = await cleo.mailedToken()
  expect(await outcomesOf(admin, [cleo.email], 'GUEST')).toEqual([[cleo.email, 'INVITED']])
  await cleo.signUp()
  expect((await acts.accept(cleo, token)).data.acceptInvitation.membership.role).toBe('OWNER')
})

test('a session left open makes no Admins, and members invite nobody', async () => {
  const ben = await member(net)
  testApp.clock.advance(5 * 60_000)
  expect(outcomeOf(await inviteMany(net.owner, ['x@y.example'], 'ADMIN'))).toBe('REAUTHENTICATION_REQUIRED')
  expect(outcomeOf(await inviteMany(ben, ['x@y.example']))).toBe('FORBIDDEN')
})
