import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

test('a person signs up with the mailed code and is signed in', async () => {
  const ada = await newPerson(testApp).signUp()
  expect(await ada.viewer()).toMatchObject({ email: ada.email, twoFactor: { isOn: false } })
})

test('with an app set up, a sign-in requires the password and then a code', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const elsewhere = testApp.browser()
  expect(await ada.signIn(elsewhere)).toMatchObject({
    __typename: 'SecondStepRequired',
    methods: ['AUTHENTICATOR_APP', 'BACKUP_CODE'],
  })
  expect(await ada.viewer(elsewhere)).toBeNull()
  expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), elsewhere)).toMatchObject({
    __typename: 'SignedIn',
    viewer: { twoFactor: { isOn: true } },
  })
  expect(await ada.viewer(elsewhere)).toMatchObject({ email: ada.email })
})

test('with SMS set up, the code of a sign-in arrives by itself', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpSms('+491701234567')
  const elsewhere = testApp.browser()
  expect(await ada.signIn(elsewhere)).toMatchObject({
    __typename: 'SecondStepRequired',
    preferred: 'SMS',
    maskedPhoneNumber: '•••• 67',
  })
  expect(await ada.verify('SMS', await ada.textedCode(), elsewhere)).toMatchObject({ __typename: 'SignedIn' })
})

test('a backup code signs in once', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const [code = ''] = ada.backupCodes
  const elsewhere = testApp.browser()
  await ada.signIn(elsewhere)
  expect(await ada.verify('BACKUP_CODE', code.toLowerCase().replaceAll('-', ' '), elsewhere)).toMatchObject({
    __typename: 'SignedIn',
    viewer: { twoFactor: { backupCodesLeft: 9 } },
  })
  await ada.signIn(elsewhere)
  expect(await ada.verify('BACKUP_CODE', code, elsewhere)).toMatchObject({
    __typename: 'InvalidCode',
    alreadyUsed: true,
    attemptsLeft: 4,
  })
})
