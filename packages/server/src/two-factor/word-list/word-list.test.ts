import { randomBytes } from 'node:crypto'
import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { integratorOf, networkOf } from '../../testing/integrator.js'
import { accountOf, putNetwork } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { auditTypes } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { answer, RETURN_ADDRESS, read, start } from '../../verification/verification.fixture.js'
import { SealedSecretsService } from '../sealed-secrets/sealed-secrets.service.js'
import { newWords, WORDS } from './word-list.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const BEGIN = 'mutation { beginWordListSetup { __typename ... on WordListSetup { setupId words } } }'
const CONFIRM = `mutation($input: ConfirmSetupInput!) { confirmWordListSetup(input: $input) {
  __typename
  ... on TwoFactorSetUp { viewer { twoFactor { isOn preferredMethod factors { id method label } } } backupCodes { codes { code } } }
  ... on InvalidCode { attemptsLeft }
} }`
const REMOVE = `mutation($id: ID!) { removeFactor(id: $id) {
  __typename
  ... on TwoFactorMandatory { networks { slug } }
  ... on FactorRemoved { viewer { twoFactor { factors { method } } } }
} }`

async function confirm(person: Person, setupId: string, code: string) {
  return person.browser.field(CONFIRM, { input: { setupId, code } })
}

/** @returns the printed words; the first has confirmed the list */
async function setUpWords(person: Person): Promise<string[]> {
  const { setupId, words } = await person.browser.field(BEGIN)
  const { __typename } = await confirm(person, setupId, words[0])
  if (__typename !== 'TwoFactorSetUp') throw new Error(`The set-up ended with ${__typename}.`)
  return words
}

const signedUp = () => newPerson(testApp).signUp()
const idOf = async (person: Person) => (await accountOf(testApp, person))._id
const listed = async (person: Person) => (await person.viewer()).twoFactor.factors

test('a list is twenty words of five syllables, each of 64 by six bits', () => {
  const words = newWords(randomBytes)
  expect(words).toHaveLength(WORDS)
  for (const word of words) expect(word).toMatch(/^([bdfghjklmnprstvz][aiou]){5}$/)
})

describe('setting up', () => {
  test('is confirmed by the first word, turns two-factor authentication on, and is mailed', async () => {
    const ada = await signedUp()
    const { setupId, words } = await ada.browser.field(BEGIN)
    expect(await confirm(ada, setupId, words[1])).toEqual({ __typename: 'InvalidCode', attemptsLeft: 4 })
    const confirmed = await confirm(ada, setupId, ` ${words[0].toUpperCase()} `)
    expect(confirmed).toMatchObject({
      __typename: 'TwoFactorSetUp',
      backupCodes: { codes: { length: limits.backupCodes } },
      viewer: {
        twoFactor: {
          isOn: true,
          preferredMethod: 'WORD_LIST',
          factors: [{ method: 'WORD_LIST', label: 'Word list, word 2 next' }],
        },
      },
    })
    expect((await ada.lastMessage()).text).toContain('word list')
    expect(await auditTypes(testApp, await idOf(ada))).toContain('two_factor.enabled')
  })

  test('stores no word in the clear, and what it stores is sealed again with a newer key', async () => {
    const ada = await signedUp()
    const words = await setUpWords(ada)
    const account = await accountOf(testApp, ada)
    expect(JSON.stringify(account)).not.toContain(words[1])
    const envelopes: string[] = []
    for await (const { envelope } of testApp.app.get(SealedSecretsService).envelopes()) envelopes.push(envelope)
    expect(envelopes).toContain(account.factors.wordList?.sealedWords)
  })

  test('another list takes the place of the first', async () => {
    const ada = await signedUp()
    await setUpWords(ada)
    const words = await setUpWords(ada)
    expect(await listed(ada)).toHaveLength(1)
    expect(await auditTypes(testApp, await idOf(ada))).toContain('two_factor.method_replaced')
    await ada.signIn()
    expect(await ada.verify('WORD_LIST', words[1] ?? '')).toMatchObject({ __typename: 'SignedIn' })
  })
})

describe('the second step of a sign-in', () => {
  test('is the next word, once', async () => {
    const ada = await signedUp()
    const words = await setUpWords(ada)
    expect(await ada.signIn()).toMatchObject({ methods: ['WORD_LIST', 'BACKUP_CODE'], preferred: 'WORD_LIST' })
    expect(await ada.verify('WORD_LIST', 'tango')).toMatchObject({ __typename: 'InvalidCode', attemptsLeft: 4 })
    expect(await ada.verify('WORD_LIST', words[0] ?? '')).toMatchObject({ alreadyUsed: true, attemptsLeft: 3 })
    expect(await ada.verify('WORD_LIST', words[1] ?? '')).toMatchObject({ __typename: 'SignedIn' })
    expect(await listed(ada)).toMatchObject([{ label: 'Word list, word 3 next' }])
    await ada.signIn()
    expect(await ada.verify('WORD_LIST', words[1] ?? '')).toMatchObject({ alreadyUsed: true })
  })

  test('skips words that were lost, and takes none before them afterwards', async () => {
    const ada = await signedUp()
    const words = await setUpWords(ada)
    await ada.signIn()
    expect(await ada.verify('WORD_LIST', words[4] ?? '')).toMatchObject({ __typename: 'SignedIn' })
    await ada.signIn()
    expect(await ada.verify('WORD_LIST', words[3] ?? '')).toMatchObject({ alreadyUsed: true })
  })

  test('of five sign-ins by the same word at once one succeeds', async () => {
    const ada = await signedUp()
    const words = await setUpWords(ada)
    const browsers = Array.from({ length: 5 }, () => testApp.browser())
    for (const browser of browsers) await ada.signIn(browser)
    const answers = await Promise.all(browsers.map((browser) => ada.verify('WORD_LIST', words[1] ?? '', browser)))
    expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1)
  })

  test('a wrong word is audited, and five end the sign-in', async () => {
    const ada = await signedUp()
    const words = await setUpWords(ada)
    await ada.signIn()
    for (const attemptsLeft of [4, 3, 2, 1, 0])
      expect(await ada.verify('WORD_LIST', 'tango')).toMatchObject({ attemptsLeft })
    expect(await ada.verify('WORD_LIST', words[1] ?? '')).toMatchObject({ remedy: 'BEGIN_AGAIN' })
    await testApp.settle()
    expect(await auditTypes(testApp, await idOf(ada))).toContain('sign_in.second_step_failed')
  })
})

test('confirms a change in a session', async () => {
  const ada = await signedUp()
  const words = await setUpWords(ada)
  testApp.clock.advance(limits.freshEvidence)
  const { data } = await ada.reauthenticate({ password: ada.password, method: 'WORD_LIST', code: words[1] ?? '' })
  expect(data.reauthenticate).toMatchObject({ __typename: 'Reauthenticated' })
})

test('answers what an app asks', async () => {
  const ada = await signedUp()
  const network = await networkOf(ada)
  const words = await setUpWords(ada)
  const wishes = { name: 'Shop', scopes: ['verifications:write'], returnAddresses: [RETURN_ADDRESS] }
  const shop = { ada, network, shop: await integratorOf(testApp, ada, network, wishes) }
  const asked = await start(shop)
  expect(await answer(ada, asked.id, words[1] ?? '', 'WORD_LIST')).toMatchObject({ status: 'COMPLETED' })
  expect(await read(shop, asked.id)).toMatchObject({ amr: ['pwd', 'otp', 'mfa'] })
})

describe('a network', () => {
  test('that accepts it is open, and keeps it from being removed', async () => {
    const ada = await signedUp()
    await setUpWords(ada)
    const { slug } = await putNetwork(testApp, [ada], { deadlineIn: -1, methods: ['WORD_LIST'] })
    expect((await ada.viewer()).memberships).toMatchObject([{ standing: 'SATISFIED', network: { slug } }])
    const [{ id }] = await listed(ada)
    expect(await ada.browser.field(REMOVE, { id })).toEqual({ __typename: 'TwoFactorMandatory', networks: [{ slug }] })
  })

  test('that accepts others alone stays closed', async () => {
    const ada = await signedUp()
    await setUpWords(ada)
    await putNetwork(testApp, [ada], { deadlineIn: -1, methods: ['AUTHENTICATOR_APP', 'SMS', 'PASSKEY'] })
    expect((await ada.viewer()).memberships).toMatchObject([{ standing: 'OVERDUE' }])
  })
})

describe('removing it', () => {
  test('leaves the other method, and is mailed', async () => {
    const ada = await signedUp()
    await setUpWords(ada)
    await ada.setUpApp()
    const { id } = (await listed(ada)).find(({ method }: { method: string }) => method === 'WORD_LIST')
    const removed = await ada.browser.field(REMOVE, { id })
    expect(removed).toMatchObject({ viewer: { twoFactor: { factors: [{ method: 'AUTHENTICATOR_APP' }] } } })
    expect((await ada.lastMessage()).text).toContain('word list')
    expect(await auditTypes(testApp, await idOf(ada))).toContain('two_factor.method_removed')
    expect((await accountOf(testApp, ada)).factors.wordList).toBeNull()
  })

  test('by turning two-factor authentication off leaves nothing of it', async () => {
    const ada = await signedUp()
    await setUpWords(ada)
    await ada.browser.field(BEGIN)
    await ada.browser.field('mutation { turnOffTwoFactor { __typename } }')
    const { factors, setUps } = await accountOf(testApp, ada)
    expect([factors.wordList, setUps.wordList]).toEqual([null, null])
    expect(await ada.signIn()).toMatchObject({ __typename: 'SignedIn' })
  })
})
