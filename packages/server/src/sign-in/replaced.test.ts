import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { accountOf } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { auditTypes } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const BEGIN = `mutation($input: SignInInput!) { signIn(input: $input) { ... on SecondStepRequired { signInId } } }`
const VERIFY = `mutation($input: VerifySecondStepInput!) {
  verifySecondStep(input: $input) { __typename ... on SignInExpired { wasReplaced } ... on InvalidCode { attemptsLeft } }
}`
const replaced = { __typename: 'SignInExpired', wasReplaced: true }

async function withApp(name: string): Promise<Person> {
  return (await newPerson(testApp, name).signUp()).setUpApp()
}

async function begin({ email, password }: Person, { browser }: Person): Promise<string> {
  return (await browser.field(BEGIN, { input: { email, password } })).signInId
}

test('two sign-ins in two tabs: the code of the first is charged to nobody, and the first is said to be replaced', async () => {
  const [ada, bob] = [await withApp('ada'), await withApp('bob')]
  const ofAda = await begin(ada, ada)
  const ofBob = await begin(bob, ada)
  const code = await ada.appCode()
  const input = { method: 'AUTHENTICATOR_APP', code, trustDevice: false, signInId: ofAda }
  expect(await ada.browser.field(VERIFY, { input })).toEqual(replaced)
  for (const person of [ada, bob]) {
    const { _id, attempts } = await accountOf(testApp, person)
    expect([attempts.inARow, attempts.recent], person.name).toEqual([0, []])
    expect(await auditTypes(testApp, _id), person.name).not.toContain('sign_in.second_step_failed')
  }

  const right = { ...input, code: await bob.appCode(), signInId: ofBob }
  expect(await ada.browser.field(VERIFY, { input: right })).toMatchObject({ __typename: 'SignedIn' })
})

test.each([
  ['sendSignInCode', '{ __typename ... on SignInExpired { wasReplaced } }'],
  ['extendSignIn', '{ __typename ... on SignInExpired { wasReplaced } }'],
  ['useReEnrolment', '{ __typename ... on SignInExpired { wasReplaced } }'],
  ['sendMailboxCode', '{ __typename ... on SignInExpired { wasReplaced } }'],
  ['continueToOtherNetworks', '{ __typename ... on SignInExpired { wasReplaced } }'],
  ['beginPasskeySecondStep', '{ __typename ... on SignInExpired { wasReplaced } }'],
])('%s of a replaced sign-in does nothing to the one that replaced it', async (field, selection) => {
  const [ada, bob] = [await withApp('ada'), await withApp('bob')]
  const ofAda = await begin(ada, ada)
  await begin(bob, ada)
  const document = `mutation($id: ID) { ${field}(signInId: $id) ${selection} }`
  expect(await ada.browser.field(document, { id: ofAda })).toEqual(replaced)
})

test('a tab that cancels its replaced sign-in leaves the other one alone', async () => {
  const [ada, bob] = [await withApp('ada'), await withApp('bob')]
  const ofAda = await begin(ada, ada)
  await begin(bob, ada)
  expect(await ada.browser.field('mutation($id: ID) { cancelSignIn(signInId: $id) }', { id: ofAda })).toBe(true)
  expect(await bob.verify('AUTHENTICATOR_APP', await bob.appCode(), ada.browser)).toMatchObject({
    __typename: 'SignedIn',
  })
})
