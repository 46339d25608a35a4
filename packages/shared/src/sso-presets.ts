/** Common identity providers, and the `amr` or `acr` values by which each reports a second step. */
export interface SsoPreset {
  id: string
  name: string
  /** How its issuer looks. */
  issuerExample: string
  proofValues: readonly string[]
}

/** `mfa` is RFC 8176's word for more than one factor; what else counts is each provider's own. */
export const ssoPresets: readonly SsoPreset[] = [
  {
    id: 'entra',
    name: 'Microsoft Entra ID',
    issuerExample: 'https://login.microsoftonline.com/<tenant id>/v2.0',
    proofValues: ['mfa', 'ngcmfa'],
  },
  {
    id: 'okta',
    name: 'Okta',
    issuerExample: 'https://<company>.okta.com',
    proofValues: ['mfa', 'urn:okta:loa:2fa:any', 'phr', 'phrh'],
  },
  { id: 'google', name: 'Google Workspace', issuerExample: 'https://accounts.google.com', proofValues: ['mfa'] },
  {
    id: 'keycloak',
    name: 'Keycloak',
    issuerExample: 'https://<host>/realms/<realm>',
    proofValues: ['mfa', 'otp', '2'],
  },
  {
    id: 'auth0',
    name: 'Auth0',
    issuerExample: 'https://<tenant>.auth0.com/',
    proofValues: ['mfa', 'http://schemas.openid.net/pape/policies/2007/06/multi-factor'],
  },
  {
    id: 'ping',
    name: 'PingOne',
    issuerExample: 'https://auth.pingone.com/<environment>/as',
    proofValues: ['mfa', 'Multi_Factor'],
  },
  { id: 'onelogin', name: 'OneLogin', issuerExample: 'https://<company>.onelogin.com/oidc/2', proofValues: ['mfa'] },
  { id: 'jumpcloud', name: 'JumpCloud', issuerExample: 'https://oauth.id.jumpcloud.com/', proofValues: ['mfa'] },
]
