import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newPerson, type Person } from '../testing/person.js'
import { refused } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
const used = { __typename: 'InvalidCode', alreadyUsed: true }
const wrong = { __typename: 'InvalidCode', alreadyUsed: false }

test('B01 a code that signed in does not sign in again within its half minute', async () => {
  const victim = await withApp()
  const code = await victim.appCode()
  const attacker = testApp.browser()
  await victim.signIn()
  expect(await victim.verify('AUTHENTICATOR_APP', code)).toMatchObject({ __typename: 'SignedIn' })
  await victim.signIn(attacker)
  const answer = await refused(testApp, attacker, () => victim.verify('AUTHENTICATOR_APP', code, attacker))
  expect(answer).toMatchObject({ ...used, attemptsLeft: 4 })
})

test('B01 after a newer code signed in, the previous one is refused', async () => {
  const victim = await withApp()
  testApp.clock.advance(30_000)
  const older = await victim.appCode(-1)
  await victim.signIn()
  expect(await victim.verify('AUTHENTICATOR_APP', await victim.appCode())).toMatchObject({ __typename: 'SignedIn' })
  await victim.signIn()
  expect(await victim.verify('AUTHENTICATOR_APP', older)).toMatchObject(used)
})

test('B01 the older code signs in while it is the first, and the newer one after it', async () => {
  const ada = await withApp()
  testApp.clock.advance(30_000)
  await ada.signIn()
  expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(-1))).toMatchObject({ __typename: 'SignedIn' })
  await ada.signIn()
  expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'SignedIn' })
})

test('L11 a server whose clock is ten minutes behind takes no code of that time, once a later one has signed in', async () => {
  const victim = await withApp()
  testApp.clock.advance(600_000)
  await victim.signIn()
  expect(await victim.verify('AUTHENTICATOR_APP', await victim.appCode())).toMatchObject({ __typename: 'SignedIn' })
  testApp.clock.advance(-570_000)
  await victim.signIn()
  const answer = await refused(testApp, victim.browser, async () =>
    victim.verify('AUTHENTICATOR_APP', await victim.appCode()),
  )
  expect(answer).toMatchObject(used)
  testApp.clock.advance(570_000)
})

test.each([-2, 1])('a code %i steps away does not sign in', async (stepsAway) => {
  const ada = await withApp()
  testApp.clock.advance(90_000)
  await ada.signIn()
  const answer = await refused(testApp, ada.browser, async () =>
    ada.verify('AUTHENTICATOR_APP', await ada.appCode(stepsAway)),
  )
  expect(answer).toMatchObject(wrong)
})

test('B03 the code that confirmed the set-up does not sign in', async () => {
  const victim = await newPerson(testApp).signUp()
  const { setupId } = await victim.beginApp()
  const code = await victim.appCode()
  expect(await victim.confirmApp(setupId, code)).toMatchObject({ __typename: 'TwoFactorSetUp' })
  await victim.signIn()
  expect(await refused(testApp, victim.browser, () => victim.verify('AUTHENTICATOR_APP', code))).toMatchObject(used)
})

test('B03 the code that signed in does not confirm a change, nor a new set-up', async () => {
  const victim = await withApp()
  const code = await victim.appCode()
  await victim.signIn()
  await victim.verify('AUTHENTICATOR_APP', code)
  const { data } = await victim.reauthenticate({ password: victim.password, method: 'AUTHENTICATOR_APP', code })
  expect(data).toMatchObject({ reauthenticate: used })
})

test('B03 the code that confirmed a change does not sign in', async () => {
  const victim = await withApp()
  const code = await victim.appCode()
  expect(await victim.reauthenticate({ password: victim.password, method: 'AUTHENTICATOR_APP', code })).toMatchObject({
    data: { reauthenticate: { __typename: 'Reauthenticated' } },
  })
  const elsewhere = testApp.browser()
  await victim.signIn(elsewhere)
  expect(await victim.verify('AUTHENTICATOR_APP', code, elsewhere)).toMatchObject(used)
})

test('B03 a step stays used when the app is removed and set up again', async () => {
  const ada = await newPerson(testApp).signUp()
  const first = await ada.beginApp()
  await ada.confirmApp(first.setupId, await ada.appCode())
  await ada.browser.field('mutation { turnOffTwoFactor { __typename } }')
  const second = await ada.beginApp()
  expect(await ada.confirmApp(second.setupId, await ada.appCode())).toMatchObject(used)
})

test('B07 another account’s backup code is refused', async () => {
  const [victim, attacker] = [await withApp(), await withApp()]
  await victim.signIn()
  for (const code of attacker.backupCodes.slice(0, 2))
    expect(await refused(testApp, victim.browser, () => victim.verify('BACKUP_CODE', code))).toMatchObject(wrong)
  expect(await signsInWith(attacker, 'BACKUP_CODE', attacker.backupCodes[0] ?? '')).toBe('SignedIn')
})

test('the code of another account’s app is refused', async () => {
  const [victim, attacker] = [await withApp(), await withApp()]
  await victim.signIn()
  expect(await victim.verify('AUTHENTICATOR_APP', await attacker.appCode())).toMatchObject(wrong)
})

test('B09 one sign-in spends one backup code, and a code signs in once', async () => {
  const ada = await withApp()
  const [first = '', second = ''] = ada.backupCodes
  expect(await signsInWith(ada, 'BACKUP_CODE', first)).toBe('SignedIn')
  expect(await ada.verify('BACKUP_CODE', second)).toMatchObject({ __typename: 'SignInExpired' })
  expect(await ada.viewer()).toMatchObject({ twoFactor: { backupCodesLeft: 9 } })
  expect(await signsInWith(ada, 'BACKUP_CODE', first)).toBe('InvalidCode')
})

test('a new sheet ends the old one', async () => {
  const ada = await withApp()
  await ada.reauthenticate({ password: ada.password, method: 'AUTHENTICATOR_APP', code: await ada.appCode() })
  const regenerate =
    'mutation { regenerateBackupCodes { __typename ... on BackupCodeSheet { codes { code usedAt } } } }'
  const sheet = await ada.browser.field(regenerate)
  expect(sheet.codes).toHaveLength(10)
  expect(await signsInWith(ada, 'BACKUP_CODE', ada.backupCodes[3] ?? '')).toBe('InvalidCode')
  expect(await signsInWith(ada, 'BACKUP_CODE', sheet.codes[3].code)).toBe('SignedIn')
})

async function signsInWith(person: Person, method: string, code: string): Promise<string> {
  await person.signIn()
  return (await person.verify(method, code)).__typename
}
