import { type Integrator, integratorOf, networkOf, type OwnNetwork } from '../testing/integrator.js'
import { newPerson, type Person } from '../testing/person.js'
import type { TestApp } from '../testing/test-app.js'

export const RETURN_ADDRESS = 'https://shop.example.com/confirmed'

export const verificationFields = 'id status url memberId email expiresAt endedAt authTime acr amr shownHash token'
export const START = `mutation($input: StartVerificationInput!) {
  startVerification(input: $input) {
    __typename
    ... on VerificationStarted { verification { ${verificationFields} } }
    ... on InvalidInput { fields { field message } }
    ... on UserError { message }
  }
}`

export interface Shop {
  ada: Person
  network: OwnNetwork
  shop: Integrator & { keyId: string }
}

/** A member with an authenticator app in a network whose shop starts verifications. */
export async function shopOf(testApp: TestApp, { hasApp = true } = {}): Promise<Shop> {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  if (hasApp) await ada.setUpApp()
  const options = { name: 'Shop', scopes: ['verifications:write'], returnAddresses: [RETURN_ADDRESS] }
  const shop = await integratorOf(testApp, ada, network, options)
  return { ada, network, shop }
}

export function asking(ada: Person, more: Record<string, unknown> = {}) {
  return { member: { email: ada.email }, reason: 'Pay an invoice', returnUrl: RETURN_ADDRESS, ...more }
}

export async function start({ ada, shop }: Shop, more: Record<string, unknown> = {}) {
  const started = await shop.field(START, { input: asking(ada, more) })
  if (started.__typename !== 'VerificationStarted') throw new Error(JSON.stringify(started))
  return started.verification
}

export async function read({ shop }: Shop, id: string) {
  return shop.field(`query($id: ID!) { verification(id: $id) { ${verificationFields} } }`, { id })
}

export async function answer(person: Person, id: string, code: string, method = 'AUTHENTICATOR_APP') {
  return person.browser.field(
    `mutation($input: AnswerVerificationInput!) {
      answerVerification(input: $input) {
        __typename
        ... on VerificationEnded { status returnTo }
        ... on InvalidCode { attemptsLeft alreadyUsed }
        ... on UserError { message }
      }
    }`,
    { input: { id, method, code } },
  )
}

export const REQUEST = `query($id: ID!) {
  verificationRequest(id: $id) {
    id status app networkName reason amount payee expiresAt methods maskedPhoneNumber providerUrl returnTo
  }
}`
