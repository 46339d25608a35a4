import type { SsoFailure } from '../provider/sso-failure.js'

/** For the Admin who writes a provider down: what to look at. */
export function failureText(reason: SsoFailure): string {
  switch (reason) {
    case 'PROVIDER_DOWN':
      return 'The provider does not answer. Check its address, and whether this server can reach it.'
    case 'MISCONFIGURED':
      return 'At this address there is no provider that can be used. Copy its issuer exactly as its console shows it.'
    case 'UNVERIFIABLE':
      return 'This provider signs with an algorithm that cannot be verified here. Choose RS256, ES256 or EdDSA in its console.'
    case 'CLIENT_REFUSED':
      return 'The provider does not accept this client id and secret.'
    case 'UNTRUSTED':
    case 'DENIED':
    case 'EXPIRED':
    case 'NO_SIGN_IN_TIME':
    case 'GUEST':
    case 'NOT_A_MEMBER':
    case 'OTHER_IDENTITY':
    case 'OTHER_ACCOUNT':
    case 'OFF':
    case 'BUSY':
    case 'OURS':
      return 'The provider’s answer couldn’t be verified. Ask the person who manages it.'
  }
}
