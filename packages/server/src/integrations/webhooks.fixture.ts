import { networkOf, type OwnNetwork } from '../testing/integrator.js'
import { newPerson, type Person } from '../testing/person.js'
import type { TestApp } from '../testing/test-app.js'

export const CREATE_WEBHOOK = `mutation($input: CreateWebhookInput!) {
  createWebhook(input: $input) {
    __typename
    ... on WebhookCreated { secret webhook { id url eventTypes pausedAt } }
    ... on InvalidInput { fields { field message } }
    ... on UserError { message }
  }
}`

export interface Hooked {
  ada: Person
  network: OwnNetwork
  webhookId: string
  secret: string
}

/** An Admin whose network has a webhook at this address. */
export async function hookedUp(testApp: TestApp, url: string, eventTypes: string[] = []): Promise<Hooked> {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const created = await ada.browser.field(CREATE_WEBHOOK, { input: { networkId: network.id, url, eventTypes } })
  if (created.__typename !== 'WebhookCreated') throw new Error(`${created.__typename}: ${created.message}`)
  await testApp.settle()
  return { ada, network, webhookId: created.webhook.id, secret: created.secret }
}

export async function deliveriesOf({ ada, network }: Hooked) {
  const { webhooks } = await ada.browser.field(`{ network(slug: "${network.slug}") { webhooks {
    id pausedAt pausedBecause pausedBecauseCode
    deliveries(first: 30) { pageInfo { hasNextPage } edges { cursor node { id type state attempts nextTryAt payload answers { status problem problemCode durationMs } } } }
  } } }`)
  return webhooks[0]
}
