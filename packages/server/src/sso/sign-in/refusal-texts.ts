import type { SsoFailure } from '../provider/sso-failure.js'

/** For a person whose sign-in by a provider was refused. */
export function refusalText(reason: SsoFailure): string {
  switch (reason) {
    case 'GUEST':
      return 'You are a guest in this network. Guests sign in with their password.'
    case 'NOT_A_MEMBER':
      return 'You are not in this network. Ask one of its Admins to invite you.'
    case 'OTHER_IDENTITY':
      return 'Your account is joined to another company sign-in. Ask an Admin of the network to release it.'
    case 'PROVIDER_DOWN':
    case 'MISCONFIGURED':
    case 'UNVERIFIABLE':
    case 'CLIENT_REFUSED':
    case 'UNTRUSTED':
    case 'DENIED':
    case 'EXPIRED':
    case 'NO_SIGN_IN_TIME':
    case 'OTHER_ACCOUNT':
    case 'OFF':
    case 'BUSY':
    case 'OURS':
      return 'That did not work. Begin again with your company sign-in.'
  }
}
