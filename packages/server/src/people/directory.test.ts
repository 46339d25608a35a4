import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newAccount } from '../accounts/new-account.js'
import { membershipModel } from '../memberships/membership.model.js'
import { newMembership } from '../memberships/new-membership.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, type NetworkUnderTest, network } from './people.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  net = await network(testApp)
  const now = testApp.clock.now()
  const people = Array.from({ length: 120 }, (_, index) => {
    const name = index === 7 ? 'María López' : `Person ${String(index).padStart(3, '0')}`
    const email = `p${index}@${index % 2 ? 'odd' : 'even'}.example`
    return newMembership(newAccount({ emailKey: email, email, name, passwordHash: null, now }), net.id, 'MEMBER', now)
  })
  await membershipModel(testApp.connection).collection.insertMany(people as never[])
})
afterAll(() => testApp.close())

const people = async (args: string) => {
  const fields = `people${args} { nodes { name email role isViewer } pageInfo { hasNextPage endCursor } }`
  return acts.open(net.owner, net.slug, fields)
}

test('everybody is listed once, by name, fifty a page', async () => {
  const names: string[] = []
  const sizes: number[] = []
  let after: string | null = null
  do {
    const { data }: Awaited<ReturnType<typeof people>> = await people(after ? `(after: "${after}")` : '')
    const { nodes, pageInfo } = data.network.people
    names.push(...nodes.map(({ name }: { name: string }) => name))
    sizes.push(nodes.length)
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after)
  expect(sizes).toEqual([50, 50, 21])
  expect(new Set(names).size).toBe(121)
  expect(names[0]).toBe('María López')
})

test.each([
  ['lopez', 1],
  ['LÓP', 1],
  ['maria lo', 1],
  ['person 01', 10],
  ['p11@', 1],
  ['odd.example', 50],
  ['.*', 0],
  ['(((', 0],
])('a search for %j finds by the beginnings of words', async (search, count) => {
  const { data } = await people(`(search: ${JSON.stringify(search)})`)
  expect(data.network.people.nodes).toHaveLength(count)
})

test.each(['(first: 0)', '(first: 201)', '(first: 1000)', '(after: "x")', '(after: "W10")'])(
  'a page of %s is refused',
  async (args) => {
    expect((await people(args)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  },
)

test('a page costs one query, however many people there are', async () => {
  await people('')
  testApp.takeCommands()
  await people('')
  const few = testApp.takeCommands()
  await people('(first: 200)')
  expect(testApp.takeCommands()).toEqual(few)
})

test('the viewer is marked, and counted with the others', async () => {
  const { data } = await acts.open(
    net.owner,
    net.slug,
    'peopleCount people(search: "olivia") { nodes { role isViewer } }',
  )
  expect(data.network).toEqual({ peopleCount: 121, people: { nodes: [{ role: 'OWNER', isViewer: true }] } })
})
