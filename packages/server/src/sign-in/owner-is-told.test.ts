import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { accountOf } from '../testing/network.js'
import { Person, somebody } from '../testing/person.js'
import { auditTypes, refused } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

async function mailsTo(person: Person) {
  await testApp.settle()
  return (await testApp.app.rooms.captured.list(['email'])).filter(({ to }) => to === person.email)
}

/** What is written down and mailed because of what is done here. */
async function follows(person: Person, act: () => Promise<unknown>) {
  const { _id } = await accountOf(testApp, person)
  const [audited, mailed] = [(await auditTypes(testApp, _id)).length, (await mailsTo(person)).length]
  testApp.clock.advance(1_000)
  await act()
  const types = (await auditTypes(testApp, _id)).slice(audited)
  const mails = (await mailsTo(person)).slice(0, (await mailsTo(person)).length - mailed)
  return { types, mails }
}

test('a wrong password is written down, and nobody is woken for it', async () => {
  const ada = await somebody(testApp).signUp()
  const guesser = new Person(testApp, testApp.browser('198.18.30.1'), ada.email, 'not the password')
  const { types, mails } = await follows(ada, () => refused(testApp, guesser.browser, () => guesser.signIn()))
  expect(types).toEqual(['sign_in.password_failed'])
  expect(mails).toEqual([])
})

test('the right password and a wrong code is written down each time, and mailed once for each sign-in', async () => {
  const ada = await (await somebody(testApp).signUp()).setUpApp()
  const attacker = testApp.browser('198.18.30.2')
  const { types, mails } = await follows(ada, async () => {
    await ada.signIn(attacker)
    for (const code of ['918273', '918274'])
      await refused(testApp, attacker, () => ada.verify('AUTHENTICATOR_APP', code, attacker))
  })
  expect(types).toEqual(['sign_in.second_step_failed', 'sign_in.second_step_failed'])
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('198.18.30.2')
  expect(mails[0]?.text, 'what was typed may be next minute’s code').not.toMatch(/918273|918274/)
})

test('a browser name that an attacker planted before a sign-in does not make the attacker’s browser a known one', async () => {
  const ada = await somebody(testApp).signUp()
  const [attacker, planted] = [testApp.browser('198.18.30.7'), testApp.browser('198.18.30.8')]
  await new Person(testApp, attacker, ada.email, 'not the password').signIn()
  const name = attacker.cookies.get('twinlock_browser') ?? ''
  planted.cookies.set('twinlock_browser', name)
  await ada.signIn(planted)
  expect(planted.cookies.get('twinlock_browser'), 'the sign-in gives it a new name').not.toBe(name)

  const own = await follows(ada, () => ada.signIn(planted))
  expect(own.mails, 'which is known from then on').toEqual([])
  const { mails } = await follows(ada, () => ada.signIn(attacker))
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('198.18.30.7')
})

test('a sign-in in an unknown browser is written down and mailed, with where it came from', async () => {
  const ada = await (await somebody(testApp).signUp()).setUpApp()
  const elsewhere = testApp.browser('198.18.30.3')
  const { types, mails } = await follows(ada, async () => {
    await ada.signIn(elsewhere)
    await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), elsewhere)
  })
  expect(types).toEqual(['sign_in.completed'])
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('198.18.30.3')
})

test('a backup code that signs in is mailed with how many are left', async () => {
  const ada = await (await somebody(testApp).signUp()).setUpApp()
  const { types, mails } = await follows(ada, async () => {
    await ada.signIn()
    await ada.verify('BACKUP_CODE', ada.backupCodes[0] ?? '')
  })
  expect(types.sort()).toEqual(['backup_code.used', 'sign_in.completed'])
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('9')
  expect(mails[0]?.text).not.toContain(ada.backupCodes[0])
})

test('what happened is told once, also when it is passed on twice', async () => {
  const ada = await (await somebody(testApp).signUp()).setUpApp()
  const before = (await mailsTo(ada)).length
  const [event] = await testApp.connection.collection('audit_events').find({ type: 'two_factor.enabled' }).toArray()
  await testApp.app.rooms.relay.emit(event?.event)
  await testApp.app.rooms.relay.emit(event?.event)
  expect(await mailsTo(ada)).toHaveLength(before)
})

test('a change is told to the address on file before it, also when the server died before telling', async () => {
  const ada = await somebody(testApp).signUp()
  const { setupId } = await ada.beginApp()
  await testApp.settle()
  const run = testApp.app.rooms.background.run
  testApp.app.rooms.background.run = () => undefined
  await ada.confirmApp(setupId, await ada.appCode())
  testApp.app.rooms.background.run = run
  expect((await accountOf(testApp, ada)).events).toMatchObject([{ type: 'two_factor.enabled', email: ada.email }])
  await testApp.app.worker.runOnce()
  expect((await mailsTo(ada))[0]?.subject).toMatch(/two-factor/i)
  expect((await accountOf(testApp, ada)).events).toEqual([])
})
