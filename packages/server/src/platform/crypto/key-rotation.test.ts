import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { AccountCollection } from '../../accounts/account.model.js'
import { hookedUp } from '../../integrations/webhooks.fixture.js'
import { OperatorService } from '../../operator/operator.service.js'
import { accountOf } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { refused } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { WebhooksService } from '../../webhooks/webhooks.service.js'
import { KeyRing } from './key-ring.js'
import { reSeal } from './re-seal.js'

const key = (id: string) => ({ id, secret: new Uint8Array(randomBytes(32)) })
const [old, fresh] = [key('old'), key('fresh')]

/** Servers on one database that are restarted one by one with the next key ring. */
let before: TestApp
let during: TestApp
let after: TestApp
const apps: TestApp[] = []
beforeAll(async () => {
  before = await startTestApp(inject('mongodbUri'), { keyRing: new KeyRing([old, fresh]) })
  const { clock, connection } = before
  const beside = (ring: KeyRing) =>
    startTestApp(inject('mongodbUri'), { clock, database: connection.name, keyRing: ring })
  during = await beside(new KeyRing([fresh, old]))
  after = await beside(new KeyRing([fresh]))
  apps.push(after, during)
})
afterAll(async () => {
  for (const app of apps) await app.closeButKeep()
  await before.close()
})

const signIn = async (person: Person, app: TestApp, method: string, code: () => Promise<string> | string) => {
  const browser = app.browser()
  await person.signIn(browser)
  const answer = await person.verify(method, await code(), browser)
  before.clock.advance(30_000)
  return answer
}
const both = async (app: TestApp) => (await (await newPerson(app).signUp()).setUpApp()).setUpSms('+491701234851')

test('L07 each server opens what the other sealed, whichever key is its newest', async () => {
  const byOld = await both(before)
  const byFresh = await both(during)
  for (const person of [byOld, byFresh])
    for (const [place, app] of [before, during].entries()) {
      expect(await signIn(person, app, 'AUTHENTICATOR_APP', () => person.appCode())).toMatchObject({
        __typename: 'SignedIn',
      })
      expect(await signIn(person, app, 'BACKUP_CODE', () => person.backupCodes[place] ?? '')).toMatchObject({
        __typename: 'SignedIn',
      })
    }
  // A text that one server sends for a sign-in is typed at the other.
  await byOld.browser.field('mutation { setPreferredMethod(method: SMS) { __typename } }').catch(() => undefined)
  const browser = before.browser()
  await byOld.signIn(browser)
  await browser.field('mutation { sendSignInCode { __typename } }')
  const code = await byOld.textedCode()
  const there = Object.assign(browser.copy(), { url: during.url })
  expect(await byOld.verify('SMS', code, there)).toMatchObject({ __typename: 'SignedIn' })
})

test('L07 a server whose ring lacks the key reports it, counts no attempt, and skips no step', async () => {
  const ada = await (await newPerson(before).signUp()).setUpApp()
  const browser = after.browser()
  expect(await ada.signIn(browser)).toMatchObject({ __typename: 'SecondStepRequired' })
  const input = { method: 'AUTHENTICATOR_APP', code: await ada.appCode() }
  const { errors } = await refused(after, browser, () =>
    browser.ask('mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }', {
      input,
    }),
  )
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } })
  expect(after.logs()).toContain('No key \\"old\\" in the ring')
  expect((await accountOf(before, ada)).attempts.inARow).toBe(0)
  expect(
    await signIn(ada, before, 'AUTHENTICATOR_APP', () => ada.appCode()),
    'and the old ring fixes it',
  ).toMatchObject({
    __typename: 'SignedIn',
  })
})

test('L07 every secret is resealed under the newest key while people sign in, interrupted and started again', async () => {
  const people = [await both(before), await (await newPerson(before).signUp()).setUpApp()]
  const [ada] = people
  if (!ada) throw new Error('There is nobody.')
  const begun = await newPerson(before).signUp()
  const { setupId } = await begun.beginApp()

  const rotation = during.app.get(OperatorService).rotateKeys()
  expect(await signIn(ada, before, 'AUTHENTICATOR_APP', () => ada.appCode())).toMatchObject({ __typename: 'SignedIn' })
  expect(await rotation).toBeGreaterThan(0)
  await before.settle()
  // What the server with the old key alone has sealed since it was passed by.
  await during.app.get(OperatorService).rotateKeys()
  expect(await during.app.get(OperatorService).rotateKeys(), 'another run finds nothing').toBe(0)

  const stored = JSON.stringify(await AccountCollection.on(before.connection).find().toArray())
  const envelopes = stored.match(/eyJ[\w-]+\.\.[\w.-]+/g) ?? []
  const underOld = envelopes.filter((envelope) => during.keyRing.keyIdOf(envelope) === 'old')
  expect(envelopes.length).toBeGreaterThan(40)
  expect(underOld).toEqual([])

  for (const person of people) {
    expect(await signIn(person, after, 'AUTHENTICATOR_APP', () => person.appCode())).toMatchObject({
      __typename: 'SignedIn',
    })
    expect(await signIn(person, after, 'BACKUP_CODE', () => person.backupCodes[5] ?? '')).toMatchObject({
      __typename: 'SignedIn',
    })
  }
  const there = Object.assign(begun.browser.copy(), { url: after.url })
  expect(await begun.confirmApp(setupId, await begun.appCode(), there)).toMatchObject({ __typename: 'TwoFactorSetUp' })
})

test('L07 a webhook’s secret goes under the newest key, wherever an Admin who changes it meanwhile has moved it', async () => {
  const { ada, webhookId } = await hookedUp(before, 'https://receiver.example')
  const webhooks = during.app.get(WebhooksService)
  async function* changedMeanwhile() {
    for await (const stored of webhooks.envelopes()) {
      await ada.browser.field(`mutation { rotateWebhookSecret(webhookId: "${webhookId}") { secret } }`)
      yield stored
    }
  }
  expect(await reSeal(during.keyRing, changedMeanwhile())).toBe(1)
  const keyIds: string[] = []
  for await (const { envelope } of webhooks.envelopes()) keyIds.push(during.keyRing.keyIdOf(envelope))
  expect(keyIds).toEqual(['old', 'fresh'])
})

test('L07 secrets swapped between two accounts in the database open nothing', async () => {
  const [ada, eve] = [
    await (await newPerson(before).signUp()).setUpApp(),
    await (await newPerson(before).signUp()).setUpApp(),
  ]
  const [hers, others] = [await accountOf(before, ada), await accountOf(before, eve)]
  await AccountCollection.on(before.connection).updateOne(
    { _id: hers._id },
    { $set: { 'factors.app.sealedSecret': others.factors.app?.sealedSecret ?? '', backupCodes: others.backupCodes } },
  )
  const browser = before.browser()
  await ada.signIn(browser)
  const ask = (method: string, code: string) =>
    browser.ask('mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }', {
      input: { method, code },
    })
  expect((await ask('AUTHENTICATOR_APP', await eve.appCode())).errors).toHaveLength(1)
  expect((await ask('BACKUP_CODE', eve.backupCodes[0] ?? '')).data).toEqual({
    verifySecondStep: { __typename: 'InvalidCode' },
  })
  expect(await ada.viewer(browser)).toBeNull()
})
