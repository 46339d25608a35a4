import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { EventRelay } from '../events/event-relay.js'
import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import { Background } from '../platform/jobs/background.js'
import { accountOf } from '../testing/network.js'
import { newPerson, Person } from '../testing/person.js'
import { auditTypes, refused } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

async function mailsTo(person: Person) {
  await testApp.settle()
  return (await testApp.app.get(CapturedMessagesStore).list(['email'])).filter(({ to }) => to === person.email)
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

test('a wrong password is recorded, and nobody is notified', async () => {
  const ada = await newPerson(testApp).signUp()
  const guesser = new Person(testApp, testApp.browser('198.18.30.1'), ada.email, 'not the password')
  const { types, mails } = await follows(ada, () => refused(testApp, guesser.browser, () => guesser.signIn()))
  expect(types).toEqual(['sign_in.password_failed'])
  expect(mails).toEqual([])
})

describe('a right password without a second step', () => {
  const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
  const SUBJECT = 'Someone knew your password but not your code'
  const guess = (person: Person, browser: TestBrowser, code = '918273') =>
    refused(testApp, browser, () => person.verify('AUTHENTICATOR_APP', code, browser))
  const notifyDue = () => testApp.app.worker.runOnce()
  const warnings = async (person: Person) => (await mailsTo(person)).filter(({ subject }) => subject === SUBJECT)

  test('one typo at the second step, and then success, is written down and mails nobody', async () => {
    const ada = await withApp()
    const { types, mails } = await follows(ada, async () => {
      await ada.signIn()
      await guess(ada, ada.browser)
      await ada.verify('AUTHENTICATOR_APP', await ada.appCode())
      testApp.clock.advance(limits.unfinishedSignIn.after)
      await notifyDue()
    })
    expect(types.sort()).toEqual(['sign_in.completed', 'sign_in.second_step_failed'])
    expect(mails).toEqual([])
  })

  test('three wrong codes are mailed at once, with where from and never with what was typed', async () => {
    const ada = await withApp()
    const attacker = testApp.browser('198.18.30.2')
    const { types, mails } = await follows(ada, async () => {
      await ada.signIn(attacker)
      for (const code of ['918273', '918274', '918275']) await guess(ada, attacker, code)
    })
    expect(types.filter((type) => type === 'sign_in.second_step_failed')).toHaveLength(3)
    expect(types).toContain('sign_in.unfinished')
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ subject: SUBJECT })
    expect(mails[0]?.text).toContain('198.18.30.2')
    expect(mails[0]?.text).toContain('3 wrong codes were tried')
    expect(mails[0]?.text, 'what was typed may be next minute’s code').not.toMatch(/918273|918274|918275/)
  })

  test('of two sign-ins, too', async () => {
    const ada = await withApp()
    for (const guesses of [2, 1]) {
      const attacker = testApp.browser()
      await ada.signIn(attacker)
      for (let place = 0; place < guesses; place++) await guess(ada, attacker)
    }
    expect((await warnings(ada))[0]?.text).toContain('2 sign-ins with your password weren')
  })

  test('no code at all is mailed after ten minutes, also when the sign-in was cancelled', async () => {
    for (const isCancelled of [false, true]) {
      const ada = await withApp()
      const attacker = testApp.browser()
      await ada.signIn(attacker)
      if (isCancelled) await attacker.field('mutation { cancelSignIn }')
      testApp.clock.advance(limits.unfinishedSignIn.after - 1)
      await notifyDue()
      expect(await warnings(ada)).toEqual([])
      testApp.clock.advance(1)
      await notifyDue()
      const [warning, ...more] = await warnings(ada)
      expect(warning?.text).toContain('No code was tried')
      expect(more).toEqual([])
    }
  })

  test('only success in the same browser takes it back', async () => {
    const ada = await withApp()
    const attacker = testApp.browser()
    await ada.signIn(attacker)
    await ada.signIn()
    await ada.signIn()
    await ada.verify('AUTHENTICATOR_APP', await ada.appCode())
    await testApp.settle()
    testApp.clock.advance(limits.unfinishedSignIn.after)
    await notifyDue()
    const [warning, ...more] = await warnings(ada)
    expect(warning?.text).toContain('1 sign-in with your password wasn')
    expect(more).toEqual([])
  })

  test('is mailed at most once an hour, and then states how many there were', async () => {
    const ada = await withApp()
    const again = async () => {
      const attacker = testApp.browser()
      await ada.signIn(attacker)
      for (let place = 0; place < 3; place++) await guess(ada, attacker)
    }
    await again()
    await again()
    await again()
    expect(await warnings(ada)).toHaveLength(1)
    testApp.clock.advance(limits.unfinishedSignIn.mailEvery - 1)
    await notifyDue()
    expect(await warnings(ada)).toHaveLength(1)
    testApp.clock.advance(1)
    await notifyDue()
    const [newest, ...before] = await warnings(ada)
    expect(before).toHaveLength(1)
    expect(newest?.text).toContain('2 sign-ins with your password weren')
    expect(newest?.text).toContain('6 wrong codes were tried')
  })

  test('three wrong codes in a session are mailed as well', async () => {
    const ada = await withApp()
    for (let place = 0; place < 3; place++) await ada.reauthenticate({ method: 'AUTHENTICATOR_APP', code: '918273' })
    expect(await warnings(ada)).toHaveLength(1)
  })
})

test('a browser name that an attacker planted before a sign-in does not make the attacker’s browser a known one', async () => {
  const ada = await newPerson(testApp).signUp()
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
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
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
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const { types, mails } = await follows(ada, async () => {
    await ada.signIn()
    await ada.verify('BACKUP_CODE', ada.backupCodes[0] ?? '')
  })
  expect(types.sort()).toEqual(['backup_code.used', 'sign_in.completed'])
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('9')
  expect(mails[0]?.text).not.toContain(ada.backupCodes[0])
})

test('an event is mailed once, even when it is dispatched twice', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const before = (await mailsTo(ada)).length
  const [event] = await testApp.connection.collection('audit_events').find({ type: 'two_factor.enabled' }).toArray()
  await testApp.app.get(EventRelay).emit(event?.event)
  await testApp.app.get(EventRelay).emit(event?.event)
  expect(await mailsTo(ada)).toHaveLength(before)
})

test('a change is mailed to the address on file before it, even when the server died before sending', async () => {
  const ada = await newPerson(testApp).signUp()
  const { setupId } = await ada.beginApp()
  await testApp.settle()
  const run = testApp.app.get(Background).run
  testApp.app.get(Background).run = () => undefined
  await ada.confirmApp(setupId, await ada.appCode())
  testApp.app.get(Background).run = run
  expect((await accountOf(testApp, ada)).events).toMatchObject([{ type: 'two_factor.enabled', email: ada.email }])
  await testApp.app.worker.runOnce()
  expect((await mailsTo(ada))[0]?.subject).toMatch(/two-factor/i)
  expect((await accountOf(testApp, ada)).events).toEqual([])
})
