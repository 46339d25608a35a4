import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { invitationModel } from '../memberships/invitation.model.js'
import { InvitationStore } from '../memberships/invitation.store.js'
import { membershipModel } from '../memberships/membership.model.js'
import { networkModel } from '../networks/network.model.js'
import { newNetwork } from '../networks/new-network.js'
import { type IndexKeys, indexFor, type ListingQuery } from '../testing/index-for.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { DirectoryStore } from './directory/directory.store.js'
import { OwnersStore } from './members/owners.store.js'

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

function indexesOf(collection: string): IndexKeys[] {
  const model = Object.values(testApp.connection.models).find((each) => each.collection.name === collection)
  return (model?.schema.indexes() ?? []).map(([keys]) => keys as IndexKeys).concat({ _id: 1 })
}

async function queriesOf(act: () => Promise<unknown>) {
  asked.splice(0)
  await act()
  expect(asked).not.toHaveLength(0)
  return [...asked]
}

async function expectIndexed(act: () => Promise<unknown>): Promise<void> {
  for (const { collection, query } of await queriesOf(act))
    expect(indexFor(query, indexesOf(collection)), `${collection} ${JSON.stringify(query)}`).not.toBeNull()
}

const network = () =>
  newNetwork({ id: 'n', slug: 'n', name: 'N', plan: 'FREE', ownerId: 'a', now: testApp.clock.now() })

test('the people by name, first page and next', async () => {
  const store = new DirectoryStore(membershipModel(testApp.connection))
  const query = { search: '', adminsOnly: false, limit: 51 }
  await expectIndexed(() => store.page(network(), { ...query, after: null }))
  await expectIndexed(() => store.page(network(), { ...query, after: { nameKey: 'm', id: 'x' } }))
})

test('who runs the network: the ADMINs by role and name, the few OWNERs by their keys', async () => {
  const store = new DirectoryStore(membershipModel(testApp.connection))
  const [admins, owners] = await queriesOf(() =>
    store.page(network(), { search: '', adminsOnly: true, after: { nameKey: 'm', id: 'x' }, limit: 51 }),
  )
  expect(admins && indexFor(admins.query, indexesOf('memberships'))).toMatchObject({ role: 1, nameKey: 1 })
  expect(owners?.query.filter._id).toEqual({ $in: ['n:a'] })
})

test('a search rides on the words; what it finds is put in order in memory', async () => {
  const store = new DirectoryStore(membershipModel(testApp.connection))
  const [found] = await queriesOf(() =>
    store.page(network(), { search: 'Ada Lo', adminsOnly: false, after: null, limit: 51 }),
  )
  const { networkId, leftAt } = found?.query.filter ?? {}
  const byWords = { filter: { networkId, leftAt, words: { $regex: '^ada' } }, sort: {} }
  expect(JSON.stringify(found?.query.filter)).toContain('^ada')
  expect(indexFor(byWords, indexesOf('memberships'))).toMatchObject({ words: 1 })
})

test('invitations: those that wait, those of one writer, the one of a link, and what a crash left', async () => {
  const store = new InvitationStore(invitationModel(testApp.connection))
  const now = testApp.clock.now()
  await expectIndexed(() => store.pendingOf('n', null, 51))
  await expectIndexed(() => store.pendingOf('n', { at: now, id: 'x' }, 51))
  await expectIndexed(() => store.byTokenHash('h'))
  await expectIndexed(() => store.unfinished(now, 100))
  const [written] = await queriesOf(() => store.pendingBy('n', 'a'))
  // Few wait of what one person wrote: their state is judged row by row.
  const { state: _, ...filter } = written?.query.filter ?? {}
  expect(indexFor({ filter, sort: {} }, indexesOf('invitations'))).not.toBeNull()
})

test('departures that a crash left', async () => {
  await expectIndexed(() => new OwnersStore(networkModel(testApp.connection)).withDepartures(100))
})
