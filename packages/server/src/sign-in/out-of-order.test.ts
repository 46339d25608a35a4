import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accountOf, putNetwork } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { refused } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
const SEND_MAIL = 'mutation { sendMailboxCode { __typename } }'
const PROVE = 'mutation($code: String!) { proveMailbox(code: $code) { __typename } }'
const CONTINUE = 'mutation { continueToOtherNetworks { __typename } }'

describe('A15 at the second step', () => {
  let ada: Person
  beforeAll(async () => {
    ada = await withApp()
    await ada.signIn()
  })

  test.each([
    'mutation { beginAuthenticatorSetup { __typename } }',
    'mutation { beginSmsSetup(input: { phoneNumber: "+491701234531" }) { __typename } }',
    'mutation { confirmAuthenticatorSetup(input: { setupId: "x", code: "000000" }) { __typename } }',
    'mutation { confirmSmsSetup(input: { setupId: "x", code: "000000" }) { __typename } }',
    'mutation { resendSmsSetupCode(setupId: "x") { __typename } }',
    '{ setUpProgress { barredBy { name } } }',
  ])('nothing can be set up: %s', async (document) => {
    const { errors } = await refused(testApp, ada.browser, () => ada.browser.ask(document))
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  test('a mailed code gives no way around it, no further guess and no more time', async () => {
    await ada.verify('AUTHENTICATOR_APP', '000000')
    const before = await testApp.connection.collection('sign_ins').findOne({}, { sort: { createdAt: -1 } })
    expect((await ada.browser.ask(SEND_MAIL)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const answer = await refused(testApp, ada.browser, () => ada.browser.field(PROVE, { code: '000000' }))
    expect(answer).toEqual({ __typename: 'SecondStepRequired' })
    expect(await testApp.connection.collection('sign_ins').findOne({}, { sort: { createdAt: -1 } })).toEqual(before)
    expect((await accountOf(testApp, ada)).attempts.inARow).toBe(1)
  })

  test('there is no going on to other networks', async () => {
    const answer = await refused(testApp, ada.browser, () => ada.browser.field(CONTINUE))
    expect(answer).toEqual({ __typename: 'SecondStepRequired' })
  })

  test('an empty code is a wrong one', async () => {
    expect(await refused(testApp, ada.browser, () => ada.verify('AUTHENTICATOR_APP', ''))).toMatchObject({
      __typename: 'InvalidCode',
    })
  })
})

describe('A15 at the set-up', () => {
  test('an account without a second step gets the current step back, and no attempt is counted', async () => {
    const ada = await newPerson(testApp).signUp()
    await putNetwork(testApp, [ada], { deadlineIn: -1 })
    await ada.signIn()
    for (const method of ['AUTHENTICATOR_APP', 'SMS', 'BACKUP_CODE'])
      expect(await refused(testApp, ada.browser, () => ada.verify(method, '000000'))).toMatchObject({
        __typename: 'SetUpRequired',
        mailboxProofRequired: true,
      })
    expect((await accountOf(testApp, ada)).attempts).toMatchObject({ inARow: 0, recent: [] })
  })

  test('going on without the closed network is no way into it', async () => {
    const ada = await newPerson(testApp).signUp()
    const closed = await putNetwork(testApp, [ada], { deadlineIn: -1 })
    const open = await putNetwork(testApp, [ada])
    expect(await ada.signIn()).toMatchObject({
      __typename: 'SetUpRequired',
      networks: [{ slug: closed.slug }],
      otherNetworks: [{ slug: open.slug }],
    })
    expect(await ada.browser.field(CONTINUE)).toEqual({ __typename: 'SignedIn' })
    const enter = (slug: string) => ada.browser.ask('query($slug: String!) { network(slug: $slug) { slug } }', { slug })
    expect(await enter(open.slug)).toMatchObject({ data: { network: { slug: open.slug } } })
    expect((await enter(closed.slug)).errors?.[0]?.extensions.code).toBe('TWO_FACTOR_SETUP_REQUIRED')
    const begin = await ada.browser.ask('mutation { beginAuthenticatorSetup { __typename } }')
    expect(begin.errors?.[0]?.extensions, 'the mailbox is asked for there too').toMatchObject({
      code: 'REAUTHENTICATION_REQUIRED',
      needs: ['MAILBOX'],
    })
  })

  test('without another network there is nowhere to go on to', async () => {
    const ada = await newPerson(testApp).signUp()
    await putNetwork(testApp, [ada], { deadlineIn: -1 })
    await ada.signIn()
    const { errors } = await refused(testApp, ada.browser, () => ada.browser.ask(CONTINUE))
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

test.each([SEND_MAIL, 'mutation { sendSignInCode { __typename } }', CONTINUE])(
  'without a sign-in in progress: %s',
  async (document) => {
    expect(await testApp.browser().field(document)).toEqual({ __typename: 'SignInExpired' })
  },
)
