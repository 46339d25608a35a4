import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { acts, confirmIts, crowd, readyNetwork } from './mandate/mandate.fixture.js'
import type { NetworkUnderTest } from './people/people.fixture.js'
import { filesRunBy } from './testing/files-run-by.js'
import { newPerson } from './testing/person.js'
import { startTestApp, type TestApp } from './testing/test-app.js'

/**
 * How many files a newcomer opens to follow one act from the request to all that comes of it. A number here may grow
 * when the act does more; that it grew is then seen in the review.
 */

const most = { signIn: 75, members: 45, activation: 86 }

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  net = await readyNetwork(testApp)
  await crowd(testApp, net.id, { count: 10 })
})
afterAll(() => testApp.close())

/** The second of two alike: what is made once, when it is first needed, does not count. */
async function filesOfSecond(act: () => Promise<unknown>): Promise<string[]> {
  await act()
  return filesRunBy(act)
}

test(`a sign-in by password and app code runs code in at most ${most.signIn} files`, async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const files = await filesOfSecond(async () => {
    testApp.clock.advance(60_000)
    expect(await ada.signIn()).toMatchObject({ __typename: 'SecondStepRequired' })
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'SignedIn' })
    await testApp.settle()
  })
  expect(files.length, files.join('\n')).toBeLessThanOrEqual(most.signIn)
})

test(`a page of members in at most ${most.members}`, async () => {
  const files = await filesOfSecond(() =>
    acts.security(
      net.owner,
      net.slug,
      'members(first: 10) { totalCount pageInfo { endCursor } edges { node { name standing methods lastSignInAt } } }',
    ),
  )
  expect(files.length, files.join('\n')).toBeLessThanOrEqual(most.members)
})

test(`an activation with its mails in at most ${most.activation}`, async () => {
  const networks = [net, await readyNetwork(testApp, 'Globex')]
  for (const { owner } of networks) await confirmIts(owner)
  const files = await filesOfSecond(async () => {
    const next = networks.shift()
    if (!next) return
    await acts.activate(next.owner, next.id)
    await testApp.settle()
  })
  expect(files.length, files.join('\n')).toBeLessThanOrEqual(most.activation)
})
