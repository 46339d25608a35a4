import { DAY } from '@twinlock/shared/durations'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { putNetwork } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const signedIn = { __typename: 'SignedIn' }
const asked = { __typename: 'SecondStepRequired' }

/** A person with an app in a network that trusts devices for these days, in a trusted browser. */
async function trusting(days = 30, deadlineIn: number | null = null): Promise<Person & { networkId: string }> {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const network = await putNetwork(testApp, [ada], { trustedDeviceDays: days, deadlineIn })
  expect(await ada.signIn()).toMatchObject({ ...asked, trustDeviceAllowed: days > 0 })
  await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), ada.browser, true)
  testApp.clock.advance(30_000)
  return Object.assign(ada, { networkId: network._id })
}

const allow = (person: { networkId: string }, trustedDeviceDays: number) =>
  testApp.connection
    .collection<{ _id: string }>('networks')
    .updateOne({ _id: person.networkId }, { $set: { trustedDeviceDays } })

test('a trusted device needs the password alone', async () => {
  const ada = await trusting()
  expect(await ada.signIn()).toMatchObject(signedIn)
  expect(await ada.signIn(testApp.browser()), 'another browser is not').toMatchObject(asked)
})

test('it never confirms a change', async () => {
  const ada = await trusting()
  await ada.signIn()
  const { errors } = await ada.browser.ask('mutation { regenerateBackupCodes { __typename } }')
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', needs: ['SECOND_STEP'] })
})

test('where no network allows it no device is trusted, even when requested', async () => {
  const ada = await trusting(0)
  expect(ada.browser.cookies.has('twinlock_device')).toBe(false)
  expect(await ada.signIn()).toMatchObject(asked)
})

test('a network that requires 2FA and does not allow it outweighs one that does', async () => {
  const ada = await trusting()
  await putNetwork(testApp, [ada], { deadlineIn: 24 })
  expect(await ada.signIn()).toMatchObject({ ...asked, trustDeviceAllowed: false })
})

test('several accounts may trust one browser, and none is asked again because of another', async () => {
  const [ada, eve] = [await trusting(), await trusting()]
  await eve.signIn(ada.browser)
  await eve.verify('AUTHENTICATOR_APP', await eve.appCode(), ada.browser, true)
  testApp.clock.advance(30_000)
  expect(await eve.signIn(ada.browser)).toMatchObject(signedIn)
  expect(await ada.signIn()).toMatchObject(signedIn)
})

describe('J01 the cookie of a device', () => {
  test('opens nothing for another account in the same browser', async () => {
    const [ada, eve] = [await trusting(), await trusting()]
    expect(await ada.signIn(eve.browser)).toMatchObject(asked)
    expect(await eve.signIn(ada.browser)).toMatchObject(asked)
  })

  test('opens nothing without the password', async () => {
    const ada = await trusting()
    const thief = testApp.browser()
    thief.cookies.set('twinlock_device', ada.browser.cookies.get('twinlock_device') ?? '')
    expect(await ada.viewer(thief)).toBeNull()
    expect(await Object.assign(Object.create(ada) as Person, { password: 'a guess' }).signIn(thief)).toMatchObject({
      __typename: 'InvalidCredentials',
    })
  })

  test('is only ever one of ours', async () => {
    const ada = await trusting()
    const stored = await testApp.connection.collection<{ _id: string }>('trusted_devices').findOne({})
    for (const forged of [stored?._id ?? '', 'x'.repeat(43), '{"$ne":null}', '']) {
      const browser = testApp.browser()
      browser.cookies.set('twinlock_device', forged)
      expect(await ada.signIn(browser)).toMatchObject(asked)
    }
  })
})

describe('J03 the second step is asked again', () => {
  const change = (document: string) => async (person: Person) => {
    await person.reauthenticate({
      password: person.password,
      method: 'AUTHENTICATOR_APP',
      code: await person.appCode(),
    })
    await person.browser.field(document)
    testApp.clock.advance(30_000)
  }
  const signIn = async (person: Person, browser: TestBrowser = person.browser) => person.signIn(browser)

  test.each<[string, (person: Person & { networkId: string }) => Promise<unknown>]>([
    [
      'after a new password',
      change('mutation { changePassword(input: { newPassword: "correct horse battery staple" }) { __typename } }'),
    ],
    ['after new backup codes', change('mutation { regenerateBackupCodes { __typename } }')],
    ['when the network forbids it', (person) => allow(person, 0)],
    [
      'when its owner forgets the device',
      async (person) => {
        await signIn(person)
        const { trustedDevices } = await person.browser.field('{ viewer { trustedDevices { id } } }')
        await person.browser.field('mutation($id: ID!) { forgetTrustedDevice(id: $id) { id } }', {
          id: trustedDevices[0].id,
        })
      },
    ],
  ])('%s', async (_, act) => {
    const ada = await trusting()
    await act(ada)
    expect(await signIn(ada)).toMatchObject(asked)
  })

  test('after thirty days, to the millisecond, by the server’s clock', async () => {
    const ada = await trusting()
    testApp.clock.advance(30 * DAY - 30_000 - 1)
    expect(await ada.signIn()).toMatchObject(signedIn)
    testApp.clock.advance(1)
    expect(await ada.signIn()).toMatchObject(asked)
  })

  test('as soon as the network allows fewer days than have gone by', async () => {
    const ada = await trusting()
    testApp.clock.advance(7 * DAY)
    expect(await ada.signIn()).toMatchObject(signedIn)
    await allow(ada, 7)
    expect(await ada.signIn()).toMatchObject(asked)
  })
})

describe('J05 a device is not trusted', () => {
  test('by the code of another sign-in', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpSms('+491701234561')
    await putNetwork(testApp, [ada], { trustedDeviceDays: 30 })
    await ada.signIn()
    const code = await ada.textedCode()
    testApp.clock.advance(1_000)
    const attacker = testApp.browser()
    await ada.signIn(attacker)
    await ada.verify('SMS', code, attacker, true)
    expect(attacker.cookies.has('twinlock_device')).toBe(false)
  })

  test('by another site', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpApp()
    await putNetwork(testApp, [ada], { trustedDeviceDays: 30 })
    await ada.signIn()
    const query = 'mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }'
    const input = { method: 'AUTHENTICATOR_APP', code: await ada.appCode(), trustDevice: true }
    const response = await ada.browser.post({ query, variables: { input } }, { origin: 'https://evil.example' })
    expect(response.status).toBe(403)
    expect(ada.browser.lastSetCookies).toEqual([])
  })
})

test('another account’s device is not found, and not forgotten', async () => {
  const [ada, eve] = [await trusting(), await trusting()]
  await ada.signIn()
  const { trustedDevices } = await ada.browser.field('{ viewer { trustedDevices { id } } }')
  await eve.signIn()
  const { errors } = await eve.browser.ask('mutation($id: ID!) { forgetTrustedDevice(id: $id) { id } }', {
    id: trustedDevices[0].id,
  })
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  expect(await ada.signIn()).toMatchObject(signedIn)
})
