import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { CREATE_KEY, integratorOf } from '../testing/integrator.js'
import { putNetwork } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { CREATE_WEBHOOK } from './webhooks.fixture.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const codeOf = async (person: Person, query: string, variables = {}) =>
  (await person.browser.ask(query, variables)).errors?.[0]?.extensions.code

test.each(['GUEST', 'MEMBER'] as const)(
  'H05: a %s sees and makes nothing of what is for other systems',
  async (role) => {
    const [owner, other] = [await newPerson(testApp).signUp(), await newPerson(testApp, 'gus').signUp()]
    const network = await putNetwork(testApp, [owner], { role: 'ADMIN' })
    await putNetwork(testApp, [other], { into: network, role })
    const key = await integratorOf(testApp, owner, { id: network._id, slug: network.slug })
    const hook = await owner.browser.field(CREATE_WEBHOOK, {
      input: { networkId: network._id, url: 'https://app.example.com/hooks' },
    })
    const { id } = hook.webhook
    const of = (fields: string) => `{ network(slug: "${network.slug}") { ${fields} } }`
    const reads = ['apiKeys { id }', 'webhooks { id url }', 'security { memberChanges { edges { cursor } } }']
    for (const fields of reads)
      expect({ fields, code: await codeOf(other, of(fields)) }).toEqual({ fields, code: 'FORBIDDEN' })
    const acts = [
      `mutation { revokeApiKey(id: "${key.keyId}") { state } }`,
      `mutation { deleteWebhook(webhookId: "${id}") }`,
      `mutation { rotateWebhookSecret(webhookId: "${id}") { secret } }`,
      `mutation { sendTestEvent(webhookId: "${id}") { id } }`,
    ]
    for (const act of acts) expect({ act, code: await codeOf(other, act) }).toEqual({ act, code: 'FORBIDDEN' })
    const keyInput = { input: { networkId: network._id, name: 'Mine', scopes: ['members:read'] } }
    expect(await codeOf(other, CREATE_KEY, keyInput)).toBe('FORBIDDEN')
    const hookInput = { input: { networkId: network._id, url: 'https://evil.example.com/' } }
    expect(await codeOf(other, CREATE_WEBHOOK, hookInput)).toBe('FORBIDDEN')
  },
)
