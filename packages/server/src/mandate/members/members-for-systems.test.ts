import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { member, memberIdOf, type NetworkUnderTest } from '../../people/people.fixture.js'
import { type Integrator, integratorOf } from '../../testing/integrator.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, readyNetwork } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
let key: Integrator
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  net = await readyNetwork(testApp)
  await member(net, 'MEMBER', 'ben')
  await member(net, 'GUEST', 'gwen')
  await (await member(net, 'ADMIN', 'sam')).setUpSms('+14155550134')
  await activated(net)
  await testApp.settle()
  key = await integratorOf(testApp, net.owner, net, { scopes: ['network:read', 'members:read', 'audit:read'] })
})
afterAll(() => testApp.close())

const security = async (fields: string) =>
  (await key.field(`{ network(slug: "${net.slug}") { security { ${fields} } } }`)).security
const names = async (where: string) => {
  const { members } = await security(`members(first: 50, order: NAME, where: ${where}) { edges { node { name } } }`)
  return members.edges.map(({ node }: { node: { name: string } }) => node.name)
}

test('a system lists members without two-factor authentication with one argument', async () => {
  expect(await names('{ hasTwoFactor: false }')).toEqual(['ben', 'gwen'])
  expect(await names('{ hasTwoFactor: true }')).toEqual(['olivia', 'sam'])
  expect(await names('{ hasTwoFactor: false, roleIn: [MEMBER] }')).toEqual(['ben'])
  expect(await names('{ standingIn: [GRACE, OVERDUE] }')).toEqual(['ben', 'gwen'])
  expect(await names('{ standingIn: [SATISFIED], roleIn: [OWNER, GUEST] }')).toEqual(['olivia'])
  expect(await names('{ roleIn: [] }')).toEqual([])
  expect(await names(`{ updatedSince: "${new Date(testApp.clock.now().getTime() + 1).toISOString()}" }`)).toEqual([])
})

test('a nightly sync resumes at its last cursor, and sees who left', async () => {
  const page = async (after: string | null) => {
    const { memberChanges } = await security(
      `memberChanges(first: 3, after: ${JSON.stringify(after)}) {
        edges { node { id leftAt member { name externalId lastSignInAt } } } pageInfo { hasNextPage endCursor }
      }`,
    )
    return memberChanges
  }
  testApp.clock.advance(5_000)
  const first = await page(null)
  const second = await page(first.pageInfo.endCursor)
  expect([first.edges.length, second.edges.length, second.pageInfo.hasNextPage]).toEqual([3, 1, false])
  expect((await page(second.pageInfo.endCursor)).edges).toEqual([])

  const leaver = await member(net, 'MEMBER', 'lea')
  const id = await memberIdOf(net, leaver)
  await net.owner.reauthenticate({ password: net.owner.password })
  await testApp.connection
    .collection<{ _id: string }>('memberships')
    .updateOne({ _id: id }, { $set: { leftAt: testApp.clock.now(), updatedAt: testApp.clock.now() } })
  testApp.clock.advance(5_000)
  const later = await page(second.pageInfo.endCursor)
  expect(later.edges.map(({ node }: { node: unknown }) => node)).toContainEqual({
    id,
    leftAt: expect.any(String),
    member: null,
  })
})

test('an Admin writes down what another system calls a member', async () => {
  const id = await memberIdOf(net, net.owner)
  await net.owner.browser.field(
    `mutation($input: SetExternalIdInput!) { setExternalId(input: $input) { __typename } }`,
    { input: { networkId: net.id, memberId: id, externalId: 'E-1001' } },
  )
  const { members } = await security('members(where: { roleIn: [OWNER] }) { edges { node { externalId } } }')
  expect(members.edges).toEqual([{ node: { externalId: 'E-1001' } }])
  const refused = await key.ask(
    `mutation { setExternalId(input: { networkId: "${net.id}", memberId: "${id}", externalId: "x" }) { __typename } }`,
  )
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', missingScope: 'external-ids:write' })
})

test('a directory writes them down by its key, in its own network alone', async () => {
  const directory = await integratorOf(testApp, net.owner, net, { scopes: ['external-ids:write'] })
  const set = (networkId: string, memberId: string) =>
    directory.ask(
      `mutation($input: SetExternalIdInput!) { setExternalId(input: $input) { ... on ExternalIdSet { externalId } } }`,
      { input: { networkId, memberId, externalId: 'E-1002' } },
    )
  const id = await memberIdOf(net, net.owner)
  expect((await set(net.id, id)).data).toEqual({ setExternalId: { externalId: 'E-1002' } })
  const other = await readyNetwork(testApp)
  const foreign = await set(other.id, await memberIdOf(other, other.owner))
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  const smuggled = await set(net.id, await memberIdOf(other, other.owner))
  expect(smuggled.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

test('the audit log is read with its own scope', async () => {
  const { auditLog } = await security('auditLog(first: 5) { edges { node { id } } }')
  expect(auditLog.edges).toHaveLength(5)
  const weak = await integratorOf(testApp, net.owner, net, { scopes: ['network:read'] })
  const refused = await weak.ask(`{ network(slug: "${net.slug}") { security { auditLog { edges { cursor } } } } }`)
  expect(refused.errors?.[0]?.extensions.missingScope).toBe('audit:read')
})

test('so is when a member signed in; the mails to them are part of the list of members', async () => {
  const id = await memberIdOf(net, net.owner)
  expect(await security(`memberSignIns(memberId: "${id}") { at }`)).toEqual({ memberSignIns: expect.any(Array) })
  const weak = await integratorOf(testApp, net.owner, net, { scopes: ['network:read', 'members:read'] })
  const read = (field: string) => weak.ask(`{ network(slug: "${net.slug}") { security { ${field} } } }`)
  const refused = await read(`memberSignIns(memberId: "${id}") { at }`)
  expect(refused.errors?.[0]?.extensions.missingScope).toBe('audit:read')
  expect((await read(`memberMails(memberId: "${id}") { at }`)).data.network.security.memberMails).toEqual(
    expect.any(Array),
  )
})

test('a copy of the log stays in English when the network speaks another language, unless it asks for one', async () => {
  const query = `{ network(slug: "${net.slug}") { security { auditLog(first: 1, types: ["network.created"]) { edges { node { words } } } } } }`
  const words = async (headers: Record<string, string>) => {
    const { data } = await (await key.post({ query }, headers)).json()
    return data.network.security.auditLog.edges[0].node.words
  }
  const english = await words({})
  await testApp.connection
    .collection<{ _id: string }>('networks')
    .updateOne({ _id: net.id }, { $set: { locale: 'de' } })
  expect(await words({})).toBe(english)
  expect(await words({ 'accept-language': 'de' })).not.toBe(english)
})
