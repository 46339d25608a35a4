import type { AppDocument } from '../app.model.js'

/** Only hashes of secrets are stored: the library is given this instead, and compares by `isSecretOf`. */
const NO_SECRET = 'stored-as-a-hash'

/** An app as a client (OpenID Connect Dynamic Client Registration 2). */
export function clientMetadataOf(app: AppDocument, publicUrl: string): Record<string, unknown> {
  const hasSecret = app.authMethod === 'client_secret_basic' || app.authMethod === 'client_secret_post'
  return {
    client_id: app._id,
    client_name: app.name,
    ...(hasSecret ? { client_secret: NO_SECRET } : {}),
    token_endpoint_auth_method: app.authMethod,
    ...(app.authMethod === 'private_key_jwt' && app.jwks ? { jwks: JSON.parse(app.jwks) } : {}),
    id_token_signed_response_alg: app.idTokenAlg ?? 'RS256',
    redirect_uris: app.redirectUris,
    post_logout_redirect_uris: app.postLogoutRedirectUris,
    ...(app.backChannelLogoutUri
      ? { backchannel_logout_uri: app.backChannelLogoutUri, backchannel_logout_session_required: true }
      : {}),
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    subject_type: 'pairwise',
    // Names the network, whose apps share a `sub`; it is never fetched.
    sector_identifier_uri: `https://${new URL(publicUrl).host}/oidc/sector/${app.networkId}`,
  }
}

/** The network of a client, as its metadata names it. */
export function networkIdOf({ sectorIdentifierUri }: { sectorIdentifierUri?: string }): string {
  return sectorIdentifierUri?.split('/').at(-1) ?? ''
}
