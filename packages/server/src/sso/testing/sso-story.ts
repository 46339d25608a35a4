import type { NetworkDocument, SsoConnection, SsoDomain } from '../../networks/network.model.js'
import { NetworkCollection } from '../../networks/network.model.js'
import { type NetworkOptions, putNetwork } from '../../testing/network.js'
import type { Person } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { sealSecret } from '../connections/client-secret.js'
import { CLIENT, type HostileProvider } from './hostile-provider.js'

export interface SsoOptions extends NetworkOptions {
  /** Proved to be the network's; null: it claims none. */
  domain?: string | null
  over?: Partial<SsoConnection>
}

/** A network with this provider, which members may use; in whatever state a test needs. */
export async function putSsoNetwork(
  testApp: TestApp,
  provider: Pick<HostileProvider, 'issuer'>,
  people: readonly Person[],
  { domain = 'acme.example', over = {}, ...options }: SsoOptions = {},
): Promise<NetworkDocument & { sso: SsoConnection }> {
  const network = await putNetwork(testApp, people, options)
  const now = testApp.clock.now()
  const sso: SsoConnection = {
    issuer: provider.issuer,
    clientId: CLIENT.id,
    sealedSecret: await sealSecret(testApp.keyRing, network._id, CLIENT.secret),
    requiredFrom: null,
    proofRequiredFrom: null,
    proofValues: ['mfa'],
    earlierProof: null,
    endsAt: null,
    justInTimeRole: null,
    savedAt: now,
    version: 1,
    workedAt: now,
    trouble: null,
    ...over,
  }
  const claimed: SsoDomain = { name: domain ?? '', token: 'T', claimedAt: now, provedAt: now, missingSince: null }
  const ssoDomains = domain === null ? [] : [claimed]
  await NetworkCollection.on(testApp.connection).updateOne({ _id: network._id }, { $set: { sso, ssoDomains } })
  return { ...network, sso, ssoDomains }
}

/** Where a redirect leads: a path of ours, or an address elsewhere. */
export function placeOf(response: Response): string {
  return response.headers.get('location') ?? `no redirect, but ${response.status}`
}

/** Goes to the provider, signs in there as this person, and comes back. @returns where the browser ends up */
export async function signInByProvider(
  browser: TestBrowser,
  provider: HostileProvider,
  slug: string,
  claims: Record<string, unknown>,
  query = '',
): Promise<string> {
  const start = placeOf(await browser.get(`/sso/start/${slug}${query}`))
  if (!start.startsWith(provider.issuer)) return start
  return placeOf(await browser.get(provider.signIn(start, claims)))
}

/** A provider's claims about a person whose address it has verified. */
export function claimsOf(email: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { sub: `sub-of-${email}`, email, email_verified: true, name: email.split('@')[0], ...more }
}

/** The problem that the sign-in page gets, and its network. */
export function problemIn(place: string): string | null {
  return new URL(place, 'http://x').searchParams.get('problem')
}
