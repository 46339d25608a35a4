import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { NetworkUnderTest } from '../people/people.fixture.js'
import { putNetwork } from '../testing/network.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, confirmIts, crowd, readyNetwork } from './mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  net = await readyNetwork(testApp)
  await crowd(testApp, net.id, { count: 150 })
})
afterAll(() => testApp.close())

/** The commands until the answer. What follows it begins with a look at the events, by `find`, which no request makes. */
async function commandsOf(act: () => Promise<unknown>): Promise<string[]> {
  await testApp.settle()
  testApp.takeCommands()
  await act()
  const commands = testApp.takeCommands()
  const relay = commands.indexOf('find')
  return relay < 0 ? commands : commands.slice(0, relay)
}

test('the viewer with three networks: two commands', async () => {
  const person = await newPerson(testApp).signUp()
  for (let count = 0; count < 3; count += 1) await putNetwork(testApp, [person])
  const commands = await commandsOf(() => person.viewer())
  expect(commands.length, commands.join()).toBeLessThanOrEqual(2)
})

test('a page of members: three commands', async () => {
  const commands = await commandsOf(() =>
    acts.security(
      net.owner,
      net.slug,
      'members(first: 150) { pageInfo { hasNextPage endCursor } edges { node { id name standing } } }',
    ),
  )
  expect(commands.length, commands.join()).toBeLessThanOrEqual(3)
})

test('what Home shows an Admin about overdue members: three commands', async () => {
  const commands = await commandsOf(() =>
    acts.security(net.owner, net.slug, 'mandatory { deadline } coverage { without }'),
  )
  expect(commands.length, commands.join()).toBeLessThanOrEqual(3)
})

test('an activation until its answer: six commands', async () => {
  await confirmIts(net.owner)
  const commands = await commandsOf(() => acts.activate(net.owner, net.id))
  expect(commands.length, commands.join()).toBeLessThanOrEqual(6)
})
