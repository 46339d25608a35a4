import type { SsoTrouble } from '../provider/sso-trouble.js'

/** For the Admin who writes a provider down: what to look at. */
export function problemText(trouble: SsoTrouble): string {
  switch (trouble) {
    case 'PROVIDER_DOWN':
      return 'The provider does not answer. Check its address, and whether this server can reach it.'
    case 'MISCONFIGURED':
      return 'At this address there is no provider that can be used. Copy its issuer exactly as its console shows it.'
    case 'CLIENT_REFUSED':
      return 'The provider does not accept this client id and secret.'
    default:
      return 'What the provider answers cannot be trusted. Ask whoever runs it.'
  }
}
