import { afterEach, expect, inject, test } from 'vitest'
import { InvitationCollection } from '../../memberships/invitation.model.js'
import { OperatorNetworksService } from '../../operator/operator-networks.service.js'
import { newPerson } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

/** The operator's settings of who may make an account and who may create a network. */

const opened: TestApp[] = []
const start = async (env: Record<string, string>) => {
  const testApp = await startTestApp(inject('mongodbUri'), { env })
  opened.push(testApp)
  return testApp
}
afterEach(() => Promise.all(opened.splice(0).map((testApp) => testApp.close())))

const signUp = (testApp: TestApp, email: string) =>
  testApp.browser().field(
    `mutation($input: SignUpInput!) { signUp(input: $input) {
      __typename ... on InvalidInput { fields { field message } }
    } }`,
    { input: { name: 'Ada', email, password: 'correct horse battery staple' } },
  )

const invite = (testApp: TestApp, emailKey: string, expiresInMs: number) =>
  InvitationCollection.on(testApp.connection).insertOne({
    _id: `net_1:${emailKey}`,
    networkId: 'net_1',
    email: emailKey,
    emailKey,
    role: 'MEMBER',
    tokenHash: emailKey,
    state: 'pending',
    sentAt: testApp.clock.now(),
    expiresAt: new Date(testApp.clock.now().getTime() + expiresInMs),
    invitedBy: { accountId: 'acc_1', name: 'Olga' },
    joining: null,
    events: [],
  })

test('by invitation: a stranger is refused, an invited person signs up, an expired invitation admits nobody', async () => {
  const testApp = await start({ SIGN_UP: 'invitation' })
  await invite(testApp, 'ada@example.com', 60_000)
  await invite(testApp, 'late@example.com', -1)
  expect(await signUp(testApp, 'stranger@example.com')).toEqual({
    __typename: 'InvalidInput',
    fields: [{ field: 'email', message: expect.stringContaining('invitation') }],
  })
  expect(await signUp(testApp, 'late@example.com')).toMatchObject({ __typename: 'InvalidInput' })
  expect(await signUp(testApp, 'Ada@Example.com')).toEqual({ __typename: 'EmailConfirmationSent' })
})

test('for named domains: their addresses sign up, in either spelling of the domain; others do not', async () => {
  const testApp = await start({ SIGN_UP: 'acme.com, müller.example' })
  expect(await signUp(testApp, 'ada@acme.com')).toEqual({ __typename: 'EmailConfirmationSent' })
  expect(await signUp(testApp, 'ada@müller.example')).toEqual({ __typename: 'EmailConfirmationSent' })
  expect(await signUp(testApp, 'ada@evil-acme.com')).toMatchObject({
    __typename: 'InvalidInput',
    fields: [{ field: 'email', message: expect.stringContaining('acme.com or xn--mller-kva.example') }],
  })
  expect(await testApp.browser().field('{ capabilities { signUp signUpDomains networkCreation } }')).toEqual({
    signUp: 'DOMAINS',
    signUpDomains: ['acme.com', 'xn--mller-kva.example'],
    networkCreation: 'OPEN',
  })
})

test('where only the operator creates networks, a person gets that answer, and the operator still can', async () => {
  const testApp = await start({ NETWORK_CREATION: 'operator', DEFAULT_PLAN: 'ENTERPRISE' })
  const ada = await newPerson(testApp).signUpByMail()
  const created = await ada.browser.field(
    'mutation($input: CreateNetworkInput!) { createNetwork(input: $input) { __typename } }',
    { input: { name: 'Acme', slug: 'acme' } },
  )
  expect(created).toEqual({ __typename: 'InvalidInput' })
  const network = await testApp.app
    .get(OperatorNetworksService)
    .createForOperator({ name: 'Acme', slug: 'acme', email: ada.email })
  expect(network).toMatchObject({ plan: 'ENTERPRISE' })
})
