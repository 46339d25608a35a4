import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { AccountCollection, newAccount } from '../accounts/account.model.js'
import { Background } from '../platform/jobs/background.js'
import { putNetwork } from '../testing/network.js'
import { newPerson, type Person, viewerFields } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

/** The commands that an answer waits for, and those of what follows it, which is held back until they are counted. */
async function commandsOfAll(act: () => Promise<unknown>): Promise<{ waited: string[]; followed: string[] }> {
  await testApp.settle()
  const held: (() => Promise<unknown>)[] = []
  const run = vi.spyOn(testApp.app.get(Background), 'run').mockImplementation((_, work) => void held.push(work))
  testApp.takeCommands()
  await act()
  const waited = testApp.takeCommands()
  run.mockRestore()
  await Promise.all(held.map((work) => work()))
  return { waited, followed: testApp.takeCommands() }
}

const commandsOf = async (act: () => Promise<unknown>) => (await commandsOfAll(act)).waited

const STEP = `__typename ... on SignedIn { viewer { ${viewerFields} } }`
const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { ${STEP} } }`
const VERIFY = `mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { ${STEP} } }`
const VIEWER = `{ viewer { ${viewerFields} } }`

const signIn = (person: Person) =>
  person.browser.field(SIGN_IN, { input: { email: person.email, password: person.password } })
const verify = (person: Person, method: string, code: string) => () =>
  person.browser.field(VERIFY, { input: { method, code } })

interface People {
  plain: Person
  withApp: Person
  withSms: Person
}

async function people(digits: string): Promise<People> {
  const plain = await newPerson(testApp).signUp()
  const withApp = await (await newPerson(testApp).signUp()).setUpApp()
  const withSms = await (await newPerson(testApp).signUp()).setUpSms(`+4917012345${digits}`)
  for (let place = 0; place < 3; place++)
    await putNetwork(testApp, [plain, withApp, withSms], { deadlineIn: place === 0 ? 24 : null })
  return { plain, withApp, withSms }
}

async function measure({ plain, withApp, withSms }: People) {
  const viewer = await commandsOf(() => withApp.browser.field(VIEWER))
  const password = await commandsOf(() => signIn(plain))
  const passwordThenApp = await commandsOf(() => signIn(withApp))
  const passwordThenSms = await commandsOf(() => signIn(withSms))
  const app = await commandsOf(verify(withApp, 'AUTHENTICATOR_APP', await withApp.appCode()))
  const sms = await commandsOf(verify(withSms, 'SMS', await withSms.textedCode()))
  await signIn(withApp)
  const backupCode = await commandsOf(verify(withApp, 'BACKUP_CODE', withApp.backupCodes[0] ?? ''))
  return { viewer, password, passwordThenApp, passwordThenSms, app, sms, backupCode }
}

const numbersOf = (commands: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(commands).map(([name, { length }]) => [name, length]))

test('an answer waits for few database commands, the same with ten accounts and with two thousand', async () => {
  const few = await measure(await people('51'))
  expect(numbersOf(few)).toEqual({
    viewer: 2,
    password: 3,
    passwordThenApp: 3,
    passwordThenSms: 4,
    app: 4,
    sms: 4,
    backupCode: 4,
  })
  await crowd(2_000)
  expect(await measure(await people('61'))).toEqual(few)
})

test('what follows ten sign-ins at a time takes as many commands as what follows one', async () => {
  const everyone = await Promise.all(Array.from({ length: 11 }, () => newPerson(testApp).signUp()))
  await putNetwork(testApp, everyone)
  testApp.clock.advance(2 * 24 * 60 * 60_000)
  for (const { browser } of everyone) browser.cookies.delete('twinlock_session')
  const [first, ...others] = everyone
  const one = await commandsOfAll(() => signIn(first as Person))
  const ten = await commandsOfAll(() => Promise.all(others.map(signIn)))
  expect(one.followed).not.toEqual([])
  expect(ten.followed.toSorted()).toEqual(one.followed.toSorted())
})

async function crowd(count: number): Promise<void> {
  const now = testApp.clock.now()
  const accounts = Array.from({ length: count }, (_, place) =>
    newAccount({
      emailKey: `crowd${place}@example.com`,
      email: `crowd${place}@example.com`,
      name: `Somebody ${place}`,
      passwordHash: null,
      now,
    }),
  )
  await AccountCollection.on(testApp.connection).insertMany(accounts as never)
}
