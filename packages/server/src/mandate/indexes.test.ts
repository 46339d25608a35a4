import { factorMethods, roles, twoFactorStandings } from '@twinlock/shared/vocabulary'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { AuditStore } from '../audit/audit.store.js'
import { auditEventModel } from '../audit/audit-event.model.js'
import { membershipModel } from '../memberships/membership.model.js'
import { type IndexKeys, indexFor, type ListingQuery } from '../testing/index-for.js'
import { putNetwork } from '../testing/network.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { coverageModel, coverageSnapshotModel } from './coverage/coverage.model.js'
import { CoverageHistoryStore } from './coverage/coverage-history.store.js'
import { MemberListingStore } from './members/member-listing.store.js'
import { memberOrders } from './members/member-order.js'
import { memberQuery } from './members/member-query.js'
import { roundModel } from './rounds/round.model.js'
import { type HeldRound, RoundStore } from './rounds/round.store.js'

let testApp: TestApp
const asked: { collection: string; query: ListingQuery }[] = []
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  testApp.connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (commandName !== 'find') return
    // The driver sends a sort as a map, which keeps its order.
    const sort = Object.fromEntries(command.sort ?? new Map())
    asked.push({ collection: command.find, query: { filter: command.filter, sort } })
  })
})
afterAll(() => testApp.close())

/** The indexes that the models declare. */
function indexesOf(collection: string): IndexKeys[] {
  const model = Object.values(testApp.connection.models).find((each) => each.collection.name === collection)
  return (model?.schema.indexes() ?? []).map(([keys]) => keys as IndexKeys).concat({ _id: 1 })
}

async function queryOf(act: () => Promise<unknown>): Promise<(typeof asked)[number]> {
  asked.splice(0)
  await act()
  const [first] = asked
  if (!first) throw new Error('Nothing was asked.')
  return first
}

async function expectIndexed(act: () => Promise<unknown>): Promise<void> {
  const { collection, query } = await queryOf(act)
  expect(indexFor(query, indexesOf(collection)), `${collection} ${JSON.stringify(query)}`).not.toBeNull()
}

describe('members', () => {
  const page = async (
    filter: Parameters<typeof memberQuery>[1],
    order: (typeof memberOrders)[number],
    later: boolean,
  ) => {
    const network = await putNetwork(testApp, [], { deadlineIn: 1 })
    const key = order === 'LAST_SIGN_IN' ? testApp.clock.now() : 'm'
    const after = later ? { key, id: 'x' } : null
    const store = new MemberListingStore(membershipModel(testApp.connection))
    return store.page(memberQuery(network, filter, order, after, testApp.clock.now()), 51)
  }
  const filters = [
    {},
    ...twoFactorStandings.map((standing) => ({ standing })),
    ...roles.filter((role) => role !== 'OWNER').map((role) => ({ role })),
    ...factorMethods.map((method) => ({ method })),
    { standing: 'GRACE' as const, role: 'GUEST' as const, method: 'SMS' as const },
  ]
  for (const order of memberOrders) {
    test.each(filters)(`by ${order}, filtered by %j: one index, whatever the filter, on every page`, async (filter) => {
      await expectIndexed(() => page(filter, order, false))
      await expectIndexed(() => page(filter, order, true))
    })
  }

  test('a search rides on the words; what it finds is put in order in memory', async () => {
    const { query } = await queryOf(() => page({ search: 'ada love' }, 'NAME', false))
    expect(JSON.stringify(query.filter)).toContain('^ada')
    const { networkId, leftAt } = query.filter
    const byWords = { filter: { networkId, leftAt, words: { $regex: '^ada' } }, sort: {} }
    expect(indexFor(byWords, indexesOf('memberships'))).toMatchObject({ networkId: 1, leftAt: 1, words: 1 })
  })

  test('the owners are read by their keys', async () => {
    const { query } = await queryOf(() => page({ role: 'OWNER' }, 'NAME', false))
    expect(JSON.stringify(query.filter)).toContain('{"_id":{"$in":[')
  })
})

test.each(['everyone', 'not-yet', 'extended'] as const)('a round among %s goes by its own index', async (audience) => {
  const { connection, clock } = testApp
  const store = new RoundStore(roundModel(connection), membershipModel(connection))
  const round = { networkId: 'n', cursor: 'x', audience, deadline: clock.now() } as HeldRound
  const { query, collection } = await queryOf(() => store.batch(round, [0, 1], 500))
  // Whether somebody left is judged row by row: few have, and the order of ids matters more.
  const { leftAt: _, ...filter } = query.filter
  expect(indexFor({ ...query, filter }, indexesOf(collection))).not.toBeNull()
})

test('the audit log, all of it and some kinds, first page and next', async () => {
  const store = new AuditStore(auditEventModel(testApp.connection))
  const after = { at: testApp.clock.now(), id: 'x' }
  await expectIndexed(() => store.ofNetwork('n', null, null, 51))
  await expectIndexed(() => store.ofNetwork('n', null, after, 51))
  await expectIndexed(() => store.ofNetwork('n', ['mandate.activated', 'member.joined'], null, 51))
  await expectIndexed(() => store.ofNetwork('n', ['mandate.activated', 'member.joined'], after, 51))
  await expectIndexed(() => store.streamOfNetwork('n', null, after.at, 51))
  await expectIndexed(() => store.streamOfNetwork('n', after, after.at, 51))
})

test('coverage over time, and what waits to be counted or carried on', async () => {
  const { connection, clock } = testApp
  await expectIndexed(() => new CoverageHistoryStore(coverageSnapshotModel(connection)).since('n', clock.now(), 10))
  expect(
    indexFor({ filter: { staleBy: { $ne: null } }, sort: {} }, indexesOf(coverageModel(connection).collection.name)),
  ).toEqual({ staleBy: 1 })
  expect(indexFor({ filter: { dueAt: { $lte: 1 } }, sort: { dueAt: 1 } }, indexesOf('rounds'))).toEqual({ dueAt: 1 })
})

test('the measure itself knows a listing that no index serves', () => {
  const indexes: IndexKeys[] = [{ networkId: 1, at: -1, _id: -1 }]
  const query = (filter: Record<string, unknown>, sort: Record<string, number>) => indexFor({ filter, sort }, indexes)
  expect(query({ networkId: 'n' }, { at: -1, _id: -1 })).not.toBeNull()
  expect(query({ networkId: 'n' }, { at: 1, _id: 1 })).not.toBeNull()
  expect(query({ networkId: 'n' }, { at: -1, _id: 1 })).toBeNull()
  expect(query({ networkId: 'n' }, { _id: 1 })).toBeNull()
  expect(query({ networkId: 'n', type: 't' }, { at: -1 })).toBeNull()
  expect(query({ at: { $gt: 1 } }, {})).toBeNull()
  expect(query({ networkId: 'n', at: { $gt: 1 } }, {})).not.toBeNull()
})
