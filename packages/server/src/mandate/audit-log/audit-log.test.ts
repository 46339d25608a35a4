import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { member, type NetworkUnderTest } from '../../people/people.fixture.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, acts, confirmIts, HOUR, later, readyNetwork } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  net = await readyNetwork(testApp)
})
afterAll(() => testApp.close())

interface Entry {
  id: string
  type: string
  actorKind: string
  actor: string
  whom: string | null
  address: string | null
  words: string
  details: { name: string; value: string }[]
}
async function log(args = 'first: 50') {
  const { data } = await acts.security(
    net.owner,
    net.slug,
    `auditLog(${args}) { edges { cursor node { id at type actorKind actor whom address device words details { name value } } } pageInfo { hasNextPage endCursor } }`,
  )
  const { edges, pageInfo } = data.network.security.auditLog
  return { entries: edges.map(({ node }: { node: Entry }) => node) as Entry[], pageInfo }
}

test('who, what, whom, when and from where: what people did beside what the system did', async () => {
  const ben = await member(net)
  await activated(net)
  await later(testApp, 24 * HOUR)
  await net.owner.signIn()
  await net.owner.verify('AUTHENTICATOR_APP', await net.owner.appCode())
  const { entries } = await log()
  const types = entries.map(({ type }) => type)
  expect(types.slice(0, 3)).toEqual(['mandate.deadline_passed', 'member.overdue', 'mandate.activated'])
  expect(types.slice(3).sort()).toEqual(['invitation.sent', 'member.joined', 'network.created'])
  expect(entries[1]).toMatchObject({ actorKind: 'SYSTEM', actor: 'Twinlock', whom: ben.email, address: null })
  expect(entries[2]).toMatchObject({
    actorKind: 'PERSON',
    actor: net.owner.name,
    address: expect.stringContaining('203.0.113.'),
  })
  expect(entries[2]?.words).toMatch(/^Required two-factor authentication of everyone by 2026-05-13 \d\d:\d\d UTC$/)
  expect(entries[2]?.details).toContainEqual({ name: 'graceHours', value: '24' })
})

test('filtered by kind, and paged in a stable order while more happens', async () => {
  expect((await log('types: ["member.joined", "mandate.activated"]')).entries.map(({ type }) => type)).toEqual([
    'mandate.activated',
    'member.joined',
  ])
  const whole = (await log()).entries.map(({ id }) => id)
  const first = await log('first: 2')
  await confirmIts(net.owner)
  await acts.deactivate(net.owner, net.id)
  await testApp.settle()
  const seen = first.entries.map(({ id }) => id)
  let { pageInfo } = first
  while (pageInfo.hasNextPage) {
    const next = await log(`first: 2, after: "${pageInfo.endCursor}"`)
    seen.push(...next.entries.map(({ id }) => id))
    pageInfo = next.pageInfo
  }
  expect(seen).toEqual(whole)
})
