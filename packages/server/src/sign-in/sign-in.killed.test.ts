import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { BroadcastRunner } from '../mandate/broadcasts/broadcast-runner.js'
import { acts, confirmIts, mailsTo, readyNetwork } from '../mandate/mandate.fixture.js'
import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import { member } from '../people/people.fixture.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { DoomedServer } from '../testing/doomed-server.js'
import { accountOf, putNetwork } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { rows } from '../testing/rounds.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'

// Each kill takes a whole server, which has to start first.
vi.setConfig({ testTimeout: 60_000 })

const secret = randomBytes(32)
/** The server after the restart: same database, same keys. What it finds is what the dead one left. */
let testApp: TestApp
let doomed: Promise<DoomedServer>
let uri: string

const startDoomed = () => DoomedServer.start({ MONGODB_URI: uri, TWINLOCK_KEYS: `k1:${secret.toString('base64')}` })

beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { keyRing: new KeyRing([{ id: 'k1', secret }]) })
  uri = inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${testApp.connection.name}$1`)
  doomed = startDoomed()
})
afterAll(async () => {
  ;(await doomed).stop()
  await testApp.close()
})

/** Makes a request of a server that dies after so many of its writes; the next server is on its way meanwhile. */
async function killedAfter(writes: number, browser: TestBrowser, act: (browser: TestBrowser) => Promise<unknown>) {
  const server = await doomed
  await server.dieAfter(writes, testApp.clock.now())
  const there = Object.assign(browser.copy(), { url: server.url })
  await expect(act(there)).rejects.toThrow()
  await server.death()
  doomed = startDoomed()
  expect([...there.cookies], 'nothing was acknowledged').toEqual([...browser.cookies])
}

const sessionsOf = async (person: Person) => {
  await testApp.settle()
  const { _id, epoch } = await accountOf(testApp, person)
  return testApp.connection.collection('sessions').countDocuments({ accountId: _id, epoch })
}
const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()

/** Fully on, with everything that belongs to it, or fully off. */
async function isWhole(person: Person): Promise<boolean> {
  const { factors, backupCodes, preferredMethod, backupCodesGeneratedAt } = await accountOf(testApp, person)
  const isOn = factors.app !== null || factors.sms !== null
  expect(backupCodes).toHaveLength(isOn ? 10 : 0)
  expect(preferredMethod !== null).toBe(isOn)
  expect(backupCodesGeneratedAt !== null).toBe(isOn)
  return isOn
}

async function signsInByBackupCode(person: Person): Promise<void> {
  const elsewhere = testApp.browser()
  await person.signIn(elsewhere)
  const answer = await person.verify('BACKUP_CODE', person.backupCodes[9] ?? '', elsewhere)
  expect(answer).toMatchObject({ __typename: 'SignedIn' })
}

describe('B11 killed with -9 while the second step is verified: a code may be lost, a session is never gained', () => {
  // Writes: the guess, the step accepted with the end of the sign-in, the session opened.
  test.each(
    rows<[number, boolean, number]>(
      [
        [1, false, 0],
        [2, true, 0],
        [3, true, 1],
      ],
      ([writes]) => writes === 2,
    ),
  )('by an app code, after write %i', async (writes, isSpent, opened) => {
    const ada = await withApp()
    await ada.signIn()
    const before = await sessionsOf(ada)
    const code = await ada.appCode()
    await killedAfter(writes, ada.browser, (browser) => ada.verify('AUTHENTICATOR_APP', code, browser))
    expect((await sessionsOf(ada)) - before).toBe(opened)
    const again = testApp.browser()
    await ada.signIn(again)
    expect(await ada.verify('AUTHENTICATOR_APP', code, again)).toMatchObject(
      isSpent ? { __typename: 'InvalidCode', alreadyUsed: true } : { __typename: 'SignedIn' },
    )
    await signsInByBackupCode(ada)
  })

  test.each(
    rows<[number, boolean]>(
      [
        [1, false],
        [2, true],
      ],
      ([writes]) => writes === 2,
    ),
  )('by a backup code, after write %i', async (writes, isSpent) => {
    const ada = await withApp()
    const [code = ''] = ada.backupCodes
    await ada.signIn()
    const before = await sessionsOf(ada)
    await killedAfter(writes, ada.browser, (browser) => ada.verify('BACKUP_CODE', code, browser))
    expect(await sessionsOf(ada)).toBe(before)
    const used = (await accountOf(testApp, ada)).backupCodes.filter(({ usedAt }) => usedAt)
    expect(used).toHaveLength(isSpent ? 1 : 0)
    await testApp.settle()
    if (isSpent) expect((await ada.lastMessage()).subject, 'and its owner is notified').toMatch(/backup code/i)
    await signsInByBackupCode(ada)
  })

  test.each(rows([2], () => false))('by a text, after write %i', async (writes) => {
    const ada = await (await newPerson(testApp).signUp()).setUpSms(`+49170123487${writes}`)
    await ada.signIn()
    const code = await ada.textedCode()
    const before = await sessionsOf(ada)
    await killedAfter(writes, ada.browser, (browser) => ada.verify('SMS', code, browser))
    expect(await sessionsOf(ada)).toBe(before)
    expect(await ada.verify('SMS', code)).toMatchObject({ __typename: 'SignInExpired' })
    await signsInByBackupCode(ada)
  })
})

describe('E13, L05 killed with -9 while a set-up is confirmed: fully on or fully off', () => {
  // Writes: the guess, the factor with its codes, the session that follows.
  test.each(
    rows<[number, boolean]>(
      [
        [1, false],
        [2, true],
      ],
      ([writes]) => writes === 2,
    ),
  )('in a session, after write %i', async (writes, isOn) => {
    const ada = await newPerson(testApp).signUp()
    const { setupId } = await ada.beginApp()
    const code = await ada.appCode()
    await killedAfter(writes, ada.browser, (browser) => ada.confirmApp(setupId, code, browser))
    expect(await isWhole(ada)).toBe(isOn)
    expect((await ada.viewer()) === null, 'the session either goes on or ends').toBe(isOn)
    testApp.clock.advance(30_000)
    if (isOn) {
      await ada.signIn()
      expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'SignedIn' })
      expect((await ada.lastMessage()).subject, 'and its owner is notified').toMatch(/two-factor|2FA/i)
    } else expect(await ada.confirmApp(setupId, await ada.appCode())).toMatchObject({ __typename: 'TwoFactorSetUp' })
  })

  // The same writes.
  test.each(
    rows<[number, boolean]>(
      [
        [1, false],
        [2, true],
      ],
      () => false,
    ),
  )('by a text, after write %i', async (writes, isOn) => {
    const ada = Object.assign(await newPerson(testApp).signUp(), { phone: `+49170123486${writes}` })
    const { setupId } = await ada.beginSms(ada.phone)
    const code = await ada.textedCode()
    await killedAfter(writes, ada.browser, (browser) => ada.confirmSms(setupId, code, browser))
    expect(await isWhole(ada)).toBe(isOn)
    if (!isOn) expect(await ada.confirmSms(setupId, code)).toMatchObject({ __typename: 'TwoFactorSetUp' })
    else {
      await ada.signIn()
      expect(await ada.verify('SMS', await ada.textedCode())).toMatchObject({ __typename: 'SignedIn' })
    }
  })

  // Writes: the guess, the factor with its codes, the sign-in ended, the session opened.
  test.each(
    rows<[number, boolean, number]>(
      [
        [1, false, 0],
        [2, true, 0],
        [3, true, 0],
      ],
      ([writes]) => writes === 2,
    ),
  )('in a set-up during a sign-in, after write %i', async (writes, isOn, opened) => {
    const ada = await newPerson(testApp).signUp()
    await putNetwork(testApp, [ada], { deadlineIn: -1 })
    await ada.signIn()
    await ada.browser.field('mutation($code: String!) { proveMailbox(code: $code) { __typename } }', {
      code: await ada.mailedCode(),
    })
    const { setupId } = await ada.beginApp()
    const before = await sessionsOf(ada)
    const code = await ada.appCode()
    await killedAfter(writes, ada.browser, (browser) => ada.confirmApp(setupId, code, browser))
    expect(await isWhole(ada)).toBe(isOn)
    expect(await sessionsOf(ada)).toBe(isOn ? opened : before)
    if (!isOn) expect(await ada.confirmApp(setupId, code)).toMatchObject({ __typename: 'TwoFactorSetUp' })
    else {
      testApp.clock.advance(30_000)
      await ada.signIn()
      expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'SignedIn' })
    }
  })
})

// Writes: the set-up with its code, three counts, the text.
test.each(
  rows<[number, number]>(
    [
      [1, 0],
      [5, 1],
    ],
    () => false,
  ),
)('killed with -9 while a text of a set-up is sent, after write %i: the same set-up goes on', async (writes, texts) => {
  const ada = Object.assign(await newPerson(testApp).signUp(), { phone: `+49170123485${writes}` })
  await killedAfter(writes, ada.browser, (browser) => ada.beginSms(ada.phone, browser))
  await testApp.settle()
  const sent = await testApp.app.get(CapturedMessagesStore).list(['sms'])
  expect(sent.filter(({ to }) => to === ada.phone)).toHaveLength(texts)
  testApp.clock.advance(60_000)
  const { setupId } = await ada.beginSms(ada.phone)
  expect(await ada.confirmSms(setupId, await ada.textedCode())).toMatchObject({ __typename: 'TwoFactorSetUp' })
})

// Write: the sign-in, its code inside.
test('killed with -9 at the password step, after write 1: the next sign-in sends its own text', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpSms('+491701234840')
  const before = await sessionsOf(ada)
  await killedAfter(1, ada.browser, (browser) => ada.signIn(browser))
  expect(await sessionsOf(ada)).toBe(before)
  await ada.signIn()
  expect(await ada.verify('SMS', await ada.textedCode())).toMatchObject({ __typename: 'SignedIn' })
})

// Write: the network, with the requirement and the event that reports it.
test('L05 killed with -9 right after an activation: it stands, and every member is mailed, once', async () => {
  const net = await readyNetwork(testApp)
  const ben = await member(net)
  await confirmIts(net.owner)
  const mailsBefore = (await mailsTo(testApp, ben.email)).length
  await killedAfter(1, net.owner.browser, (browser) =>
    acts.activate(Object.assign(Object.create(net.owner), { browser }), net.id),
  )
  for (let turn = 0; turn < 2; turn++) {
    await testApp.settle()
    await testApp.app.get(BroadcastRunner).runDue()
  }
  await testApp.settle()
  expect((await mailsTo(testApp, ben.email)).length - mailsBefore).toBe(1)
  const ownMails = (await mailsTo(testApp, net.owner.email)).filter(({ subject }) => subject?.includes('now requires'))
  expect(ownMails).toHaveLength(1)
  const again = await acts.activate(net.owner, net.id)
  expect(again.data.activateMandatoryTwoFactor, 'what was not acknowledged is there').toMatchObject({
    __typename: 'MandateActivated',
    notified: 0,
  })
})

// Writes: the guess, the sign-up ended, the account made, the session opened.
test('killed with -9 while a sign-up is confirmed, after write 3: the account is there, and signs in', async () => {
  const ada = newPerson(testApp)
  await ada.browser.field('mutation($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
    input: { name: ada.name, email: ada.email, password: ada.password },
  })
  const code = await ada.mailedCode()
  await killedAfter(3, ada.browser, (browser) =>
    browser.field('mutation($input: ConfirmEmailInput!) { confirmEmail(input: $input) { __typename } }', {
      input: { email: ada.email, code },
    }),
  )
  expect(await sessionsOf(ada)).toBe(0)
  expect(await ada.signIn()).toMatchObject({ __typename: 'SignedIn' })
})
