import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, beforeEach, expect, inject, it, test } from 'vitest'
import { outcomeOf } from '../../people/people.fixture.js'
import { accountOf } from '../../testing/network.js'
import { newPerson, Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { acts, changedEmail, codeFor, mailsTo, undoTokenFor } from '../life.fixture.js'

let testApp: TestApp
let ada: Person
let count = 0
const fresh = () => `new${++count}@example.net`
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  ada = await newPerson(testApp, 'ada').signUp()
})
afterAll(() => testApp.close())

const signInAs = (email: string, password = ada.password, browser = testApp.browser()) =>
  new Person(testApp, browser, email, password).signIn()
const rename = (name: string) =>
  ada.browser.field('mutation($input: ChangeNameInput!) { changeName(input: $input) { __typename } }', {
    input: { name },
  })
const subjectsTo = async (to: string) => (await mailsTo(ada, to)).map(({ subject }) => subject)

test('a code to the new address changes it; the former address is notified, and signs in no more', async () => {
  const email = fresh()
  expect((await acts.changeEmail(ada.browser, email)).data.changeEmail).toEqual({
    __typename: 'EmailChangeCodeSent',
    email,
  })
  expect(await ada.viewer()).toMatchObject({ email: ada.email })
  const answer = await acts.confirmEmail(ada.browser, await codeFor(ada, email))
  expect(answer.data.confirmEmailChange).toEqual({ __typename: 'EmailChanged', viewer: { email } })
  expect(await subjectsTo(ada.email)).toContain('Your Twinlock address was changed')
  expect(await subjectsTo(email)).toContain('This is now your Twinlock address')
  expect(await signInAs(email)).toMatchObject({ __typename: 'SignedIn' })
  expect(await signInAs(ada.email)).toMatchObject({ __typename: 'InvalidCredentials' })
})

test('it ends the other sessions, and asks who it is after five minutes', async () => {
  const other = testApp.browser()
  await ada.signIn(other)
  await changedEmail(ada, fresh())
  expect(await other.field('{ viewer { id } }')).toBeNull()
  const eve = await newPerson(testApp, 'eve').signUp()
  testApp.clock.advance(limits.freshEvidence)
  expect(outcomeOf(await acts.changeEmail(eve.browser, fresh()))).toBe('REAUTHENTICATION_REQUIRED')
})

test('a taken address gets the same answer as a free one, and its owner a mail', async () => {
  const bob = await newPerson(testApp, 'bob').signUp()
  const free = await acts.changeEmail(ada.browser, fresh())
  const taken = await acts.changeEmail(ada.browser, bob.email)
  expect(taken.data.changeEmail).toEqual({ ...free.data.changeEmail, email: bob.email })
  const [mail] = await mailsTo(ada, bob.email)
  expect(mail?.text).toContain('wanted to change the address of another account to this one')
  expect(mail?.text).not.toMatch(/(?<![\w-])\d{6}(?![\w-])/)
  expect((await acts.confirmEmail(ada.browser, '123456')).data.confirmEmailChange).toMatchObject({
    __typename: 'InvalidCode',
    attemptsLeft: 4,
  })
})

test('nobody signs up with, or changes to, an address that can still be taken back', async () => {
  await changedEmail(ada, fresh())
  const eve = await newPerson(testApp, 'eve').signUp()
  await acts.changeEmail(eve.browser, ada.email)
  await expect(codeFor(eve, ada.email)).rejects.toThrow('No code')
  const thief = new Person(testApp, testApp.browser(), ada.email)
  await expect(thief.signUp()).rejects.toThrow('has an account already')
  testApp.clock.advance(limits.emailUndo)
  await eve.signIn()
  await acts.changeEmail(eve.browser, ada.email)
  expect((await acts.confirmEmail(eve.browser, await codeFor(eve, ada.email))).data.confirmEmailChange).toMatchObject({
    __typename: 'EmailChanged',
  })
})

test('two who were sent codes for one address: the first one gets it', async () => {
  const email = fresh()
  const bob = await newPerson(testApp, 'bob').signUp()
  await acts.changeEmail(ada.browser, email)
  const code = await codeFor(ada, email)
  await acts.changeEmail(bob.browser, email)
  const later = await codeFor(bob, email)
  const answers = await Promise.all([acts.confirmEmail(ada.browser, code), acts.confirmEmail(bob.browser, later)])
  const outcomes = answers.map(outcomeOf).sort()
  expect(outcomes).toEqual(['CodeExpired', 'EmailChanged'])
})

test('for a week every notice goes to both addresses, and no further change is made', async () => {
  const email = fresh()
  await changedEmail(ada, email)
  expect((await acts.changeEmail(ada.browser, fresh())).data.changeEmail.fields[0].message).toContain('7 days')
  await rename('Ada Byron')
  const changes = async (to: string) =>
    (await subjectsTo(to)).filter((subject) => subject?.startsWith('Your name')).length
  expect([await changes(email), await changes(ada.email)]).toEqual([1, 1])
  testApp.clock.advance(limits.emailUndo)
  await signInAs(email, ada.password, ada.browser)
  await rename('Ada King')
  expect([await changes(email), await changes(ada.email)]).toEqual([2, 1])
})

it.each([
  ['no address', 'ada'],
  ['the one there is', ''],
])('%s is refused', async (_, wanted) => {
  expect((await acts.changeEmail(ada.browser, wanted || ada.email)).data.changeEmail).toMatchObject({
    __typename: 'InvalidInput',
    fields: [{ field: 'email' }],
  })
})

test('five wrong codes, at once or one by one, end it', async () => {
  const email = fresh()
  await acts.changeEmail(ada.browser, email)
  const code = await codeFor(ada, email)
  const wrong = code === '000000' ? '000001' : '000000'
  await Promise.all(Array.from({ length: 5 }, () => acts.confirmEmail(ada.browser, wrong)))
  expect(outcomeOf(await acts.confirmEmail(ada.browser, code))).toBe('TooManyAttempts')
})

test('the code lives ten minutes, to the millisecond', async () => {
  const email = fresh()
  await acts.changeEmail(ada.browser, email)
  const code = await codeFor(ada, email)
  const { emailChange } = await accountOf(testApp, ada)
  testApp.clock.set(emailChange?.expiresAt ?? new Date(0))
  expect(outcomeOf(await acts.confirmEmail(ada.browser, code))).toBe('CodeExpired')
})

test('an address that the company’s directory proves is left to the company', async () => {
  const { _id } = await accountOf(testApp, ada)
  const { createNetwork } = await ada.browser
    .field(
      `mutation { createNetwork(input: { name: "Acme", slug: "acme-${count}" }) { ... on NetworkCreated { network { id } } } }`,
    )
    .then((created) => ({ createNetwork: created }))
  const { id } = createNetwork.network
  const name = ada.email.split('@')[1] ?? ''
  const domain = { name, token: 'T', claimedAt: testApp.clock.now(), provedAt: testApp.clock.now(), missingSince: null }
  const { connection } = testApp
  await connection.collection<{ _id: string }>('networks').updateOne({ _id: id }, { $set: { ssoDomains: [domain] } })
  await connection
    .collection<{ _id: string }>('memberships')
    .updateOne({ _id: `${id}:${_id}` }, { $set: { usesSso: true } })
  const answer = await acts.changeEmail(ada.browser, fresh())
  expect(answer.data.changeEmail.fields[0].message).toContain('Acme looks after your address')
})

test('the mail to the former address says to what, until when, and how to undo it', async () => {
  const email = fresh()
  await changedEmail(ada, email)
  const [mail] = (await mailsTo(ada, ada.email)).filter(({ text }) => text.includes('/email/undo#'))
  expect(mail?.text).toContain(email)
  expect(mail?.text).toContain(await undoTokenFor(ada))
})
