import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { ProfileStore } from '../accounts/profile.store.js'
import { NetworkStore } from '../networks/network.store.js'
import { OperatorNetworksService } from '../operator/operator-networks.service.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, newSlug, outcomeOf } from './people.fixture.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

test('the creator of a network owns it, on the free plan, and is a member at once', async () => {
  const ada = await newPerson(testApp).signUp()
  const slug = newSlug()
  const created = await acts.create(ada, { name: '  Ada & Co ', slug })
  expect(created).toMatchObject({ __typename: 'NetworkCreated', network: { slug, name: 'Ada & Co', plan: 'FREE' } })
  expect((await ada.viewer()).memberships).toMatchObject([
    { role: 'OWNER', standing: 'NOT_REQUIRED', network: { id: created.network.id } },
  ])
  expect(await acts.open(ada, slug)).toMatchObject({ data: { network: { role: 'OWNER' } } })
})

test.each([
  ['Acme', 'slug'],
  ['a', 'slug'],
  ['-acme', 'slug'],
  ['ac--me', 'slug'],
  ['sign-in', 'slug'],
  ['a'.repeat(41), 'slug'],
  ['ac me', 'slug'],
  ['', 'slug'],
])('the address %j is refused with a reason at the field', async (slug, field) => {
  const ada = await newPerson(testApp).signUp()
  expect(await acts.create(ada, { slug })).toMatchObject({ __typename: 'InvalidInput', fields: [{ field }] })
  expect((await ada.viewer()).memberships).toEqual([])
})

test.each(['', '   ', '\u200b', '\u3164\u2800', 'x'.repeat(81), 'a\r\nBcc: all@example.com'])(
  'the name %j is refused',
  async (name) => {
    const ada = await newPerson(testApp).signUp()
    expect(await acts.create(ada, { name })).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'name' }] })
  },
)

test('ten people request one address at once: one gets it, the others are left with no trace of it', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => newPerson(testApp).signUp()))
  const slug = newSlug()
  const answers = await Promise.all(people.map((person) => acts.create(person, { slug })))
  expect(answers.filter(({ __typename }) => __typename === 'NetworkCreated')).toHaveLength(1)
  expect(answers.filter(({ __typename }) => __typename === 'SlugTaken')).toHaveLength(9)
  const accounts = await testApp.app
    .get(ProfileStore)
    .byIds(await Promise.all(people.map(async (person) => (await person.viewer()).id)))
  expect(accounts.flatMap(({ networkIds }) => networkIds)).toHaveLength(1)
})

test('an address is free until a network takes it, and the answer gives the reason when it is not available', async () => {
  const ada = await newPerson(testApp).signUp()
  const slug = newSlug()
  const ask = (text: string) =>
    ada.browser.field('query($slug: String!) { slugAvailability(slug: $slug) { isAvailable problem } }', { slug: text })
  expect(await ask(slug)).toEqual({ isAvailable: true, problem: null })
  await acts.create(ada, { slug })
  expect(await ask(slug)).toEqual({ isAvailable: false, problem: expect.stringContaining('Another network') })
  expect(await ask('networks')).toMatchObject({ isAvailable: false, problem: expect.stringContaining('kept') })
})

test('creating a network and checking addresses require a session', async () => {
  const nobody = newPerson(testApp)
  const asked = [
    'mutation { createNetwork(input: { name: "X", slug: "xxxx" }) { __typename } }',
    '{ slugAvailability(slug: "xxxx") { isAvailable } }',
  ]
  for (const document of asked) expect(outcomeOf(await nobody.browser.ask(document))).toBe('UNAUTHENTICATED')
})

test('a server that dies before the network is written leaves nothing that opens and no address that is held', async () => {
  const ada = await newPerson(testApp).signUp()
  const slug = newSlug()
  const networkStore = testApp.app.get(NetworkStore)
  const insert = vi.spyOn(networkStore, 'insert').mockRejectedValueOnce(new Error('killed'))
  await expect(acts.create(ada, { slug })).rejects.toThrow('INTERNAL_SERVER_ERROR')
  insert.mockRestore()
  expect((await ada.viewer()).memberships).toEqual([])
  expect(await acts.open(ada, slug)).toEqual({ data: { network: null } })
  expect(await acts.create(ada, { slug })).toMatchObject({ __typename: 'NetworkCreated' })
  expect((await ada.viewer()).memberships).toHaveLength(1)
})

test('an account makes at most fifty networks a day', async () => {
  const ada = await newPerson(testApp).signUp()
  const { _id } = (await testApp.app.get(ProfileStore).byEmailKey(ada.email)) ?? { _id: '' }
  await testApp.connection
    .collection<{ _id: string }>('acts')
    .insertOne({ _id: `network:account:${_id}`, acts: Array.from({ length: 50 }, () => testApp.clock.now()) } as never)
  await expect(acts.create(ada)).rejects.toThrow('RATE_LIMITED')
})

test("the operator sets a network's plan, and the very next request sees it", async () => {
  const ada = await newPerson(testApp).signUp()
  const { network } = await acts.create(ada)
  expect(await testApp.app.get(OperatorNetworksService).setPlan(network.slug, 'PRO')).toMatchObject({ plan: 'PRO' })
  expect(await acts.open(ada, network.slug, 'plan')).toEqual({ data: { network: { plan: 'PRO' } } })
  await testApp.app.get(OperatorNetworksService).setPlan(network.slug, 'PRO')
  await testApp.settle()
  const changes = await testApp.connection
    .collection('audit_events')
    .find({ networkId: network.id, type: 'network.plan_changed' })
    .toArray()
  expect(changes).toHaveLength(1)
  expect(await testApp.app.get(OperatorNetworksService).setPlan('nowhere', 'PRO')).toBeNull()
})

test('the operator makes a network for an account that exists', async () => {
  const ada = await newPerson(testApp).signUp()
  const slug = newSlug()
  const networks = testApp.app.get(OperatorNetworksService)
  await networks.createForOperator({ name: 'Acme', slug, email: ada.email.toUpperCase() })
  expect(await acts.open(ada, slug)).toMatchObject({ data: { network: { role: 'OWNER' } } })
  await expect(networks.createForOperator({ name: 'Acme', slug, email: ada.email })).rejects.toThrow(slug)
  await expect(networks.createForOperator({ name: 'Acme', slug, email: 'no@example.com' })).rejects.toThrow('sign up')
})
