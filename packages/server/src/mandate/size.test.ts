import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { NetworkUnderTest } from '../people/people.fixture.js'
import { Background } from '../platform/jobs/background.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, confirmIts, crowd, readyNetwork } from './mandate.fixture.js'

let testApp: TestApp
let small: NetworkUnderTest
let large: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
  small = await readyNetwork(testApp, 'Small')
  large = await readyNetwork(testApp, 'Large')
  await crowd(testApp, small.id, { count: 99 })
  await crowd(testApp, large.id, { count: 1_000 })
  await crowd(testApp, large.id, { count: 999, methods: ['AUTHENTICATOR_APP'] })
  await testApp.app.worker.runOnce()
  await testApp.settle()
}, 120_000)
afterAll(() => testApp.close())

async function commandsOf(act: () => Promise<unknown>): Promise<string[]> {
  await testApp.settle()
  testApp.takeCommands()
  await act()
  await testApp.app.get(Background).settled()
  return testApp.takeCommands().sort()
}

const page = 'members(first: 50) { edges { node { id standing } } pageInfo { hasNextPage endCursor } }'

test('a page of members is one query, and nothing is counted for it, at 100 and at 2,000', async () => {
  const read = (net: NetworkUnderTest) => commandsOf(() => acts.security(net.owner, net.slug, page))
  const [few, many] = [await read(small), await read(large)]
  expect(many).toEqual(few)
  // The session with its account, the network with the membership, and the page.
  expect(few).toEqual(['aggregate', 'aggregate', 'aggregate'])
})

test('coverage, preview and total are two looks of bounded size, not a count of the network', async () => {
  const fields = `coverage { total withTwoFactor without } preview { mailed withoutTwoFactor } members { totalCount }`
  const read = (net: NetworkUnderTest) => commandsOf(() => acts.security(net.owner, net.slug, fields))
  expect(await read(large)).toEqual(await read(small))
  const { data } = await acts.security(large.owner, large.slug, fields)
  expect(data.network.security).toEqual({
    coverage: { total: 2_000, withTwoFactor: 1_000, without: 1_000 },
    preview: { mailed: 2_000, withoutTwoFactor: 1_000 },
    members: { totalCount: 2_000 },
  })
})

test('activating takes the same database commands at 100 and at 2,000', async () => {
  const activate = async (net: NetworkUnderTest) => {
    await confirmIts(net.owner)
    return commandsOf(() => acts.activate(net.owner, net.id))
  }
  const [few, many] = [await activate(small), await activate(large)]
  expect(many).toEqual(few)
  expect(few.length).toBeLessThanOrEqual(20)
})

test('an extension for all takes the same database commands for 100 members and for 2,000', async () => {
  const give = async (net: NetworkUnderTest) => {
    await confirmIts(net.owner)
    return commandsOf(() => acts.giveMoreTime(net.owner, net.id, { memberIds: null, hours: 100 }))
  }
  expect(await give(large)).toEqual(await give(small))
})
