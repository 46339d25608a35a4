import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { ProfileStore } from '../../accounts/profile.store.js'
import { accountOf } from '../../testing/network.js'
import { newPerson, Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { SecondStepService } from '../../two-factor/second-step/second-step.service.js'
import { acts, changedEmail, codeFor, mailsTo } from '../life.fixture.js'

const NEW = 'a new long password'

let testApp: TestApp
let ada: Person
let thief: TestBrowser
let taken: string
let token: string
let count = 0
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

/** An attacker took over a session of Ada's, and changes the address to their own. */
beforeEach(async () => {
  ada = await (await newPerson(testApp, 'ada').signUp()).setUpApp()
  thief = ada.browser
  taken = `thief${++count}@evil.example`
  token = await changedEmail(ada, taken)
})

/** The account as it is under the thief's address. */
const held = async () => {
  const account = await testApp.app.get(ProfileStore).byEmailKey(taken)
  if (!account) throw new Error('The account is gone.')
  return account
}
const undo = (wanted = token) => acts.undoEmail(testApp.browser(), wanted)
const resetToken = async () => {
  const [mail] = (await mailsTo(ada, ada.email)).filter(({ text }) => text.includes('/reset-password#'))
  return /#token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
}
const reset = async () =>
  testApp.browser().field('mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }', {
    input: { token: await resetToken(), password: NEW },
  })
const signIn = (email = ada.email, password = NEW, browser = testApp.browser()) =>
  new Person(testApp, browser, email, password).signIn()

test('the undo brings the address back and ends every session; the old password signs nobody in', async () => {
  expect(await undo()).toEqual({ __typename: 'EmailChangeUndone', email: ada.email })
  expect(await thief.field('{ viewer { id } }')).toBeNull()
  expect(await signIn(ada.email, ada.password)).toMatchObject({ __typename: 'InvalidCredentials' })
  expect(await signIn(taken, ada.password)).toMatchObject({ __typename: 'InvalidCredentials' })
})

test('the undo signs nobody in, and never skips the second step', async () => {
  const browser = testApp.browser()
  await acts.undoEmail(browser, token)
  expect(await browser.field('{ viewer { id } }')).toBeNull()
  expect(await reset()).toMatchObject({ __typename: 'PasswordChanged' })
  const owner = new Person(testApp, browser, ada.email, NEW)
  owner.secret = ada.secret
  expect(await owner.signIn()).toMatchObject({
    __typename: 'SecondStepRequired',
    methods: expect.arrayContaining(['AUTHENTICATOR_APP']),
  })
  testApp.clock.advance(30_000)
  expect(await owner.verify('AUTHENTICATOR_APP', await owner.appCode())).toMatchObject({ __typename: 'SignedIn' })
})

test('methods that were added since are gone, and those that were removed are back', async () => {
  const before = await held()
  await ada.setUpSms('+14155550199')
  await ada.setUpApp()
  await undo()
  const after = await testApp.app.get(ProfileStore).byId(before._id)
  expect(after?.factors).toEqual(before.factors)
  expect(after?.backupCodes).toEqual(before.backupCodes)
})

test('a backup code that was used since stays used; a new sheet of the thief’s opens nothing', async () => {
  const { _id } = await held()
  const [code] = ada.backupCodes
  await signIn(taken, ada.password, thief)
  await new Person(testApp, thief, taken).verify('BACKUP_CODE', code ?? '')
  await undo()
  expect((await testApp.app.get(ProfileStore).byId(_id))?.backupCodes.filter(({ usedAt }) => usedAt)).toHaveLength(1)
})

test('a sheet that was made since is thrown away', async () => {
  const { _id } = await held()
  testApp.clock.advance(1_000)
  await thief.field('mutation { regenerateBackupCodes { __typename } }')
  await undo()
  expect((await testApp.app.get(ProfileStore).byId(_id))?.backupCodes).toEqual([])
})

test('the undo link works once; replayed, forged, altered, or after its week it does nothing', async () => {
  await undo()
  expect(await undo()).toMatchObject({ __typename: 'ResetLinkExpired' })
  const eve = await newPerson(testApp, 'eve').signUp()
  const later = await changedEmail(eve, `eve${count}@elsewhere.example`)
  for (const wrong of ['', 'x', later.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), later.split('.')[0] ?? ''])
    expect(await undo(wrong)).toMatchObject({ __typename: 'ResetLinkExpired' })
  testApp.clock.advance(limits.emailUndo)
  expect(await undo(later)).toMatchObject({ __typename: 'ResetLinkExpired' })
})

test('twenty undos at once: one does it, and one mail goes out', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => undo()))
  expect(answers.filter(({ __typename }) => __typename === 'EmailChangeUndone')).toHaveLength(1)
  const resets = (await mailsTo(ada, ada.email)).filter(({ text }) => text.includes('/reset-password#'))
  expect(resets).toHaveLength(1)
})

test('a password that the thief had reset in the meantime is worth nothing after the undo', async () => {
  await testApp
    .browser()
    .field('mutation($email: String!) { requestPasswordReset(email: $email) { __typename } }', { email: taken })
  const [mail] = (await mailsTo(ada, taken)).filter(({ text }) => text.includes('/reset-password#'))
  const stolen = /#token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  await undo()
  const answer = await testApp
    .browser()
    .field('mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }', {
      input: { token: stolen, password: NEW },
    })
  expect(answer).toMatchObject({ __typename: 'ResetLinkExpired' })
})

test('a method that the thief added before they changed the address does not come back either', async () => {
  const eve = await (await newPerson(testApp, 'eve').signUp()).setUpApp()
  const { _id, factors, backupCodes } = await accountOf(testApp, eve)
  testApp.clock.advance(1_000)
  await eve.setUpSms('+14155550198')
  await eve.browser.field('mutation { regenerateBackupCodes { __typename } }')
  await undo(await changedEmail(eve, `late${count}@evil.example`))
  const after = await testApp.app.get(ProfileStore).byId(_id)
  expect(after?.factors.sms).toBeNull()
  expect(after?.factors.app).toMatchObject({ id: factors.app?.id })
  expect(after?.backupCodes, 'a sheet that the thief made opens nothing').not.toEqual(backupCodes)
  expect(after?.backupCodes).toEqual([])
})

test('an undo never takes the only method away, however new it is', async () => {
  const { factors } = await held()
  await undo()
  expect((await accountOf(testApp, ada)).factors).toEqual(factors)
})

test('a new password ends a change of the address that was begun before it', async () => {
  const eve = await (await newPerson(testApp, 'eve').signUp()).setUpApp()
  const stolen = eve.browser.copy()
  const address = `slow${count}@evil.example`
  await acts.changeEmail(eve.browser, address)
  const code = await codeFor(eve, address)
  // The thief's request has read its session; the owner's change of the password comes before its guess.
  const { guess } = SecondStepService.prototype
  vi.spyOn(SecondStepService.prototype, 'guess').mockImplementationOnce(async function (
    this: SecondStepService,
    ...args
  ) {
    const input = { newPassword: NEW }
    await eve.browser.field('mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }', {
      input,
    })
    return guess.apply(this, args)
  })
  const { errors } = await acts.confirmEmail(stolen, code)
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  expect((await accountOf(testApp, eve)).email).toBe(eve.email)
})
