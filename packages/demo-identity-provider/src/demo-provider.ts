import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { type Context, Provider } from 'oidc-provider'
import { page, signOutPage } from './pages.js'
import type { DemoPerson } from './people.js'

export const CLIENT_ID = 'twinlock'
/** Not a real secret: the provider answers on this machine alone, and knows no real people. */
export const CLIENT_SECRET = 'demo-secret-for-trying-out'

export interface DemoProviderOptions {
  issuer: string
  /** Twinlock's own address: the only one that people are sent back to. */
  clientUrl: string
  /** Where it is reached from here, to be notified that a person was signed out. */
  clientUrlFromHere: string
  people: readonly DemoPerson[]
}

/** An OpenID Connect provider with one client, where a person signs in by being chosen from a list. */
export function createDemoProvider({ issuer, clientUrl, clientUrlFromHere, people }: DemoProviderOptions): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${clientUrl}/sso/callback/any`],
        post_logout_redirect_uris: [`${clientUrl}/sign-in`],
        backchannel_logout_uri: `${clientUrlFromHere}/sso/back-channel-logout`,
      },
    ],
    jwks: { keys: [newSigningKey()] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: {
      openid: ['sub', 'sid', 'amr', 'acr', 'auth_time'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    scopes: ['openid', 'email', 'profile'],
    acrValues: ['mfa'],
    pkce: { required: () => true },
    ttl: { Session: 8 * 3_600, Grant: 8 * 3_600, Interaction: 600, AccessToken: 300, IdToken: 300 },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: Context, form: string) => show(context, signOutPage(form)),
        postLogoutSuccessSource: (context: Context) => show(context, page('Signed out', '<p>You can close this.</p>')),
      },
    },
    // It speaks to a server on the same machine, which the library's own guard would refuse.
    fetch: (url: string, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown }) => fetch(url, options),
    findAccount: (_: Context, id: string) => accountOf(people.find((person) => person.id === id && person.isActive)),
    // Every person has agreed: the company decided for them.
    loadExistingGrant: async ({ oidc: { client, session } }: Context) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    renderError: (context: Context, { error }: { error: string }) =>
      show(context, page('That did not work', `<p>${error.replace(/\W/g, ' ')}</p>`)),
  })
  // Each network of Twinlock has its own redirect URI.
  const client = provider.Client.prototype
  client.redirectUriAllowed = (uri) => uri.startsWith(`${clientUrl}/sso/callback/`)
  client.postLogoutRedirectUriAllowed = (uri) => uri.startsWith(`${clientUrl}/`)
  return provider
}

function accountOf(person: DemoPerson | undefined) {
  if (!person) return undefined
  const { id, email, isEmailVerified, name } = person
  return { accountId: id, claims: () => ({ sub: id, email, email_verified: isEmailVerified, name }) }
}

function newSigningKey(): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomBytes(6).toString('hex') }
}

function show(context: Context, html: string): void {
  context.type = 'html'
  context.body = html
}
