import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { CapturedMessagesStore } from '../../outbox/captured-messages.store.js'
import { accountOf, putNetwork } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { auditTypes } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const TURN_OFF = `mutation { turnOffTwoFactor {
  __typename ... on TwoFactorMandatory { message networks { slug } } ... on FactorRemoved { viewer { twoFactor { isOn } } }
} }`
const REMOVE = `mutation($id: ID!) { removeFactor(id: $id) {
  __typename ... on TwoFactorMandatory { networks { slug } } ... on FactorRemoved { viewer { twoFactor { isOn preferredMethod factors { method } } } }
} }`
const turnOff = (person: Person) => person.browser.ask(TURN_OFF)
const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
const withBoth = async (digits: string) => {
  const ada = await (await withApp()).setUpSms(`+4917012347${digits}`)
  return ada
}
const factorId = async (person: Person, method: string): Promise<string> =>
  (await person.viewer()).twoFactor.factors.find((factor: { method: string }) => factor.method === method).id

describe('E03 turning off', () => {
  test('takes password and code: a session alone, or the password alone, does not', async () => {
    const ada = await withApp()
    testApp.clock.advance(limits.freshEvidence)
    expect((await turnOff(ada)).errors?.[0]?.extensions).toMatchObject({ needs: ['PASSWORD', 'SECOND_STEP'] })
    await ada.reauthenticate({ password: ada.password })
    expect((await turnOff(ada)).errors?.[0]?.extensions).toMatchObject({ needs: ['SECOND_STEP'] })
    await ada.reauthenticate({ method: 'AUTHENTICATOR_APP', code: await ada.appCode() })
    expect((await turnOff(ada)).data).toMatchObject({ turnOffTwoFactor: { viewer: { twoFactor: { isOn: false } } } })
  })

  test('leaves nothing of it behind but the last step', async () => {
    const ada = await withBoth('01')
    const { lastTotpStep } = await accountOf(testApp, ada)
    await turnOff(ada)
    expect(await accountOf(testApp, ada)).toMatchObject({
      factors: { app: null, sms: null },
      setUps: { app: null, sms: null },
      preferredMethod: null,
      backupCodes: [],
      lastTotpStep,
    })
    expect(await ada.signIn()).toMatchObject({ __typename: 'SignedIn' })
    const types = await auditTypes(testApp, (await accountOf(testApp, ada))._id)
    expect(types).toContain('two_factor.disabled')
    const mails = (await testApp.app.get(CapturedMessagesStore).list(['email'])).filter(({ to }) => to === ada.email)
    expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/off/i))
  })

  test('ends the other sessions', async () => {
    const ada = await withApp()
    const other = testApp.browser()
    await ada.signIn(other)
    await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), other)
    await turnOff(ada)
    expect(await ada.viewer(other)).toBeNull()
  })

  test('there is no field to set it to nothing by', async () => {
    const ada = await withApp()
    for (const input of ['{ name: "x", factors: null }', '{ name: "x", twoFactor: { isOn: false } }']) {
      const { errors } = await ada.browser.ask(`mutation { changeName(input: ${input}) { __typename } }`)
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
    }
  })
})

describe('E07 while a network requires it', () => {
  test.each([
    ['in its grace', 24],
    ['after its deadline', -24],
  ])('it stays on, %s, and the refusal comes before the question of freshness', async (_, deadlineIn) => {
    const ada = await withApp()
    const one = await putNetwork(testApp, [ada], { deadlineIn, name: 'Acme' })
    const other = await putNetwork(testApp, [ada], { deadlineIn: 1, name: 'Zeta' })
    await putNetwork(testApp, [ada])
    testApp.clock.advance(limits.freshEvidence)
    const mandatory = { __typename: 'TwoFactorMandatory', networks: [{ slug: one.slug }, { slug: other.slug }] }
    expect((await turnOff(ada)).data).toMatchObject({ turnOffTwoFactor: mandatory })
    const id = await factorId(ada, 'AUTHENTICATOR_APP')
    expect(await ada.browser.field(REMOVE, { id })).toEqual(mandatory)
    expect((await ada.viewer()).twoFactor).toMatchObject({ isOn: true, mandatoryIn: mandatory.networks })
  })

  test('one of two methods goes, but not the one that the network accepts', async () => {
    const ada = await withBoth('02')
    const network = await putNetwork(testApp, [ada], { deadlineIn: -24, methods: ['AUTHENTICATOR_APP'] })
    expect(await ada.browser.field(REMOVE, { id: await factorId(ada, 'AUTHENTICATOR_APP') })).toMatchObject({
      __typename: 'TwoFactorMandatory',
      networks: [{ slug: network.slug }],
    })
    expect(await ada.browser.field(REMOVE, { id: await factorId(ada, 'SMS') })).toMatchObject({
      __typename: 'FactorRemoved',
      viewer: { twoFactor: { isOn: true, factors: [{ method: 'AUTHENTICATOR_APP' }] } },
    })
  })

  test('where none does, the last method goes and the backup codes with it', async () => {
    const ada = await withApp()
    await putNetwork(testApp, [ada])
    expect(await ada.browser.field(REMOVE, { id: await factorId(ada, 'AUTHENTICATOR_APP') })).toMatchObject({
      __typename: 'FactorRemoved',
      viewer: { twoFactor: { isOn: false } },
    })
    expect((await accountOf(testApp, ada)).backupCodes).toEqual([])
  })
})

test('with the preferred method gone the other is preferred', async () => {
  const ada = await withBoth('03')
  await ada.browser.field('mutation { setPreferredMethod(method: SMS) { __typename } }')
  expect(await ada.browser.field(REMOVE, { id: await factorId(ada, 'SMS') })).toMatchObject({
    viewer: { twoFactor: { preferredMethod: 'AUTHENTICATOR_APP' } },
  })
})

test('another account’s method is not found, and not removed', async () => {
  const [ada, eve] = [await withApp(), await withApp()]
  const id = await factorId(ada, 'AUTHENTICATOR_APP')
  for (const guess of [id, '', '0', 'app'])
    expect((await eve.browser.ask(REMOVE, { id: guess })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  expect((await ada.viewer()).twoFactor.isOn).toBe(true)
})

test('of two concurrent changes one wins, and the other has to sign in again', async () => {
  const ada = await withBoth('04')
  const ids = [await factorId(ada, 'SMS'), await factorId(ada, 'AUTHENTICATOR_APP')]
  const answers = await Promise.all(ids.map((id) => ada.browser.copy().ask(REMOVE, { id })))
  const won = answers.filter(({ data }) => data?.removeFactor?.__typename === 'FactorRemoved')
  expect(won.length).toBeGreaterThanOrEqual(1)
  const { factors, backupCodes } = await accountOf(testApp, ada)
  const isOn = factors.app !== null || factors.sms !== null
  expect(backupCodes.length, 'on with codes, or off without').toBe(isOn ? 10 : 0)
})
