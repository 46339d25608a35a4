import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { AccountCollection } from '../accounts/account.model.js'
import { PasswordHasher } from '../platform/crypto/password-hasher.js'
import { Background } from '../platform/jobs/background.js'
import { accountOf } from '../testing/network.js'
import { newPerson, PASSWORD, Person } from '../testing/person.js'
import { refused } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

let block = 0
const strangerTo = (email: string, password = 'not the password') =>
  new Person(testApp, testApp.browser(`198.18.20.${++block}`), email, password)

/** What an attempt costs and what it says, cookies too; what follows the answer is held back, as it is in time. */
async function traceOf(email: string, password?: string) {
  const guesser = strangerTo(email, password)
  await testApp.settle()
  const held: (() => Promise<unknown>)[] = []
  const run = vi.spyOn(testApp.app.get(Background), 'run').mockImplementation((_, work) => void held.push(work))
  const hashes = testApp.app.get(PasswordHasher).runs()
  testApp.takeCommands()
  const answer = await refused(testApp, guesser.browser, () => guesser.signIn())
  const commands = testApp.takeCommands().filter((name) => name !== 'aggregate')
  run.mockRestore()
  for (const work of held) await work()
  const cookies = guesser.browser.lastSetCookies.map((line) => line.replace(/=[\w-]{43}/, '=…'))
  return { answer, cookies, commands, hashes: testApp.app.get(PasswordHasher).runs() - hashes }
}

describe('D01 a guess does not reveal whether an account exists', () => {
  test('an unknown address, a wrong password, an account without one and one that is locked look alike', async () => {
    const plain = await newPerson(testApp).signUp()
    const withApp = await (await newPerson(testApp).signUp()).setUpApp()
    const bySso = await newPerson(testApp).signUp()
    const locked = await newPerson(testApp).signUp()
    const accounts = AccountCollection.on(testApp.connection)
    await accounts.updateOne({ _id: (await accountOf(testApp, bySso))._id }, { $set: { passwordHash: null } })
    const attempts = { inARow: 10, lastGuessAt: testApp.clock.now(), recent: [] }
    await accounts.updateOne({ _id: (await accountOf(testApp, locked))._id }, { $set: { attempts } })

    const unknown = await traceOf('nobody@example.com')
    expect(unknown.answer).toMatchObject({ __typename: 'InvalidCredentials' })
    expect(unknown.hashes).toBe(1)
    for (const { email } of [plain, withApp, bySso, locked]) expect(await traceOf(email)).toEqual(unknown)
  })

  test('a password of megabytes costs no more than any', async () => {
    const ada = await newPerson(testApp).signUp()
    const unknown = await traceOf('nobody@example.com', 'x'.repeat(90_000))
    expect(await traceOf(ada.email, 'x'.repeat(90_000))).toEqual(unknown)
    expect(unknown.hashes).toBe(1)
  })

  test('what can be no address is answered alike, by a hash too', async () => {
    const { commands: _, ...unknown } = await traceOf('nobody@example.com')
    for (const email of ['', 'x', '@', '{"$gt":""}', '\u0000', 'a'.repeat(90_000)]) {
      const { commands, ...trace } = await traceOf(email)
      expect(trace).toEqual(unknown)
      expect(commands).toEqual(['findAndModify'])
    }
  })
})

describe('D03 the phone number', () => {
  test('shows its last two digits, and only after the right password', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpSms('+491701234541')
    expect(JSON.stringify(await traceOf(ada.email))).not.toMatch(/•|41"/)
    const step = await strangerTo(ada.email, PASSWORD).signIn()
    expect(step).toMatchObject({ maskedPhoneNumber: '•••• 41' })
    expect(JSON.stringify(step)).not.toContain('1701234')
  })

  test('is none where there is none', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpApp()
    expect(await strangerTo(ada.email, PASSWORD).signIn()).toMatchObject({ maskedPhoneNumber: null })
  })
})
