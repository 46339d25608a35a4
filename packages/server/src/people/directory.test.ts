import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newAccount } from '../accounts/account.model.js'
import { MembershipCollection } from '../memberships/membership.model.js'
import { newMembership } from '../memberships/new-membership.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, type NetworkUnderTest, network } from './people.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
/** By their place in the crowd. */
const names: Record<number, string> = {
  7: 'María López',
  8: 'Łukasz Żółć',
  9: 'Bjørn Æbelø-Ångström',
  10: "Siobhán O’Brien-D'Arcy",
  12: 'Jürgen Weiß',
  13: 'Đặng Thị Hương',
  14: 'Işıl Çağrı',
  15: '山田太郎',
  16: '김철수',
  17: 'สมชาย ใจดี',
  18: 'J.R.R. Þórsson',
  19: '🙂 Smiley',
}
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  net = await network(testApp)
  const now = testApp.clock.now()
  const people = Array.from({ length: 120 }, (_, index) => {
    const name = names[index] ?? `Person ${String(index).padStart(3, '0')}`
    const email = `p${index}@${index % 2 ? 'odd' : 'even'}.example`
    const emailKey = index === 20 ? 'post.amt_nord@xn--mller-kva.example' : email
    return newMembership(newAccount({ emailKey, email, name, passwordHash: null, now }), net.id, 'MEMBER', now)
  })
  await MembershipCollection.on(testApp.connection).insertMany(people as never[])
})
afterAll(() => testApp.close())

const people = async (args: string) => {
  const fields = `people${args} { nodes { name email role isViewer } pageInfo { hasNextPage endCursor } }`
  return acts.open(net.owner, net.slug, fields)
}

test('every member is listed once, by name, fifty a page', async () => {
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
  // Without accents and special letters: Łukasz stands among the L, not behind the Z.
  const sorted = names.filter((name) => /^[BDILM]/.test(name)).map((name) => name.split(' ')[0])
  expect(sorted).toEqual(['Bjørn', 'Đặng', 'Işıl', 'Łukasz', 'María'].filter((name) => sorted.includes(name)))
})

test.each([
  ['lopez', 1],
  ['LÓP', 1],
  ['maria lo', 1],
  ['person 00', 7],
  ['lukasz', 1],
  ['LUKASZ zolc', 1],
  ['Łukasz', 1],
  ['łuk', 1],
  ['bjorn', 1],
  ['bjoern', 1],
  ['aebelo', 1],
  ['angstrom', 1],
  ['Ångström', 1],
  ['aangstroem', 1],
  ["o'brien", 1],
  ['o’brien', 1],
  ['obrien', 1],
  ['brien', 1],
  ['darcy', 1],
  ['arcy siob', 1],
  ['siobhan obrien', 1],
  ['muller.example', 1],
  ['xn--mller-kva', 1],
  ['post.amt_nord@m\u00fcller.example', 1],
  ['amt nord', 1],
  ['jurgen weiss', 1],
  ['juergen', 1],
  ['weiß', 1],
  ['dang thi huong', 1],
  ['isil cagri', 1],
  ['太郎', 1],
  ['山田', 1],
  ['철수', 1],
  ['ใจดี', 1],
  ['jrr thor', 1],
  ['j.r', 1],
  ['🙂', 1],
  ['@odd.example', 50],
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
