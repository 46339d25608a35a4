import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { AccountCollection } from '../accounts/account.model.js'
import { accountOf, putNetwork } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { SessionStore } from './session.store.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => testApp.close())

/** The owner changes the password somewhere else: every other session and sign-in ends. */
const changeElsewhere = async (person: Person) => {
  const { _id } = await accountOf(testApp, person)
  await AccountCollection.on(testApp.connection).updateOne({ _id }, { $inc: { epoch: 1 } })
}

/** The same in the middle of the next request: after it was seen whose session it is, before it does anything. */
function overtakeNextRequestOf(person: Person): void {
  const sessionStore = testApp.app.get(SessionStore)
  const withAccount = sessionStore.withAccount.bind(sessionStore)
  vi.spyOn(sessionStore, 'withAccount').mockImplementationOnce(async (tokenHash) => {
    const found = await withAccount(tokenHash)
    await changeElsewhere(person)
    return found
  })
}

test('a set-up that a change overtakes adds no method', async () => {
  const ada = await newPerson(testApp).signUp()
  const { setupId } = await ada.beginApp()
  const code = await ada.appCode()
  overtakeNextRequestOf(ada)
  expect(await ada.confirmApp(setupId, code)).not.toMatchObject({ __typename: 'TwoFactorSetUp' })
  expect((await accountOf(testApp, ada)).factors.app).toBeNull()
  expect(await ada.viewer()).toBeNull()
})

test('a proof of the mailbox that a change overtakes does not revive its session', async () => {
  const ada = await newPerson(testApp).signUp()
  await putNetwork(testApp, [ada], { deadlineIn: -1 })
  await putNetwork(testApp, [ada])
  await ada.signIn()
  await ada.browser.field('mutation { continueToOtherNetworks { __typename } }')
  testApp.clock.advance(1_000)
  await ada.browser.field('mutation { sendMailboxCode { __typename } }')
  const code = await ada.mailedCode()
  overtakeNextRequestOf(ada)
  const prove = 'mutation($code: String!) { proveMailbox(code: $code) { __typename } }'
  expect((await ada.browser.ask(prove, { code })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  expect(await ada.viewer()).toBeNull()
})

test('a confirmation that a change overtakes does not revive its session', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const input = { password: ada.password, method: 'AUTHENTICATOR_APP', code: await ada.appCode() }
  overtakeNextRequestOf(ada)
  await ada.reauthenticate(input)
  expect(await ada.viewer()).toBeNull()
})

test.each([
  [
    'a new password',
    'mutation { changePassword(input: { newPassword: "an entirely new passphrase" }) { __typename } }',
  ],
  ['a new name', 'mutation { changeName(input: { name: "Eve" }) { __typename } }'],
  ['a new sheet of backup codes', 'mutation { regenerateBackupCodes { __typename } }'],
  ['turning 2FA off', 'mutation { turnOffTwoFactor { __typename } }'],
])('%s that a change overtakes changes nothing, and its session is over', async (_, document) => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  await testApp.settle()
  const before = await accountOf(testApp, ada)
  overtakeNextRequestOf(ada)
  expect((await ada.browser.ask(document)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  expect(await accountOf(testApp, ada)).toEqual({ ...before, epoch: before.epoch + 1 })
  expect(await ada.viewer()).toBeNull()
})

test.each(['AUTHENTICATOR_APP', 'BACKUP_CODE'])(
  'a sign-in by %s that a change overtakes once the code is spent gives a session that is over',
  async (method) => {
    const ada = await (await newPerson(testApp).signUp()).setUpApp()
    await ada.signIn()
    const code = method === 'BACKUP_CODE' ? (ada.backupCodes[0] ?? '') : await ada.appCode()
    const sessionStore = testApp.app.get(SessionStore)
    const insert = sessionStore.insert.bind(sessionStore)
    vi.spyOn(sessionStore, 'insert').mockImplementationOnce(async (session) => {
      await changeElsewhere(ada)
      return insert(session)
    })
    await ada.verify(method, code)
    expect(await ada.viewer()).toBeNull()
  },
)
