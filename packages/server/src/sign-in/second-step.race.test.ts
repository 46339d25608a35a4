import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { DoomedServer } from '../testing/doomed-server.js'
import { accountOf } from '../testing/network.js'
import { newPerson, type Person, sixDigitsIn } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'

const AT_ONCE = 50
/** Two server processes on one database, as behind a load balancer. */
let one: TestApp
let other: DoomedServer
beforeAll(async () => {
  const secret = randomBytes(32)
  one = await startTestApp(inject('mongodbUri'), { keyRing: new KeyRing([{ id: 'k1', secret }]) })
  other = await DoomedServer.start({
    MONGODB_URI: inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${one.connection.name}$1`),
    TWINLOCK_KEYS: `k1:${secret.toString('base64')}`,
  })
})
afterAll(async () => {
  other.stop()
  await one.close()
})

const withApp = async () => (await newPerson(one).signUp()).setUpApp()

/** The same ticket, alternately at either server. */
const atBoth = (browser: TestBrowser, place: number) =>
  Object.assign(browser.copy(), { url: place % 2 === 0 ? one.url : other.url })

/** A clock that a test has moved is moved in the other process too. */
const keepTime = () => other.standStillAt(one.clock.now())

async function outcomes(verify: (place: number) => Promise<{ __typename: string }>): Promise<Map<string, number>> {
  await keepTime()
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => verify(place)))
  const counts = new Map<string, number>()
  for (const { __typename } of answers) counts.set(__typename, (counts.get(__typename) ?? 0) + 1)
  return counts
}

async function sessionsOf(person: Person): Promise<number> {
  const { _id } = await accountOf(one, person)
  return one.connection.collection('sessions').countDocuments({ accountId: _id, epoch: { $gte: 0 } })
}

test('A07 one sign-in, the right code 50 times at once at two servers: one session', async () => {
  const ada = await withApp()
  const before = await sessionsOf(ada)
  await ada.signIn()
  const code = await ada.appCode()
  const counts = await outcomes((place) => ada.verify('AUTHENTICATOR_APP', code, atBoth(ada.browser, place)))
  expect(counts.get('SignedIn')).toBe(1)
  // The session it began with ended as the new sign-in did.
  await one.settle()
  expect(await sessionsOf(ada)).toBe(before)
})

test('A07 the same with a text', async () => {
  const ada = await (await newPerson(one).signUp()).setUpSms('+491701234501')
  await ada.signIn()
  const code = await ada.textedCode()
  const counts = await outcomes((place) => ada.verify('SMS', code, atBoth(ada.browser, place)))
  expect(counts.get('SignedIn')).toBe(1)
})

test('B05 one code of the app in many sign-ins at once: one session', async () => {
  const ada = await withApp()
  const before = await sessionsOf(ada)
  const browsers = await signInsOf(ada, AT_ONCE)
  const code = await ada.appCode()
  const answers = await Promise.all(browsers.map((browser) => ada.verify('AUTHENTICATOR_APP', code, browser)))
  expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1)
  expect(await sessionsOf(ada)).toBe(before + 1)
})

test('B05 one backup code in many sign-ins at once: one session', async () => {
  const ada = await withApp()
  const before = await sessionsOf(ada)
  const [code = ''] = ada.backupCodes
  const browsers = await signInsOf(ada, AT_ONCE)
  const answers = await Promise.all(browsers.map((browser) => ada.verify('BACKUP_CODE', code, browser)))
  expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1)
  expect(await sessionsOf(ada)).toBe(before + 1)
  expect((await accountOf(one, ada)).backupCodes.filter(({ usedAt }) => usedAt)).toHaveLength(1)
})

test('a set-up is confirmed once, at whichever server', async () => {
  const ada = await newPerson(one).signUp()
  const { setupId } = await ada.beginApp()
  const code = await ada.appCode()
  const counts = await outcomes((place) =>
    ada.confirmApp(setupId, code, atBoth(ada.browser, place)).catch((error: Error) => {
      // The winner ends every session of before; its own follows a moment later (decision 001).
      expect(error.message).toMatch(/^UNAUTHENTICATED: /)
      return { __typename: 'UNAUTHENTICATED' }
    }),
  )
  expect(counts.get('TwoFactorSetUp')).toBe(1)
  expect((await accountOf(one, ada)).backupCodes).toHaveLength(10)
})

test('a sign-up is confirmed once, and makes one account', async () => {
  const ada = newPerson(one)
  await ada.browser.field('mutation($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
    input: { name: 'Ada', email: ada.email, password: ada.password },
  })
  const code = await ada.mailedCode()
  const confirm = 'mutation($input: ConfirmEmailInput!) { confirmEmail(input: $input) { __typename } }'
  const counts = await outcomes((place) =>
    atBoth(ada.browser, place).field(confirm, { input: { email: ada.email, code } }),
  )
  expect(counts.get('SignedIn')).toBe(1)
  expect(await sessionsOf(ada)).toBe(1)
})

test('concurrent requests for a text send it once', async () => {
  const ada = await (await newPerson(one).signUp()).setUpApp()
  await ada.reauthenticate({ password: ada.password, method: 'AUTHENTICATOR_APP', code: await ada.appCode() })
  await ada.setUpSms('+491701234502')
  one.clock.advance(30_000)
  await ada.signIn()
  const counts = await outcomes((place) =>
    atBoth(ada.browser, place).field('mutation { sendSignInCode { __typename } }'),
  )
  expect(counts.get('CodeSent')).toBe(1)
  expect(counts.get('SendCodeTooSoon')).toBe(AT_ONCE - 1)
  // The other process may be the one that sends it, after its answer.
  await vi.waitUntil(async () => (await textsTo('+491701234502')).length === 2)
  const [, text] = await textsTo('+491701234502')
  expect(await ada.verify('SMS', sixDigitsIn(text?.text ?? ''))).toMatchObject({ __typename: 'SignedIn' })
})

test('the same number begun many times at once is one text', async () => {
  const ada = await newPerson(one).signUp()
  const counts = await outcomes((place) => ada.beginSms('+491701234503', atBoth(ada.browser, place)))
  expect(counts.get('SmsSetup')).toBeGreaterThanOrEqual(1)
  expect(counts.has('TooManyAttempts')).toBe(false)
  await vi.waitUntil(async () => (await textsTo('+491701234503')).length > 0)
  const texts = await textsTo('+491701234503')
  expect(texts).toHaveLength(1)
  expect(sixDigitsIn(texts[0]?.text ?? '')).toMatch(/^\d{6}$/)
})

/** Oldest first, by the time of the test. */
async function textsTo(number: string) {
  await one.settle()
  const texts = (await one.app.get(CapturedMessagesStore).list(['sms'])).filter(({ to }) => to === number)
  return texts.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
}

async function signInsOf(person: Person, count: number): Promise<TestBrowser[]> {
  await keepTime()
  const browsers = Array.from({ length: count }, (_, place) => atBoth(one.browser('198.51.100.9'), place))
  for (const browser of browsers) await person.signIn(browser)
  return browsers
}
