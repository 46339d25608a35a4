import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Environment } from '../../environment.js'
import { accountOf, putNetwork } from '../../testing/network.js'
import { newPerson, Person } from '../../testing/person.js'
import { auditTypes } from '../../testing/refused.js'
import type { PasskeyLies } from '../../testing/software-passkey.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const expired = { __typename: 'CodeExpired' }
const wrong = { __typename: 'InvalidCode', alreadyUsed: false }
const setUp = { __typename: 'TwoFactorSetUp' }
const BEGIN = 'mutation { beginPasskeySetup { __typename } }'

describe('a first passkey', () => {
  test('turns two-factor authentication on, gives backup codes, and is mailed', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId, optionsJson, suggestedLabel } = await ada.beginPasskey()
    const confirmed = await ada.confirmPasskey(setupId, ada.newPasskey().create(optionsJson))
    expect(confirmed).toMatchObject({ ...setUp, backupCodes: { codes: expect.any(Array) } })
    expect(confirmed.backupCodes.codes).toHaveLength(limits.backupCodes)
    expect(confirmed.viewer.twoFactor).toMatchObject({
      isOn: true,
      preferredMethod: 'PASSKEY',
      factors: [{ method: 'PASSKEY', label: suggestedLabel }],
    })
    expect((await ada.lastMessage()).text).toContain('passkey')
    expect(await auditTypes(testApp, (await accountOf(testApp, ada))._id)).toContain('two_factor.enabled')
  })

  test('is requested so that it signs in alone, and only by its own account', async () => {
    const ada = await newPerson(testApp).signUp()
    const options = JSON.parse((await ada.beginPasskey()).optionsJson)
    expect(options).toMatchObject({
      rp: { id: new URL(testApp.app.get(Environment).publicUrl).hostname },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    })
  })

  test('may vouch for itself, though nobody asked it to', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId, optionsJson } = await ada.beginPasskey()
    const answer = ada.newPasskey().create(optionsJson, { attestation: 'self' })
    expect(await ada.confirmPasskey(setupId, answer)).toMatchObject(setUp)
  })

  test('is set up during a sign-in, after the mailbox, and signs in', async () => {
    const ada = await newPerson(testApp).signUp()
    await putNetwork(testApp, [ada], { deadlineIn: -1 })
    expect(await ada.signIn()).toMatchObject({ __typename: 'SetUpRequired' })
    const { errors } = await ada.browser.ask(BEGIN)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', needs: ['MAILBOX'] })
    const proved = await ada.browser.field('mutation($code: String!) { proveMailbox(code: $code) { __typename } }', {
      code: await ada.mailedCode(),
    })
    expect(proved).toMatchObject({ __typename: 'SetUpRequired' })
    await ada.setUpPasskey()
    expect(await ada.viewer()).toMatchObject({ memberships: [{ standing: 'SATISFIED' }] })
  })
})

describe('a further passkey', () => {
  test('stands beside the first, brings no codes, and ends the other sessions', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpPasskey('First')
    const elsewhere = new Person(testApp, testApp.browser(), ada.email)
    elsewhere.passkeys = ada.passkeys
    await elsewhere.signIn()
    expect(await elsewhere.verifyByPasskey()).toMatchObject({ __typename: 'SignedIn' })
    const { setupId, optionsJson } = await ada.beginPasskey()
    const names = JSON.parse(optionsJson).excludeCredentials.map(({ id }: { id: string }) => id)
    expect(names).toEqual([ada.passkeys[0]?.id.toString('base64url')])
    const answer = await ada.confirmPasskey(setupId, ada.newPasskey().create(optionsJson), 'Second')
    expect(answer).toMatchObject({ ...setUp, backupCodes: null })
    expect(answer.viewer.twoFactor.factors.map(({ label }: { label: string }) => label)).toEqual(['First', 'Second'])
    expect(await elsewhere.viewer()).toBeNull()
    expect((await ada.lastMessage()).subject).toBe('A sign-in method was added to your Twinlock account')
  })

  test('is not the same one again', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpPasskey()
    const { setupId, optionsJson } = await ada.beginPasskey()
    const again = ada.passkeys[0]?.create(optionsJson) ?? ''
    expect(await ada.confirmPasskey(setupId, again)).toMatchObject({ __typename: 'InvalidCode', alreadyUsed: true })
  })

  test('is one of five at most', async () => {
    const ada = await newPerson(testApp).signUp()
    for (let count = 0; count < limits.passkeys.perAccount; count += 1) await ada.setUpPasskey()
    expect(await ada.beginPasskey()).toMatchObject({ __typename: 'PasskeyLimitReached' })
    expect((await accountOf(testApp, ada)).factors.passkeys).toHaveLength(limits.passkeys.perAccount)
  })
})

describe('a begun passkey', () => {
  test('is confirmed once: its answer replayed finds nothing', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId, optionsJson } = await ada.beginPasskey()
    const answer = ada.newPasskey().create(optionsJson)
    const both = await Promise.all([ada.confirmPasskey(setupId, answer), ada.confirmPasskey(setupId, answer)])
    expect(both.filter(({ __typename }) => __typename === 'TwoFactorSetUp')).toHaveLength(1)
    expect(await ada.confirmPasskey(setupId, answer)).toMatchObject(expired)
    expect((await accountOf(testApp, ada)).factors.passkeys).toHaveLength(1)
  })

  test('stops when a newer begins, and the older answer does not fit the newer', async () => {
    const ada = await newPerson(testApp).signUp()
    const older = await ada.beginPasskey()
    const newer = await ada.beginPasskey()
    const answer = ada.newPasskey().create(older.optionsJson)
    expect(await ada.confirmPasskey(older.setupId, answer)).toMatchObject(expired)
    expect(await ada.confirmPasskey(newer.setupId, answer)).toMatchObject({ ...wrong, attemptsLeft: 4 })
  })

  test('has sixty minutes', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId, optionsJson } = await ada.beginPasskey()
    testApp.clock.advance(limits.setUpLifetime)
    expect(await ada.confirmPasskey(setupId, ada.newPasskey().create(optionsJson))).toMatchObject(expired)
  })

  test('belongs to its account and its session', async () => {
    const [ada, eve] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
    const { setupId, optionsJson } = await ada.beginPasskey()
    const answer = ada.newPasskey().create(optionsJson)
    await eve.beginPasskey()
    expect(await eve.confirmPasskey(setupId, answer)).toMatchObject(expired)
    const other = testApp.browser()
    await ada.signIn(other)
    expect(await ada.confirmPasskey(setupId, answer, null, other)).toMatchObject(expired)
    expect(await ada.confirmPasskey(setupId, answer)).toMatchObject(setUp)
  })

  test.each<[string, PasskeyLies]>([
    ['of another site', { origin: 'https://twinlock.example.net' }],
    ['of a page beside this one', { origin: 'http://localhost:1' }],
    ['for another site', { rpId: 'example.net' }],
    ['for another challenge', { challenge: 'AAAA' }],
    ['that was no making of one', { type: 'webauthn.get' }],
    ['that nobody touched', { isPresent: false }],
    ['with a certificate, whose addresses would be asked', { attestation: 'apple' }],
    ['with a certificate of its maker', { attestation: 'packed' }],
  ])('takes no answer %s', async (_name, lies) => {
    const ada = await newPerson(testApp).signUp()
    const { setupId, optionsJson } = await ada.beginPasskey()
    expect(await ada.confirmPasskey(setupId, ada.newPasskey().create(optionsJson, lies))).toMatchObject(wrong)
    expect((await ada.viewer()).twoFactor.isOn).toBe(false)
  })

  test.each(['', '{}', 'null', '[]', '{"id":1}', 'x'.repeat(50_000)])('takes no rubbish (%#)', async (rubbish) => {
    const ada = await newPerson(testApp).signUp()
    const { setupId } = await ada.beginPasskey()
    expect(await ada.confirmPasskey(setupId, rubbish)).toMatchObject(wrong)
  })
})

test('E01 a stolen session adds none: password and second step are required first', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpPasskey()
  testApp.clock.advance(limits.freshEvidence)
  const { errors } = await ada.browser.ask(BEGIN)
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'REAUTHENTICATION_REQUIRED',
    needs: ['PASSWORD', 'SECOND_STEP'],
  })
})

test('E15 a name of markup stays the text it is, on one line', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpPasskey('<img src=x onerror=alert(1)>\r\n\u202eevil')
  const { factors } = (await ada.viewer()).twoFactor
  expect(factors[0].label).toBe('<img src=x onerror=alert(1)> evil')
})

describe('removing', () => {
  const remove = (person: Person, id: string) =>
    person.browser.field(
      'mutation($id: ID!) { removeFactor(id: $id) { __typename ... on FactorRemoved { viewer { twoFactor { isOn preferredMethod factors { label } } } } } }',
      { id },
    )

  test('one of two leaves the other, and the last turns two-factor authentication off', async () => {
    const ada = await (await (await newPerson(testApp).signUp()).setUpPasskey('First')).setUpPasskey('Second')
    const [first, second] = (await ada.viewer()).twoFactor.factors
    const removed = await remove(ada, first.id)
    expect(removed.viewer.twoFactor).toEqual({ isOn: true, preferredMethod: 'PASSKEY', factors: [{ label: 'Second' }] })
    expect((await ada.lastMessage()).text).toContain('Removed: passkey.')
    expect((await remove(ada, second.id)).viewer.twoFactor).toEqual({ isOn: false, preferredMethod: null, factors: [] })
    await ada.signIn()
    expect(await ada.viewer()).toMatchObject({ twoFactor: { isOn: false } })
  })

  test('the last one beside an app asks the app first from then on', async () => {
    const ada = await (await (await newPerson(testApp).signUp()).setUpPasskey()).setUpApp()
    const passkey = (await ada.viewer()).twoFactor.factors.find(
      ({ method }: { method: string }) => method === 'PASSKEY',
    )
    expect((await remove(ada, passkey.id)).viewer.twoFactor).toMatchObject({ preferredMethod: 'AUTHENTICATOR_APP' })
  })

  test('the only passkey that a network accepts is refused', async () => {
    const ada = await (await (await newPerson(testApp).signUp()).setUpPasskey()).setUpApp()
    await putNetwork(testApp, [ada], { deadlineIn: 24, methods: ['PASSKEY'] })
    const { factors } = (await ada.viewer()).twoFactor
    const idOf = (wanted: string) => factors.find(({ method }: { method: string }) => method === wanted).id
    expect(await remove(ada, idOf('PASSKEY'))).toMatchObject({ __typename: 'TwoFactorMandatory' })
    expect(await remove(ada, idOf('AUTHENTICATOR_APP'))).toMatchObject({ __typename: 'FactorRemoved' })
  })

  test('another account’s passkey is not accepted', async () => {
    const [ada, eve] = [
      await (await newPerson(testApp).signUp()).setUpPasskey(),
      await (await newPerson(testApp).signUp()).setUpPasskey(),
    ]
    const [factor] = (await ada.viewer()).twoFactor.factors
    await expect(remove(eve, factor.id)).rejects.toThrow('NOT_FOUND')
  })
})
