import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { EventRelay } from '../../events/event-relay.js'
import { NetworkStore } from '../../networks/network.store.js'
import { member, type NetworkUnderTest } from '../../people/people.fixture.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, acts, confirmIts, later, readyNetwork } from '../mandate.fixture.js'

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

test('the system acts by the name that the operator gave the product, in the log and in its file', async () => {
  const contoso = await startTestApp(inject('mongodbUri'), { env: { PRODUCT_NAME: 'Contoso ID' } })
  try {
    const network = await readyNetwork(contoso)
    const { _id } = await contoso.app
      .get(NetworkStore)
      .bySlug(network.slug)
      .then((found) => found ?? { _id: '' })
    const event = { type: 'mandate.deadline_passed' as const, activationId: 'act_1', deadline: contoso.clock.now() }
    await contoso.app.get(EventRelay).emit({
      ...event,
      ...{ id: 'evt_system', at: contoso.clock.now(), actor: { kind: 'system' }, origin: null },
      ...{ networkId: _id, networkName: 'Acme' },
    })
    await contoso.settle()
    const { data } = await acts.security(
      network.owner,
      network.slug,
      'auditLog(first: 50) { edges { node { actor } } }',
    )
    const actors = data.network.security.auditLog.edges.map(({ node }: { node: { actor: string } }) => node.actor)
    expect(actors).toContain('Contoso ID')
    const file = await (await network.owner.browser.get(`/networks/${_id}/audit.csv`)).text()
    expect(file).toContain(',Contoso ID,')
    expect(file).not.toContain('Twinlock')
  } finally {
    await contoso.close()
  }
})

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
  expect(entries[2]?.words).toMatch(/^Required two-factor authentication for everyone by 2026-05-13 \d\d:\d\d UTC$/)
  expect(entries[2]?.details).toContainEqual({ name: 'graceHours', value: '24' })
})

test('the sentences are in the language of the person who reads the log, else in the one that the request accepts', async () => {
  const sentence = async (headers: Record<string, string> = {}) => {
    const query = `{ network(slug: "${net.slug}") { security { auditLog(types: ["network.created"]) { edges { node { words } } } } } }`
    const { data } = await (await net.owner.browser.post({ query }, headers)).json()
    return data.network.security.auditLog.edges[0].node.words
  }
  expect(await sentence({ 'accept-language': 'fr-CA' })).toBe('A créé le réseau')
  await net.owner.browser.field('mutation { setLocale(locale: DE) { __typename } }')
  expect(await sentence({ 'accept-language': 'fr-CA' })).toBe('Hat das Netzwerk angelegt')
  await net.owner.browser.field('mutation { setLocale(locale: EN) { __typename } }')
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

test('searched by person, by member and by time', async () => {
  const types = async (args: string) => (await log(args)).entries.map(({ type }) => type)
  const all = (await log()).entries
  const joined = all.find(({ type }) => type === 'member.joined')
  expect(await types(`person: "${joined?.whom?.toUpperCase()}", types: ["member.joined"]`)).toContain('member.joined')
  expect(await types('person: ".*"')).toEqual([])
  const { data } = await acts.security(net.owner, net.slug, 'members(search: "") { edges { node { id email } } }')
  const ben = data.network.security.members.edges.find(
    ({ node }: { node: { email: string } }) => node.email === joined?.whom,
  ).node
  const { entries } = await log(`memberId: "${ben.id}"`)
  expect(entries.length).toBeGreaterThan(0)
  expect(entries.every(({ whom }) => whom === ben.email)).toBe(true)
  const one = await acts.security(net.owner, net.slug, `member(id: "${ben.id}") { email }`)
  expect(one.data.network.security.member.email).toBe(ben.email)
  const none = await acts.security(net.owner, net.slug, 'member(id: "somewhere:else") { email }')
  expect(none.data.network.security.member).toBeNull()
  expect(await types('from: "2999-01-01T00:00:00Z"')).toEqual([])
  expect(await types('until: "2000-01-01T00:00:00Z"')).toEqual([])
})

test('a copy goes on where it stopped, and misses nothing that was written down late', async () => {
  const stream = async (after: string | null) => {
    const { data } = await acts.security(
      net.owner,
      net.slug,
      `auditStream(first: 200, after: ${JSON.stringify(after)}) { edges { node { id type at } } pageInfo { hasNextPage endCursor } }`,
    )
    const { edges, pageInfo } = data.network.security.auditStream
    return {
      ids: edges.map(({ node }: { node: Entry }) => node.id) as string[],
      endCursor: pageInfo.endCursor as string,
    }
  }
  const happened = async () => {
    await member(net)
    await testApp.settle()
    testApp.clock.advance(5_000)
  }
  await happened()
  const first = await stream(null)
  expect(new Set(first.ids)).toEqual(new Set((await log('first: 200')).entries.map(({ id }) => id)))
  expect(await stream(first.endCursor)).toEqual({ ids: [], endCursor: first.endCursor })

  // Its server died before the event was dispatched: it is older than entries that are stored already.
  const newest = await testApp.connection
    .collection('audit_events')
    .findOne({ networkId: net.id }, { sort: { at: -1 } })
  const late = { ...newest?.event, id: 'evt_late', at: new Date(newest?.at.getTime() - HOUR) }
  await testApp.app.get(EventRelay).emit(late)
  expect((await stream(first.endCursor)).ids).toEqual([])
  await happened()
  const second = await stream(first.endCursor)
  expect(second.ids).toContain('evt_late')
  expect(second.ids.length).toBeGreaterThan(1)
})

test('what is no cursor is said to be none', async () => {
  for (const field of ['auditLog', 'auditStream', 'memberChanges']) {
    const after = Buffer.from('["yesterday","x"]').toString('base64url')
    const answer = await acts.security(net.owner, net.slug, `${field}(after: "${after}") { edges { cursor } }`)
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  }
})
