import { NetworkCollection } from '../networks/network.model.js'
import { networkOf, type OwnNetwork } from '../testing/integrator.js'
import { putNetwork } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import type { TestApp } from '../testing/test-app.js'

export const appFields =
  'id name logo url roles access requires clientId redirectUris postLogoutRedirectUris backChannelLogoutUri hosts tokenEndpointAuthMethod idTokenSignedResponseAlg jwks liveSecrets lastUsedAt pathRules { prefix access roles requires isPublic withinMinutes }'

export const CREATE_APP = `mutation($input: CreateAppInput!) {
  createApp(input: $input) {
    __typename
    ... on AppCreated { clientSecret app { ${appFields} } }
    ... on InvalidInput { fields { field message } }
    ... on UserError { message }
  }
}`

export const UPDATE_APP = `mutation($input: UpdateAppInput!) {
  updateApp(input: $input) {
    __typename
    ... on AppUpdated { app { ${appFields} } }
    ... on InvalidInput { fields { field message } }
  }
}`

export interface OwnApp {
  id: string
  secret: string
  redirectUri: string
}

export const CALLBACK = 'http://localhost:9999/callback'

/** An app of this network, added by an Admin who has just confirmed that it is them. */
export async function appOf(
  admin: Person,
  network: OwnNetwork,
  options: Record<string, unknown> = {},
): Promise<OwnApp> {
  await admin.reauthenticate({ password: admin.password })
  const input = { networkId: network.id, name: 'Wiki', redirectUris: [CALLBACK], ...options }
  const created = await admin.browser.field(CREATE_APP, { input })
  if (created.__typename !== 'AppCreated') throw new Error(JSON.stringify(created))
  return { id: created.app.id, secret: created.clientSecret ?? '', redirectUri: created.app.redirectUris[0] ?? '' }
}

export interface NetworkWithApp {
  admin: Person
  network: OwnNetwork
  app: OwnApp
}

/** A new Admin with a network that has one app. */
export async function networkWithApp(testApp: TestApp, options: Record<string, unknown> = {}): Promise<NetworkWithApp> {
  const admin = await newPerson(testApp).signUp()
  const network = await networkOf(admin)
  return { admin, network, app: await appOf(admin, network, options) }
}

/** A member of this network: a new person, unless one is given. */
export async function memberOf(
  testApp: TestApp,
  networkId: string,
  role: 'MEMBER' | 'GUEST' = 'MEMBER',
  given?: Person,
): Promise<Person> {
  const person = given ?? (await newPerson(testApp).signUp())
  const into = await NetworkCollection.on(testApp.connection).findOne({ _id: networkId })
  if (!into) throw new Error('There is no network.')
  await putNetwork(testApp, [person], { into, role })
  return person
}
