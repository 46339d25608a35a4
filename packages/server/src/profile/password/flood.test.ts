import { availableParallelism } from 'node:os'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { HashQueueFullError, PasswordHasher } from '../../platform/crypto/password-hasher.js'
import { newPerson, type Person } from '../../testing/person.js'
import { refused } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
let ada: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ada = await newPerson(testApp).signUp()
  await testApp.settle()
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => testApp.close())

const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }'
const SIGN_UP = 'mutation($input: SignUpInput!) { signUp(input: $input) { __typename } }'
const acts = () =>
  testApp.connection
    .collection('acts')
    .find({ 'acts.0': { $exists: true } })
    .toArray()

/** As with thirty-two waiting: the next one is turned away. */
function fillTheQueue(): void {
  const hasher = testApp.app.get(PasswordHasher)
  vi.spyOn(hasher, 'hash').mockRejectedValue(new HashQueueFullError('full'))
  vi.spyOn(hasher, 'admit').mockRejectedValue(new HashQueueFullError('full'))
}

test('a flood never hashes more at once than there are cores; who is turned away costs the database nothing', async () => {
  const hasher = testApp.app.get(PasswordHasher)
  let most = 0
  const admit = hasher.admit
  vi.spyOn(hasher, 'admit').mockImplementation((work) =>
    admit((verify) =>
      work((...given) => {
        const result = verify(...given)
        most = Math.max(most, hasher.running())
        return result
      }),
    ),
  )
  testApp.takeCommands()
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, place) =>
      testApp.browser(`198.18.40.${place}`).ask(SIGN_IN, { input: { email: `x${place}@example.com`, password: 'x' } }),
    ),
  )
  const judged = answers.filter(({ data }) => data?.signIn?.__typename === 'InvalidCredentials')
  const turnedAway = answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'RATE_LIMITED')
  expect(judged.length + turnedAway.length).toBe(60)
  expect(judged.length).toBeGreaterThanOrEqual(32)
  expect(most).toBeLessThanOrEqual(availableParallelism())
  expect(testApp.takeCommands().filter((command) => command === 'aggregate')).toHaveLength(judged.length)
})

test('a password that is turned away gets that answer, counts as no failure, and opens nothing', async () => {
  fillTheQueue()
  const stranger = testApp.browser('198.18.41.1')
  const before = await acts()
  const answers = [
    await refused(testApp, stranger, () =>
      stranger.ask(SIGN_IN, { input: { email: ada.email, password: ada.password } }),
    ),
    await stranger.ask(SIGN_UP, { input: { name: 'Bob', email: 'bob@example.com', password: 'a long passphrase' } }),
    await ada.reauthenticate({ password: ada.password }),
    await ada.browser.ask('mutation { changePassword(input: { newPassword: "a long passphrase" }) { __typename } }'),
  ]
  for (const { errors } of answers) expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
  expect(await acts(), 'a sign-up that was turned away has its places back').toEqual(before)
})

test('signed-in people continue', async () => {
  fillTheQueue()
  expect(await ada.viewer()).toMatchObject({ email: ada.email })
  expect(await ada.browser.field('mutation { beginAuthenticatorSetup { __typename } }')).toEqual({
    __typename: 'AuthenticatorSetup',
  })
})

test('with the queue full a password is turned away before the first database command', async () => {
  fillTheQueue()
  await testApp.settle()
  testApp.takeCommands()
  const { errors } = await testApp
    .browser('198.18.41.2')
    .ask(SIGN_IN, { input: { email: ada.email, password: ada.password } })
  expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
  expect(testApp.takeCommands()).toEqual([])
  expect((await ada.reauthenticate({ password: ada.password })).errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
  expect(testApp.takeCommands(), 'but for whose session it is').toEqual(['aggregate'])
})
