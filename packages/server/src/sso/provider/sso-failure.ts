import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { UnreachableTargetError } from '../../platform/http/outbound-fetch.js'
import { ForbiddenTargetError } from '../../platform/http/outbound-request.js'

/** Why a sign-in by a provider failed; each reason has its text on the sign-in page. */
export const ssoFailures = [
  /** It does not answer, or answers with a server error. */
  'PROVIDER_DOWN',
  /** What it says about itself is not what was configured. */
  'MISCONFIGURED',
  /** It signs by algorithms alone that cannot be verified here. */
  'UNVERIFIABLE',
  /** It does not know this client, or the client secret has expired. */
  'CLIENT_REFUSED',
  /** What it said about the person is not to be trusted. */
  'UNTRUSTED',
  /** It, or the person there, said no. */
  'DENIED',
  /** This sign-in was never begun here, was begun in another browser or too long ago, or has ended. */
  'EXPIRED',
  /** It does not report when the person signed in, although that was requested. */
  'NO_SIGN_IN_TIME',
  'GUEST',
  'NOT_A_MEMBER',
  'OTHER_IDENTITY',
  /** Another account came back than the one that has to confirm. */
  'OTHER_ACCOUNT',
  /** The network has no provider. */
  'OFF',
  'BUSY',
  /** Something went wrong here. */
  'OURS',
] as const
export type SsoFailure = (typeof ssoFailures)[number]

/** No member can sign in until an Admin, or the provider's operator, fixes it. */
export function isProviderFault(reason: SsoFailure): boolean {
  return ['PROVIDER_DOWN', 'MISCONFIGURED', 'UNVERIFIABLE', 'CLIENT_REFUSED', 'UNTRUSTED', 'NO_SIGN_IN_TIME'].includes(
    reason,
  )
}

export class SsoFailureError extends Error {
  override name = 'SsoFailureError'
  constructor(
    readonly reason: SsoFailure,
    /** For the log and the Admin who tries it: never shown to the person who signs in. */
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${reason}: ${detail}`, options)
  }
}

/** What openid-client says around an error of the network, which says more. */
const WRAPPER = 'something went wrong'

/**
 * Turns what the libraries throw while they speak with a provider into one coded union, in one place. Anything unknown
 * is a refusal, never access.
 */
export function ssoFailureOf(error: unknown): SsoFailureError {
  if (error instanceof SsoFailureError) return error
  const cause = causesOf(error)
  const found = cause.map(reasonOf).find((reason) => reason !== null)
  const messages = cause.map(({ message }) => message.replace(/\.$/, '')).filter((message) => message !== WRAPPER)
  const detail = messages.join(': ') || String(cause[0] ?? error)
  return new SsoFailureError(found ?? 'UNTRUSTED', detail, { cause: error })
}

function reasonOf(error: Error): SsoFailure | null {
  if (error instanceof UnreachableTargetError) return 'PROVIDER_DOWN'
  if (error instanceof ForbiddenTargetError) return 'MISCONFIGURED'
  if (error instanceof AuthorizationResponseError) return ofResponseError(error.error)
  if (error instanceof ResponseBodyError) return ofTokenError(error.error, error.status)
  if (error instanceof ClientError) return ofClientError(error)
  return null
}

/** RFC 6749 4.1.2.1, OpenID Connect Core 3.1.2.6. */
function ofResponseError(code: string): SsoFailure {
  if (['server_error', 'temporarily_unavailable'].includes(code)) return 'PROVIDER_DOWN'
  if (['unauthorized_client', 'invalid_client'].includes(code)) return 'CLIENT_REFUSED'
  if (['invalid_request', 'invalid_scope', 'unsupported_response_type'].includes(code)) return 'MISCONFIGURED'
  return 'DENIED'
}

/** RFC 6749 5.2. */
function ofTokenError(code: string, status: number): SsoFailure {
  if (status >= 500) return 'PROVIDER_DOWN'
  if (['invalid_client', 'unauthorized_client'].includes(code)) return 'CLIENT_REFUSED'
  return code === 'invalid_grant' ? 'EXPIRED' : 'MISCONFIGURED'
}

function ofClientError({ code, cause }: ClientError): SsoFailure | null {
  switch (code) {
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return 'PROVIDER_DOWN'
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
      return cause instanceof Response && cause.status < 500 ? 'MISCONFIGURED' : 'PROVIDER_DOWN'
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_PARSE_ERROR':
    case 'OAUTH_HTTP_REQUEST_FORBIDDEN':
    case 'OAUTH_REQUEST_PROTOCOL_FORBIDDEN':
    case 'OAUTH_INVALID_SERVER_METADATA':
    case 'OAUTH_MISSING_SERVER_METADATA':
      return 'MISCONFIGURED'
    default:
      return null
  }
}

function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}

/** For a person who is not let in by their network's provider. */
export function refused(reason: Extract<SsoFailure, 'GUEST' | 'NOT_A_MEMBER' | 'OTHER_IDENTITY'>): SsoFailureError {
  return new SsoFailureError(reason, 'Nobody gets in this way.')
}
