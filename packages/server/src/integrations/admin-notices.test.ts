import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { integratorOf } from '../testing/integrator.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { type Hooked, hookedUp } from './webhooks.fixture.js'

const HOOK = 'http://127.0.0.1:1/hooks'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const changed = (input: (hooked: Hooked, keyId: string) => Record<string, unknown>) => input

test.each([
  [
    'another address',
    'changeWebhook(input: $input) { __typename }',
    'ChangeWebhookInput',
    changed(({ webhookId }) => ({ webhookId, url: `${HOOK}/2`, eventTypes: [] })),
    /^ada changed a webhook of /,
  ],
  [
    'other return addresses',
    'setReturnAddresses(input: $input) { __typename }',
    'SetReturnAddressesInput',
    changed((_, apiKeyId) => ({ apiKeyId, returnAddresses: ['http://localhost:8080/confirmed'] })),
    /^ada changed the return addresses of an API key of /,
  ],
])('the Admins are mailed about %s', async (_name, field, type, inputOf, subject) => {
  const hooked = await hookedUp(testApp, HOOK)
  const { keyId } = await integratorOf(testApp, hooked.ada, hooked.network)
  await testApp.settle()
  testApp.clock.advance(1_000)
  await hooked.ada.browser.field(`mutation($input: ${type}!) { ${field} }`, { input: inputOf(hooked, keyId) })
  expect(await hooked.ada.lastMessage()).toMatchObject({ subject: expect.stringMatching(subject) })
})

test.each([
  ['a new secret', (id: string) => `rotateWebhookSecret(webhookId: "${id}") { __typename }`, /changed the secret of a/],
  ['a webhook that is gone', (id: string) => `deleteWebhook(webhookId: "${id}")`, /^ada deleted a webhook of /],
])('the Admins are mailed about %s', async (_name, field, subject) => {
  const { ada, webhookId } = await hookedUp(testApp, HOOK)
  testApp.clock.advance(1_000)
  await ada.browser.field(`mutation { ${field(webhookId)} }`)
  expect(await ada.lastMessage()).toMatchObject({ subject: expect.stringMatching(subject) })
})
