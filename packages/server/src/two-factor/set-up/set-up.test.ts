import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { CapturedMessagesStore } from '../../outbox/captured-messages.store.js'
import { accountOf } from '../../testing/network.js'
import { newPerson, Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const PROGRESS = `{ setUpProgress {
  authenticator { setupId secret otpauthUri } sms { setupId maskedPhoneNumber }
} }`
const progress = (browser: TestBrowser) => browser.field(PROGRESS)
const expired = { __typename: 'CodeExpired' }
const codeOf = (secret: string, at = testApp.clock.now()) =>
  generate({ secret, epoch: Math.floor(at.getTime() / 1000) })

describe('a begun set-up', () => {
  test('survives a reload of the session that began it, and stops when a newer begins', async () => {
    const ada = await newPerson(testApp).signUp()
    const first = await ada.beginApp()
    expect((await progress(ada.browser)).authenticator).toMatchObject({ setupId: first.setupId, secret: first.secret })
    const second = await ada.beginApp()
    expect(second.secret).not.toBe(first.secret)
    expect(await ada.confirmApp(first.setupId, await codeOf(first.secret))).toMatchObject(expired)
    expect(await ada.confirmApp(second.setupId, await codeOf(first.secret))).toMatchObject({
      __typename: 'InvalidCode',
    })
    expect(await ada.confirmApp(second.setupId, await codeOf(second.secret))).toMatchObject({
      __typename: 'TwoFactorSetUp',
    })
  })

  test('is shown to no other session of the account, and confirmed in none', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId, secret } = await ada.beginApp()
    const other = testApp.browser()
    await ada.signIn(other)
    expect(await progress(other)).toEqual({ authenticator: null, sms: null })
    expect(await ada.confirmApp(setupId, await codeOf(secret), other)).toMatchObject(expired)
    expect(await ada.confirmApp(setupId, await codeOf(secret))).toMatchObject({ __typename: 'TwoFactorSetUp' })
  })

  test('belongs to its account', async () => {
    const [ada, eve] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
    const { setupId, secret } = await ada.beginApp()
    await eve.beginApp()
    expect(await eve.confirmApp(setupId, await codeOf(secret))).toMatchObject(expired)
    expect((await eve.viewer()).twoFactor.isOn).toBe(false)
  })

  test('has sixty minutes, to the millisecond', async () => {
    const [late, inTime] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
    const begun = [await late.beginApp(), await inTime.beginApp()] as const
    testApp.clock.advance(limits.setUpLifetime - 1)
    expect(await inTime.confirmApp(begun[1].setupId, await inTime.appCode())).toMatchObject({
      __typename: 'TwoFactorSetUp',
    })
    testApp.clock.advance(1)
    expect(await late.confirmApp(begun[0].setupId, await late.appCode())).toMatchObject(expired)
    expect((await progress(late.browser)).authenticator).toBeNull()
  })

  test('ends with a password changed elsewhere, and does not come back with a sign-in', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId, secret } = await ada.beginApp()
    const owner = new Person(testApp, testApp.browser(), ada.email)
    await owner.signIn()
    await owner.browser.field('mutation { changePassword(input: { newPassword: "a new passphrase" }) { __typename } }')
    const code = await codeOf(secret)
    const confirm = 'mutation($input: ConfirmSetupInput!) { confirmAuthenticatorSetup(input: $input) { __typename } }'
    const { errors } = await ada.browser.ask(confirm, { input: { setupId, code } })
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await owner.confirmApp(setupId, code)).toMatchObject(expired)
    expect((await owner.viewer()).twoFactor.isOn).toBe(false)
  })

  test('E05 takes no secret from the caller who confirms it', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId } = await ada.beginApp()
    const { errors } = await ada.browser.ask(
      'mutation($input: ConfirmSetupInput!) { confirmAuthenticatorSetup(input: $input) { __typename } }',
      { input: { setupId, code: '000000', secret: 'JBSWY3DPEHPK3PXP' } },
    )
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('once it is confirmed', () => {
  test('E11 the secret is shown by nothing any more', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId, secret } = await ada.beginApp()
    const confirmed = await ada.confirmApp(setupId, await ada.appCode())
    expect(JSON.stringify(confirmed)).not.toContain(secret)
    expect(await progress(ada.browser)).toEqual({ authenticator: null, sms: null })
    expect(await ada.confirmApp(setupId, await ada.appCode())).toMatchObject(expired)
    await testApp.settle()
    const mails = await testApp.app.get(CapturedMessagesStore).list(['email', 'sms'])
    expect(JSON.stringify(mails)).not.toContain(secret)
    expect(testApp.logs()).not.toContain(secret)
  })

  test('the first gives ten backup codes, a second none', async () => {
    const ada = await newPerson(testApp).signUp()
    const first = await ada.beginApp()
    const { backupCodes } = await ada.confirmApp(first.setupId, await ada.appCode())
    expect(backupCodes.codes).toHaveLength(10)
    for (const { code, usedAt } of backupCodes.codes) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/)
      expect(usedAt).toBeNull()
    }
    testApp.clock.advance(30_000)
    const second = await ada.beginApp()
    expect(await ada.confirmApp(second.setupId, await ada.appCode())).toMatchObject({ backupCodes: null })
    expect((await ada.viewer()).twoFactor).toMatchObject({
      factors: [{ method: 'AUTHENTICATOR_APP' }],
      backupCodesLeft: 10,
    })
  })

  test('a new app takes the old one’s place', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpApp()
    const old = ada.secret ?? ''
    const { setupId } = await ada.beginApp()
    await ada.confirmApp(setupId, await ada.appCode())
    testApp.clock.advance(30_000)
    await ada.signIn()
    expect(await ada.verify('AUTHENTICATOR_APP', await codeOf(old))).toMatchObject({ __typename: 'InvalidCode' })
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'SignedIn' })
  })

  test('the other sessions end and this one stays', async () => {
    const ada = await newPerson(testApp).signUp()
    const other = testApp.browser()
    await ada.signIn(other)
    await ada.setUpApp()
    expect(await ada.viewer(other)).toBeNull()
    expect(await ada.viewer()).toMatchObject({ twoFactor: { isOn: true } })
  })
})

describe('a phone whose clock is off', () => {
  test.each([
    [-2, -60],
    [-40, -1_200],
    [1, 30],
    [120, 3_600],
  ])('%i steps away is answered %i seconds while setting up', async (stepsAway, seconds) => {
    const ada = await newPerson(testApp).signUp()
    const { setupId } = await ada.beginApp()
    expect(await ada.confirmApp(setupId, await ada.appCode(stepsAway))).toMatchObject({
      __typename: 'InvalidCode',
      clockOffsetSeconds: seconds,
      alreadyUsed: false,
    })
  })

  test.each([
    [-3, -90],
    [-100, -3_000],
    [1, null],
    [2, null],
    [100, null],
  ])(
    '%i steps away is answered %s at sign-in, where a code to come must not be confirmed',
    async (stepsAway, seconds) => {
      const ada = await (await newPerson(testApp).signUp()).setUpApp()
      testApp.clock.advance(HOUR)
      await ada.signIn()
      expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(stepsAway))).toMatchObject({
        __typename: 'InvalidCode',
        clockOffsetSeconds: seconds,
        alreadyUsed: false,
      })
    },
  )

  test('the step before is still accepted while setting up', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId } = await ada.beginApp()
    expect(await ada.confirmApp(setupId, await ada.appCode(-1))).toMatchObject({ __typename: 'TwoFactorSetUp' })
  })
})

describe('the key URI', () => {
  test('is what every app reads: SHA-1, six digits, thirty seconds, 160 bits', async () => {
    const ada = await newPerson(testApp).signUp()
    const { authenticator } = await (async () => {
      await ada.beginApp()
      return progress(ada.browser)
    })()
    const uri = new URL(authenticator.otpauthUri)
    expect(`${uri.protocol}//${uri.host}`).toBe('otpauth://totp')
    expect(decodeURIComponent(uri.pathname)).toBe(`/Twinlock:${ada.email}`)
    expect(uri.searchParams.get('secret')).toBe(authenticator.secret)
    expect(uri.searchParams.get('issuer')).toBe('Twinlock')
    for (const [name, value] of [
      ['algorithm', 'SHA1'],
      ['digits', '6'],
      ['period', '30'],
    ] as const)
      expect([null, value]).toContain(uri.searchParams.get(name))
    expect(authenticator.secret).toMatch(/^[A-Z2-7]{32}$/)
  })

  test('E15 an address cannot smuggle parameters into it', async () => {
    const plain = new Person(testApp, testApp.browser(), 'x&issuer=bank/secret=aaaa@example.com')
    await plain.signUp()
    await plain.beginApp()
    const { authenticator } = await progress(plain.browser)
    const uri = new URL(authenticator.otpauthUri)
    expect(uri.searchParams.getAll('issuer')).toEqual(['Twinlock'])
    expect(uri.searchParams.getAll('secret')).toEqual([authenticator.secret])
    expect(decodeURIComponent(uri.pathname)).toBe(`/Twinlock:${plain.email}`)
    expect((await accountOf(testApp, plain)).email).toBe(plain.email)
  })
})
