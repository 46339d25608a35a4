import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { appOf } from '../../apps/app.fixture.js'
import { exchange, openApp } from '../../apps/oidc/oidc.fixture.js'
import { NetworkStore } from '../../networks/network.store.js'
import {
  join,
  member,
  memberIdOf,
  type NetworkUnderTest,
  network,
  outcomeOf,
  acts as people,
} from '../../people/people.fixture.js'
import { accountOf } from '../../testing/network.js'
import { newPerson, Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { AccountErasureService } from '../erasure/account-erasure.service.js'
import { acts, changedEmail, mailsTo } from '../life.fixture.js'

let testApp: TestApp
let ada: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  ada = await newPerson(testApp, 'ada').signUp()
})
afterAll(() => testApp.close())

const erase = async () => {
  await testApp.settle()
  await testApp.app.get(AccountErasureService).eraseDue()
  await testApp.settle()
}
const ownersOf = async (net: NetworkUnderTest) => (await testApp.app.get(NetworkStore).byId(net.id))?.ownerIds ?? []

test('scheduling signs out everywhere; a sign-in leads to keeping it and nothing else', async () => {
  const net = await network(testApp)
  await join(net, ada)
  const other = testApp.browser()
  await ada.signIn(other)
  const at = new Date(testApp.clock.now().getTime() + limits.deletionDelay).toISOString()
  expect((await acts.deleteAccount(ada.browser)).data.deleteAccount).toEqual({
    __typename: 'AccountDeletionScheduled',
    at,
  })
  for (const browser of [ada.browser, other]) expect(await browser.field('{ viewer { id } }')).toBeNull()
  expect((await mailsTo(ada, ada.email))[0]?.subject).toBe('Your Twinlock account will be deleted')

  await ada.signIn()
  expect(await ada.browser.field('{ viewer { deletionAt memberships { id } } }')).toEqual({
    deletionAt: at,
    memberships: [],
  })
  expect(outcomeOf(await people.open(ada, net.slug))).toBe('FORBIDDEN')
  expect(outcomeOf(await acts.requestExport(ada.browser))).toBe('FORBIDDEN')
  expect((await acts.keepAccount(ada.browser)).data.cancelAccountDeletion).toBe(true)
  expect(outcomeOf(await people.open(ada, net.slug))).toBe('data')
  expect((await acts.keepAccount(ada.browser)).data.cancelAccountDeletion).toBe(false)
})

test('Admins see who is scheduled to be erased and when, until the account is kept', async () => {
  const net = await network(testApp)
  await join(net, ada)
  const id = await memberIdOf(net, ada)
  const seen = async () => {
    await testApp.settle()
    const fields = `security { member(id: "${id}") { deletionAt } members { edges { node { id deletionAt } } } }`
    const { member, members } = (await people.open(net.owner, net.slug, fields)).data.network.security
    const listed = members.edges.find(({ node }: { node: { id: string } }) => node.id === id)
    expect(listed.node.deletionAt).toBe(member.deletionAt)
    return member.deletionAt
  }
  expect(await seen()).toBeNull()
  const { at } = (await acts.deleteAccount(ada.browser)).data.deleteAccount
  expect(await seen()).toBe(at)
  await ada.signIn()
  await acts.keepAccount(ada.browser)
  expect(await seen()).toBeNull()
})

test('an owner sees which networks have no other owner', async () => {
  const [mine, shared] = [await network(testApp, 'Mine'), await network(testApp, 'Shared')]
  await join(shared, mine.owner)
  const owners = async () =>
    (await mine.owner.browser.field('{ viewer { memberships { isOnlyOwner network { name } } } }')).memberships
  const [inMine, inShared] = [{ name: 'Mine' }, { name: 'Shared' }]
  expect(await owners()).toEqual([
    { isOnlyOwner: true, network: inMine },
    { isOnlyOwner: false, network: inShared },
  ])
  await people.changeRole(shared.owner, shared.id, await memberIdOf(shared, mine.owner), 'OWNER')
  await acts.deleteAccount(shared.owner.browser)
  expect(await owners()).toContainEqual({ isOnlyOwner: true, network: inShared })
})

test('a session left open has to confirm who it is', async () => {
  testApp.clock.advance(limits.freshEvidence)
  expect(outcomeOf(await acts.deleteAccount(ada.browser))).toBe('REAUTHENTICATION_REQUIRED')
})

test('the last owner learns which networks prevent it, and stays the owner of all', async () => {
  const [mine, shared] = [await network(testApp, 'Mine'), await network(testApp, 'Shared')]
  await join(shared, mine.owner)
  await people.changeRole(shared.owner, shared.id, await memberIdOf(shared, mine.owner), 'OWNER')
  expect((await acts.deleteAccount(mine.owner.browser)).data.deleteAccount).toEqual({
    __typename: 'LastOwner',
    networks: [{ slug: mine.slug }],
  })
  const { id } = await mine.owner.viewer()
  expect(await ownersOf(mine)).toEqual([id])
  expect(await ownersOf(shared)).toContain(id)
})

test('of two owners who leave at once, one is refused as the last', async () => {
  for (let round = 0; round < 3; round += 1) {
    const net = await network(testApp)
    const bob = await member(net, 'ADMIN', 'bob')
    await people.changeRole(net.owner, net.id, await memberIdOf(net, bob), 'OWNER')
    const answers = await Promise.all([acts.deleteAccount(net.owner.browser), acts.deleteAccount(bob.browser)])
    expect(answers.map(outcomeOf).sort()).toEqual(['AccountDeletionScheduled', 'LastOwner'])
    expect(await ownersOf(net)).toHaveLength(1)
  }
})

test('an owner who is scheduled does not count as one, and is one again when they keep the account', async () => {
  const net = await network(testApp)
  const bob = await member(net, 'ADMIN', 'bob')
  await people.changeRole(net.owner, net.id, await memberIdOf(net, bob), 'OWNER')
  await acts.deleteAccount(bob.browser)
  expect(outcomeOf(await people.leave(net.owner, net.id))).toBe('LastOwner')
  await bob.signIn()
  await acts.keepAccount(bob.browser)
  expect(await ownersOf(net)).toHaveLength(2)
})

test('an owner who was demoted while they were scheduled stays demoted when they keep the account', async () => {
  const net = await network(testApp)
  const bob = await member(net, 'ADMIN', 'bob')
  const admin = await member(net, 'ADMIN', 'amy')
  const id = await memberIdOf(net, bob)
  await people.changeRole(net.owner, net.id, id, 'OWNER')
  await acts.deleteAccount(bob.browser)
  const byAdmin = await people.changeRole(admin, net.id, id, 'MEMBER')
  expect(byAdmin.errors?.[0]?.extensions.code, 'an ADMIN does nothing to them meanwhile').toBe('FORBIDDEN')
  expect(outcomeOf(await people.changeRole(net.owner, net.id, id, 'MEMBER'))).toBe('RoleChanged')
  await bob.signIn()
  await acts.keepAccount(bob.browser)
  expect(await ownersOf(net)).toHaveLength(1)
})

test('after its week, to the millisecond, the deletion cannot be cancelled any more', async () => {
  await acts.deleteAccount(ada.browser)
  testApp.clock.advance(limits.deletionDelay - 1)
  await ada.signIn()
  testApp.clock.advance(1)
  expect((await acts.keepAccount(ada.browser)).data.cancelAccountDeletion).toBe(false)
})

test('it waits for the week in which the former address can take the account back, and the undo cancels it', async () => {
  const token = await changedEmail(ada, `new-${ada.email}`)
  testApp.clock.advance(60_000)
  await acts.deleteAccount(ada.browser)
  expect(await acts.undoEmail(testApp.browser(), token)).toMatchObject({ __typename: 'EmailChangeUndone' })
  testApp.clock.advance(limits.deletionDelay)
  await erase()
  expect(await accountOf(testApp, ada)).toMatchObject({ email: ada.email, deletion: null })
})

/** By OpenID Connect and through the gate: what either leaves behind. */
async function useApps({ id, slug, owner }: NetworkUnderTest, person: Person): Promise<void> {
  const app = await appOf(owner, { id, slug }, { hosts: ['erased.localhost'] })
  expect((await exchange(testApp, app, await openApp(person, app))).status).toBe(200)
  const proxied = { 'x-forwarded-host': 'erased.localhost', 'x-forwarded-proto': 'http' }
  const atHost = testApp.browser()
  const begun = await atHost.get('/.twinlock/start', proxied)
  const open = new URL(begun.headers.get('location') ?? '').pathname
  const back = new URL((await person.browser.get(`${open}/continue`)).headers.get('location') ?? '')
  expect((await atHost.get(back.pathname + back.search, proxied)).status).toBe(303)
  for (const name of ['app_sessions', 'app_visits', 'oidc_artifacts', 'gate_entries'])
    expect(await testApp.connection.collection(name).countDocuments(), name).toBeGreaterThan(0)
}

test('nothing of the person is left in the whole database, and what happened in networks is', async () => {
  const name = 'Augusta Byron Lovelace'
  const person = await (await newPerson(testApp, 'augusta').signUp()).setUpSms('+491701234510')
  await person.browser.field('mutation($input: ChangeNameInput!) { changeName(input: $input) { __typename } }', {
    input: { name },
  })
  const net = await network(testApp)
  await join(net, person, 'ADMIN')
  await people.invite(person, net.id, 'guest@example.org')
  const sam = await member(net, 'MEMBER', 'sam')
  await people.remove(person, net.id, await memberIdOf(net, sam))
  await person.browser.ask(
    `mutation { createApiKey(input: { networkId: "${net.id}", name: "K", scopes: [MEMBERS_READ] }) { __typename } }`,
  )
  await useApps(net, person)
  const former = person.email
  const email = `countess-${former}`
  await changedEmail(person, email)
  testApp.clock.advance(limits.emailUndo)
  const { id } = await (async () => {
    await person.browser.field('mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      input: { email, password: person.password },
    })
    await person.verify('BACKUP_CODE', person.backupCodes[0] ?? '')
    return person.viewer()
  })()
  expect(outcomeOf(await acts.deleteAccount(person.browser))).toBe('AccountDeletionScheduled')
  testApp.clock.advance(limits.deletionDelay)
  await erase()

  const found: string[] = []
  for (const { name: collection } of await testApp.connection.listCollections()) {
    // Stands for the mail and SMS providers while trying out: what was sent to others has left.
    if (collection === 'captured_messages') continue
    for (const document of await testApp.connection.collection(collection).find().toArray()) {
      const text = JSON.stringify(document)
      const traces = [email, former, name, '+491701234510'].filter((trace) =>
        text.toLowerCase().includes(trace.toLowerCase()),
      )
      // The tombstone of a membership carries the id by which other systems learn that it is gone, and nothing else.
      if (collection !== 'memberships' && text.includes(id)) traces.push(id)
      for (const trace of traces) found.push(`${collection}: ${trace} in ${text.slice(0, 300)}`)
    }
  }
  expect(found).toEqual([])
  await net.owner.signIn()
  const { security } = await net.owner.browser.field(
    `{ network(slug: "${net.slug}") { security { auditLog(first: 50) { edges { node { type actor } } } } } }`,
  )
  const types = security.auditLog.edges.map(({ node }: { node: { type: string } }) => node.type)
  expect(types).toEqual(expect.arrayContaining(['member.erased', 'member.removed', 'member.joined', 'invitation.sent']))
})

test('a person whose address ends with theirs loses nothing', async () => {
  const [n, ann] = ['n@corp.example', 'ann@corp.example'].map((at) => new Person(testApp, testApp.browser(), at))
  if (!n || !ann) throw new Error('There are two.')
  const net = await network(testApp)
  for (const person of [n, ann]) await join(net, await person.signUp())
  await people.changeRole(net.owner, net.id, await memberIdOf(net, n), 'ADMIN')
  await people.changeRole(n, net.id, await memberIdOf(net, ann), 'GUEST')
  const counted = testApp.connection.collection<{ _id: string }>('acts')
  await counted.insertMany(['n', 'ann'].map((name) => ({ _id: `mail:code:${name}@corp.example` })))
  await n.reauthenticate({ password: n.password })
  expect(outcomeOf(await acts.deleteAccount(n.browser))).toBe('AccountDeletionScheduled')
  testApp.clock.advance(limits.deletionDelay)
  await erase()
  expect(await counted.distinct('_id', { _id: /^mail:code:/ })).toEqual(['mail:code:ann@corp.example'])
  const log = testApp.connection.collection('audit_events')
  const changed = await log.findOne({ networkId: net.id, type: 'member.role_changed', 'event.to': 'GUEST' })
  expect(changed?.event).toMatchObject({ email: 'ann@corp.example', actor: { accountId: 'erased' } })
})
