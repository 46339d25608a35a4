import type { Person } from './person.js'
import type { TestApp } from './test-app.js'
import type { GraphqlAnswer } from './test-browser.js'

/** Another system with an API key: no cookies, one address. */
export class Integrator {
  constructor(
    readonly url: string,
    readonly token: string,
    readonly address = '198.51.100.20',
  ) {}

  // biome-ignore lint/suspicious/noExplicitAny: a test asks for what it then reads; typing each answer would say it twice
  async ask<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer<T>> {
    const response = await this.post({ query, variables })
    return (await response.json()) as GraphqlAnswer<T>
  }

  /** The answer of a document with one root field. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async field<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.ask<Record<string, T>>(query, variables)
    if (errors) throw new Error(errors.map((error) => `${error.extensions.code}: ${error.message}`).join('; '))
    return Object.values(data)[0] as T
  }

  async post(body: unknown, headers: Record<string, string> = {}, path = '/graphql'): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': this.address,
        authorization: `Bearer ${this.token}`,
        ...headers,
      },
      body: JSON.stringify(body),
    })
  }
}

export interface OwnNetwork {
  id: string
  slug: string
}

let counter = 0
/** A network that this person owns. */
export async function networkOf(owner: Person): Promise<OwnNetwork> {
  counter += 1
  const created = await owner.browser.field(
    `mutation($input: CreateNetworkInput!) {
      createNetwork(input: $input) { __typename ... on NetworkCreated { network { id slug } } ... on UserError { message } }
    }`,
    { input: { name: `Network ${counter}`, slug: `network-${process.pid}-${counter}` } },
  )
  if (created.__typename !== 'NetworkCreated') throw new Error(`${created.__typename}: ${created.message}`)
  return created.network
}

export interface KeyOptions {
  name?: string
  scopes?: readonly string[]
  expiresInDays?: number
  allowedAddresses?: readonly string[]
  returnAddresses?: readonly string[]
}

export const CREATE_KEY = `mutation($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    __typename
    ... on ApiKeyCreated { token apiKey { id name prefix scopes state createdBy expiresAt lastUsedAt } }
    ... on InvalidInput { fields { field message } }
    ... on UserError { message }
  }
}`

/** A key of this network, made by an Admin who has just confirmed that it is them. */
export async function integratorOf(
  testApp: TestApp,
  admin: Person,
  network: OwnNetwork,
  options: KeyOptions = {},
): Promise<Integrator & { keyId: string }> {
  await admin.reauthenticate({ password: admin.password })
  const input = { networkId: network.id, name: 'Payroll', scopes: ['network:read'], ...options }
  const created = await admin.browser.field(CREATE_KEY, { input })
  if (created.__typename !== 'ApiKeyCreated') throw new Error(`${created.__typename}: ${created.message}`)
  return Object.assign(new Integrator(testApp.url, created.token), { keyId: created.apiKey.id as string })
}
