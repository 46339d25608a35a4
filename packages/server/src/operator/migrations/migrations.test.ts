import { randomBytes } from 'node:crypto'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { AccountCollection, newAccount } from '../../accounts/account.model.js'
import { InvitationCollection, type InvitationDocument } from '../../memberships/invitation.model.js'
import { searchConditions } from '../../memberships/member-search.js'
import { MembershipCollection } from '../../memberships/membership.model.js'
import { newMembership } from '../../memberships/new-membership.js'
import { MigrationObstacleError, Migrator } from '../../platform/mongo/migrations/migrator.js'
import { openMongoConnection } from '../../platform/mongo/mongo-connection.js'
import { allMigrations } from './all-migrations.js'

/** Databases as earlier releases left them, brought to this one. */

const database = `upgrade_${randomBytes(4).toString('hex')}`
const now = new Date('2026-05-01T12:00:00.000Z')
let connection: Connection
beforeAll(async () => {
  connection = openMongoConnection(inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${database}$1`))
  await connection.asPromise()
  for (const model of [AccountCollection, MembershipCollection, InvitationCollection]) model.on(connection)
})
beforeEach(async () => {
  await connection.dropDatabase()
})
afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

const rows = (name: string) => connection.collection<{ _id: string; [field: string]: unknown }>(name)
const migrate = () => new Migrator(connection, allMigrations).migrate()
const account = (id: string, emailKey: string, name = 'Jörg') => ({
  ...newAccount({ emailKey, email: emailKey, name, passwordHash: null, now }),
  _id: id,
})
const invitation = (emailKey: string, over: Partial<InvitationDocument> = {}) => ({
  _id: `n:${emailKey}`,
  networkId: 'n',
  email: emailKey,
  emailKey,
  role: 'MEMBER',
  tokenHash: `hash of ${emailKey}`,
  state: 'pending',
  sentAt: now,
  expiresAt: now,
  invitedBy: { accountId: 'a', name: 'Ada' },
  joining: null,
  events: [],
  ...over,
})

test('a person whose domain was stored in its own script is found by its A-label, and so is the invitation to it', async () => {
  const jorg = account('a', 'jörg@müller.example')
  const ada = account('b', 'ada@example.com')
  await rows('accounts').insertMany([jorg, ada] as never)
  await rows('memberships').insertMany([newMembership(jorg, 'n', 'MEMBER', now)] as never)
  await rows('invitations').insertMany([invitation('eva@müller.example'), invitation('eva@example.com')] as never)
  await migrate()
  expect(await AccountCollection.on(connection).findOne({ _id: 'a' })).toMatchObject({
    emailKey: 'jörg@xn--mller-kva.example',
  })
  expect(await AccountCollection.on(connection).findOne({ _id: 'b' })).toMatchObject({ emailKey: 'ada@example.com' })
  const [member] = await MembershipCollection.on(connection)
    .find({ $and: searchConditions('jorg@muller') })
    .toArray()
  expect(member).toMatchObject({ accountId: 'a', emailKey: 'jörg@xn--mller-kva.example' })
  const invitations = await InvitationCollection.on(connection).find().sort({ _id: 1 }).toArray()
  expect(invitations.map(({ _id, emailKey, tokenHash }) => [_id, emailKey, tokenHash])).toEqual([
    ['n:eva@example.com', 'eva@example.com', 'hash of eva@example.com'],
    ['n:eva@xn--mller-kva.example', 'eva@xn--mller-kva.example', 'hash of eva@müller.example'],
  ])
  expect(await migrate()).toEqual([])
})

test('two accounts of one mailbox are listed by their ids, and nothing is changed until one is gone', async () => {
  const twins = [account('a', 'x@müller.example'), account('b', 'x@xn--mller-kva.example')]
  await rows('accounts').insertMany([...twins, account('c', 'y@müller.example')] as never)
  const error = await migrate().catch((caught) => caught)
  expect(error).toBeInstanceOf(MigrationObstacleError)
  expect(error.obstacles).toEqual(['accounts of one mailbox, of which one alone can stay: a, b'])
  expect(error.message).not.toContain('@')
  expect(await AccountCollection.on(connection).findOne({ _id: 'c' })).toMatchObject({ emailKey: 'y@müller.example' })
  await rows('accounts').deleteOne({ _id: 'a' })
  await migrate()
  expect(await AccountCollection.on(connection).findOne({ _id: 'c' })).toMatchObject({
    emailKey: 'y@xn--mller-kva.example',
  })
})

test.each([
  [
    'the one that still waits',
    { state: 'pending' as const },
    { state: 'revoked' as const, sentAt: new Date(now.getTime() + 1) },
  ],
  ['the later one', { sentAt: new Date(now.getTime() + 1) }, {}],
])('of two invitations of one mailbox %s stays', async (_, kept, gone) => {
  for (const [first, second] of [
    [kept, gone],
    [gone, kept],
  ]) {
    await rows('invitations').deleteMany({})
    await rows('migrations').deleteMany({})
    await rows('invitations').insertMany([
      invitation('x@müller.example', { ...first, role: first === kept ? 'ADMIN' : 'GUEST' }),
      invitation('x@xn--mller-kva.example', { ...second, role: second === kept ? 'ADMIN' : 'GUEST' }),
    ] as never)
    await migrate()
    expect(await InvitationCollection.on(connection).find().toArray()).toMatchObject([
      { _id: 'n:x@xn--mller-kva.example', role: 'ADMIN', tokenHash: expect.stringMatching(/^hash of x/) },
    ])
  }
})

test.each([0, 1, 2])('a run that died after %d writes of an invitation is gone on with', async (writes) => {
  const old = invitation('x@müller.example')
  const moved = invitation('x@xn--mller-kva.example', { tokenHash: `moving:${old.tokenHash}` })
  await rows('invitations').insertMany(([[old], [old, moved], [moved]] as const)[writes] as never)
  await migrate()
  expect(await InvitationCollection.on(connection).find().toArray()).toMatchObject([
    { _id: 'n:x@xn--mller-kva.example', tokenHash: old.tokenHash },
  ])
})

test('members are found as people type once the words of earlier releases are made again', async () => {
  const people = ['Łukasz', "O'Brien", 'Ada'].map((name, place) => account(`p${place}`, `p${place}@example.com`, name))
  const stays = people.map((person) => ({
    ...newMembership(person, 'n', 'MEMBER', now),
    nameKey: person.name.toLowerCase(),
    words: [person.name.toLowerCase(), person.emailKey],
  }))
  await rows('memberships').insertMany(stays as never)
  await migrate()
  const found = async (search: string) =>
    (
      await MembershipCollection.on(connection)
        .find({ $and: searchConditions(search) })
        .toArray()
    ).map(({ name }) => name)
  expect(await found('lukasz')).toEqual(['Łukasz'])
  expect(await found('brien')).toEqual(["O'Brien"])
  const sorted = await MembershipCollection.on(connection).find().sort({ nameKey: 1 }).toArray()
  expect(sorted.map(({ name }) => name)).toEqual(['Ada', 'Łukasz', "O'Brien"])
})
