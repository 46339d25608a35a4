import { HttpClient } from '../harness/http-client.mjs'
import { totpOf } from '../harness/totp.mjs'
import { browserToken, PASSWORD } from './account-maker.mjs'

/** The fragment that the web app sends with each step of a sign-in. */
const STEP = `fragment Step on SignInStep {
  __typename
  ... on SignedIn { viewer { id twoFactor { id backupCodesLeft } } }
  ... on SecondStepRequired {
    email methods preferred maskedPhoneNumber codeDelivery codeExpiresAt sendRetryAt trustDeviceAllowed expiresAt
  }
  ... on SetUpRequired {
    maskedEmail mailboxProofRequired expiresAt
    networks { id name slug deadline helpContact }
    otherNetworks { id name slug }
  }
  ... on SsoRequired { startUrl network { id name } }
  ... on InvalidCode { attemptsLeft alreadyUsed clockOffsetSeconds }
  ... on TooManyAttempts { retryAt }
}`
const SIGN_IN = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { ...Step } } ${STEP}`
const VERIFY = `mutation VerifySecondStep($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { ...Step } } ${STEP}`

/** Signs people in over GraphQL, as the web app does. */
export class TwinlockClient {
  #http

  constructor(url, connections) {
    this.#http = new HttpClient(url, connections)
  }

  /** @returns the data. @throws Error with the first of its errors */
  async ask(query, variables, { cookie = '', headers = {} } = {}) {
    const cookies = `twinlock_browser=${browserToken}; ${cookie}`
    const answer = await this.#http.post('/graphql', { query, variables }, { Cookie: cookies, ...headers })
    const error = answer.body.errors?.[0]
    if (error) throw new Error(`${error.extensions?.code}: ${error.message}`)
    return { data: answer.body.data, cookies: answer.cookies }
  }

  /** The first step. @returns the cookie of the sign-in in progress */
  async signIn({ email }) {
    const { data, cookies } = await this.ask(SIGN_IN, { input: { email, password: PASSWORD } })
    return cookieOf('twinlock_ticket', expectStep(data.signIn, 'SecondStepRequired', cookies))
  }

  /** The second step. @returns the cookie of the session */
  async verify(ticket, { key }) {
    const input = { method: 'AUTHENTICATOR_APP', code: totpOf(key), trustDevice: false }
    const { data, cookies } = await this.ask(VERIFY, { input }, { cookie: ticket })
    return cookieOf('twinlock_session', expectStep(data.verifySecondStep, 'SignedIn', cookies))
  }

  async signInWhole(person) {
    return this.verify(await this.signIn(person), person)
  }

  close() {
    this.#http.close()
  }
}

/** @returns the cookies of their sessions, in the order of the people */
export async function signInAll(url, people) {
  const client = new TwinlockClient(url, 8)
  const sessions = []
  for (const person of people) sessions.push(await client.signInWhole(person))
  client.close()
  return sessions
}

function expectStep(step, wanted, cookies) {
  if (step.__typename !== wanted) throw new Error(`${step.__typename} in place of ${wanted}`)
  return cookies
}

function cookieOf(name, cookies) {
  const cookie = cookies.find((each) => each.startsWith(`${name}=`))
  if (!cookie) throw new Error(`no cookie ${name}`)
  return cookie
}
