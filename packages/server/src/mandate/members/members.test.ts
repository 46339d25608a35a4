import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { member, memberIdOf, type NetworkUnderTest, outcomeOf } from '../../people/people.fixture.js'
import type { Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, acts, confirmIts, crowd, later, readyNetwork } from '../mandate.fixture.js'
import { memberOrders } from './member-query.js'

let testApp: TestApp
let net: NetworkUnderTest
let ben: Person
let guest: Person
let late: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  net = await readyNetwork(testApp)
  ben = await member(net, 'MEMBER', 'ben')
  guest = await member(net, 'GUEST', 'gwen')
  const sms = await member(net, 'ADMIN', 'sam')
  await sms.setUpSms('+14155550134')
  await activated(net)
  await confirmIts(net.owner)
  await acts.giveMoreTime(net.owner, net.id, { memberIds: [await memberIdOf(net, guest)], hours: 100 })
  testApp.clock.advance(1)
  late = await member(net, 'MEMBER', 'lena')
  await testApp.settle()
})
afterAll(() => testApp.close())

interface Row {
  name: string
  role: string
  standing: string
  part: string
  deadline: string | null
}
async function list(args: string): Promise<Row[]> {
  const { data, errors } = await acts.security(
    net.owner,
    net.slug,
    `members(${args}) { edges { cursor node { id name role standing part deadline methods lastSignInAt lastMailAt extensionReason } } totalCount pageInfo { hasNextPage endCursor } }`,
  )
  if (errors) throw new Error(errors[0]?.message)
  return data.network.security.members.edges.map(({ node }: { node: Row }) => node)
}
const names = async (args: string) => (await list(args)).map(({ name }) => name)

test('members without a method come first, the nearest deadline first; then by method', async () => {
  expect(await names('first: 50')).toEqual(['ben', 'lena', 'gwen', 'sam', 'olivia'])
  expect(await names('first: 50, order: NAME')).toEqual(['ben', 'gwen', 'lena', 'olivia', 'sam'])
})

test('each row says role, standing, deadline, methods, last sign-in and last mail', async () => {
  const rows = await list('first: 50, order: NAME')
  expect(rows.map(({ name, role, standing }) => [name, role, standing])).toEqual([
    ['ben', 'MEMBER', 'GRACE'],
    ['gwen', 'GUEST', 'GRACE'],
    ['lena', 'MEMBER', 'OVERDUE'],
    ['olivia', 'OWNER', 'SATISFIED'],
    ['sam', 'ADMIN', 'SATISFIED'],
  ])
  expect(rows[0]).toMatchObject({ methods: [], lastSignInAt: expect.any(String), lastMailAt: expect.any(String) })
  expect(rows.map(({ part }) => part)).toEqual(['NOT_YET', 'NOT_YET', 'NOT_YET', 'PROTECTED', 'PROTECTED'])
  expect(rows[1]).toMatchObject({ extensionReason: 'Lost the phone' })
  expect(rows[4]).toMatchObject({ methods: ['SMS'], deadline: null })
})

test('filters and searches, and says how many there are', async () => {
  expect(await names('standing: GRACE')).toEqual(['ben', 'gwen'])
  expect(await names('standing: OVERDUE')).toEqual(['lena'])
  expect(await names('standing: SATISFIED, order: NAME')).toEqual(['olivia', 'sam'])
  expect(await names('standing: NOT_REQUIRED')).toEqual([])
  expect(await names('standing: EXEMPT_SSO')).toEqual([])
  expect(await names('part: NOT_YET')).toEqual(['ben', 'lena', 'gwen'])
  expect(await names('part: PROTECTED, order: NAME')).toEqual(['olivia', 'sam'])
  expect(await names('part: COMPANY_SIGN_IN')).toEqual([])
  expect(await names('role: OWNER')).toEqual(['olivia'])
  expect(await names('role: ADMIN')).toEqual(['sam'])
  expect(await names('role: GUEST, standing: GRACE')).toEqual(['gwen'])
  expect(await names('method: SMS')).toEqual(['sam'])
  expect(await names('search: "BE"')).toEqual(['ben'])
  expect(await names(`search: "${late.email}"`)).toEqual(['lena'])
  expect(await names('search: "example.com", standing: OVERDUE')).toEqual(['lena'])
  expect(await names('search: ".*"')).toEqual([])
  const { data } = await acts.security(net.owner, net.slug, 'members(standing: GRACE) { totalCount }')
  expect(data.network.security.members.totalCount).toBe(2)
})

test('members are found by when they last signed in', async () => {
  const at = testApp.clock.now()
  const day = (ago: number) => new Date(at.getTime() - ago * 24 * HOUR)
  const memberships = testApp.connection.collection<{ _id: string; lastSignInAt: Date | null }>('memberships')
  const before = await memberships.find({ networkId: net.id }).toArray()
  await memberships.updateMany({ networkId: net.id }, { $set: { lastSignInAt: at } })
  const lastSignIns = [
    [ben, day(10)],
    [guest, day(40)],
    [late, null],
  ] as const
  for (const [person, lastSignInAt] of lastSignIns)
    await memberships.updateOne({ _id: await memberIdOf(net, person) }, { $set: { lastSignInAt } })
  expect(await names(`signedInFrom: "${day(1).toISOString()}", order: NAME`)).toEqual(['olivia', 'sam'])
  expect(await names(`signedInFrom: "${day(10).toISOString()}", order: LAST_SIGN_IN_REVERSED`)).toContain('ben')
  expect(await names(`signedInBefore: "${day(10).toISOString()}"`)).toEqual(['gwen'])
  expect(await names(`signedInFrom: "${day(30).toISOString()}", signedInBefore: "${day(1).toISOString()}"`)).toEqual([
    'ben',
  ])
  expect(await names('hasSignedIn: false')).toEqual(['lena'])
  expect(await names('hasSignedIn: true, role: MEMBER')).toEqual(['ben'])
  const { data } = await acts.security(net.owner, net.slug, 'members(hasSignedIn: false) { totalCount }')
  expect(data.network.security.members.totalCount).toBe(1)
  for (const { _id, lastSignInAt } of before) await memberships.updateOne({ _id }, { $set: { lastSignInAt } })
})

test('a deadline that passes moves people from one filter to the other by itself', async () => {
  await later(testApp, 24 * HOUR)
  await net.owner.signIn()
  await net.owner.verify('AUTHENTICATOR_APP', await net.owner.appCode())
  expect(await names('standing: GRACE')).toEqual(['gwen'])
  expect(await names('standing: OVERDUE')).toEqual(['ben', 'lena'])
})

test('every order pages through all members exactly once, with any page size', async () => {
  await crowd(testApp, net.id, { count: 12 })
  await crowd(testApp, net.id, { count: 12, methods: ['AUTHENTICATOR_APP'], role: 'GUEST' })
  for (const order of memberOrders) {
    const whole = await names(`first: 200, order: ${order}`)
    const reversed = order.replace(/^(.*)_REVERSED$|^(.*)$/, (_, base, plain) => base ?? `${plain}_REVERSED`)
    expect(await names(`first: 200, order: ${reversed}`)).toEqual(whole.toReversed())
    expect(new Set(whole).size).toBe(29)
    for (const first of [4, 28]) {
      const seen: string[] = []
      let after = ''
      for (let page = 0; page < 30; page += 1) {
        const args = `first: ${first}, order: ${order}${after && `, after: "${after}"`}`
        const { data } = await acts.security(
          net.owner,
          net.slug,
          `members(${args}) { edges { node { name } } pageInfo { hasNextPage endCursor } }`,
        )
        const { edges, pageInfo } = data.network.security.members
        seen.push(...edges.map(({ node }: { node: Row }) => node.name))
        if (!pageInfo.hasNextPage) break
        after = pageInfo.endCursor
      }
      expect(seen, `${order} by ${first}`).toEqual(whole)
    }
  }
})

test('pages of 0 or 201, and what is no cursor, are refused', async () => {
  for (const args of ['first: 0', 'first: 201', 'first: -1', 'after: "nonsense"']) {
    expect(outcomeOf(await acts.security(net.owner, net.slug, `members(${args}) { totalCount }`)), args).toBe(
      'BAD_USER_INPUT',
    )
  }
})

test('H01: neither members, guests nor Admins of another network read this page', async () => {
  const other = await readyNetwork(testApp, 'Other')
  const fields = 'members { totalCount } coverage { total } auditLog { edges { cursor } }'
  expect(outcomeOf(await acts.security(guest, net.slug, fields))).toBe('FORBIDDEN')
  expect((await acts.security(other.owner, net.slug, fields)).data.network).toBeNull()
  expect(outcomeOf(await acts.security(ben, net.slug, fields))).toBe('UNAUTHENTICATED')
})
