import { createHash, randomBytes } from 'node:crypto'
import type { Person } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import type { OwnApp } from '../app.fixture.js'

export interface Authorization {
  verifier: string
  state: string
  nonce: string
  path: string
}

/** The server calls itself by PUBLIC_URL; a test reaches it by its port. */
export const pathOf = (location: string | null) => {
  const url = new URL(location ?? '', 'http://localhost:4000')
  return url.port === '4000' ? url.pathname + url.search : url.href
}

export function authorizationOf(app: OwnApp, more: Record<string, string> = {}): Authorization {
  const verifier = randomBytes(32).toString('base64url')
  const [state, nonce] = [randomBytes(8).toString('hex'), randomBytes(8).toString('hex')]
  const query = new URLSearchParams({
    client_id: app.id,
    redirect_uri: app.redirectUri,
    response_type: 'code',
    scope: 'openid profile email groups',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...more,
  })
  for (const [name, value] of Object.entries(more)) if (value === '') query.delete(name)
  return { verifier, state, nonce, path: `/oidc/auth?${query}` }
}

/** Follows redirects within the server, until one leads elsewhere or to a page. */
export async function follow(
  browser: TestBrowser,
  path: string,
  atMost = 10,
): Promise<{ at: string; response: Response }> {
  let at = path
  for (let step = 0; step < atMost; step += 1) {
    if (!at.startsWith('/') || /^\/open\/[^/]+$/.test(at)) break
    const response = await browser.get(at)
    const location = response.headers.get('location')
    if (!location) return { at, response }
    at = pathOf(location)
  }
  return { at, response: new Response(null) }
}

export const APP_ENTRY = `query($id: ID!) { appEntry(id: $id) {
  __typename
  ... on AppEntryOpen { isFirstVisit app { name host } network { slug } }
  ... on AppEntryRefused { reason networkName email }
} }`

/** Opens an app as a person in a browser does, with every step that a page requires. @returns where it ended */
export async function openApp(
  person: Person,
  app: OwnApp,
  more: Record<string, string> = {},
  browser = person.browser,
) {
  const authorization = authorizationOf(app, more)
  const { at } = await follow(browser, authorization.path)
  if (!at.startsWith('/open/')) return { ...authorization, at, entry: null }
  const entry = await browser.ask(APP_ENTRY, { id: at.slice('/open/'.length) })
  if (entry.errors || entry.data.appEntry.__typename !== 'AppEntryOpen') return { ...authorization, at, entry }
  const { at: end } = await follow(browser, `${at}/continue`)
  return { ...authorization, at: end, entry }
}

export const codeIn = (address: string) => new URL(address).searchParams.get('code') ?? ''

export interface TokenAnswer {
  status: number
  access_token: string
  refresh_token: string
  id_token: string
  error?: string
}

export async function askTokens(
  testApp: TestApp,
  app: OwnApp,
  form: Record<string, string> | [string, string][],
  secret = app.secret,
): Promise<TokenAnswer> {
  const response = await fetch(`${testApp.url}/oidc/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(secret ? { authorization: `Basic ${Buffer.from(`${app.id}:${secret}`).toString('base64')}` } : {}),
    },
    body: new URLSearchParams(form),
  })
  return { status: response.status, ...((await response.json()) as Omit<TokenAnswer, 'status'>) }
}

export async function exchange(testApp: TestApp, app: OwnApp, { at, verifier }: { at: string; verifier: string }) {
  return askTokens(testApp, app, {
    grant_type: 'authorization_code',
    code: codeIn(at),
    redirect_uri: app.redirectUri,
    code_verifier: verifier,
  })
}

export const refresh = (testApp: TestApp, app: OwnApp, refresh_token: string) =>
  askTokens(testApp, app, { grant_type: 'refresh_token', refresh_token })

export async function userinfo(testApp: TestApp, accessToken: string) {
  const response = await fetch(`${testApp.url}/oidc/me`, { headers: { authorization: `Bearer ${accessToken}` } })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
