import { limits } from '@twinlock/shared/limits'
import type { IDToken, UserInfoResponse } from 'openid-client'
import { SsoFailureError } from './sso-failure.js'

/** A provider's claims about a person, after its signature, audience, time and nonce were checked. */
export interface ProviderAnswer {
  issuer: string
  subject: string
  email: { email: string; isVerified: boolean } | null
  name: string | null
  amr: string[]
  acr: string | null
  authTime: Date | null
  sid: string | null
  /** Everything that came back: what an Admin sees who tries the sign-in. */
  claims: Record<string, unknown>
  idToken: string
}

const LONGEST_TEXT = 255
/** OpenID Connect Core 5.1 has a boolean; Amazon Cognito and Apple write it as a text. */
const verified = new Set<unknown>([true, 'true'])
const ownedByXmsEdov = new Set<unknown>([true, 1, '1', 'true'])

/** @throws SsoFailureError */
export function answerOf(
  claims: IDToken,
  userInfo: UserInfoResponse | null,
  idToken: string,
  now: Date,
): ProviderAnswer {
  if (claims.iat * 1_000 > now.getTime() + limits.providerClockSkew)
    throw new SsoFailureError('UNTRUSTED', 'The ID token was issued in the future.')
  // OpenID Connect Core 2: at most 255 ASCII characters.
  if (!/^[\x20-\x7e]{1,255}$/.test(claims.sub)) throw new SsoFailureError('UNTRUSTED', 'The subject is no subject.')
  const said = userInfo ? { ...userInfo, ...claims } : claims
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: emailIn(said),
    name: text(said.name),
    amr: textsIn(claims.amr),
    acr: text(claims.acr),
    authTime: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1_000) : null,
    sid: text(claims.sid),
    claims: { ...said },
    idToken,
  }
}

function emailIn(said: Record<string, unknown>): ProviderAnswer['email'] {
  const email = text(said.email)
  if (!email) return null
  // Entra ID says by `xms_edov` that the owner of the domain was verified, and never `email_verified`.
  const isVerified = verified.has(said.email_verified) || ownedByXmsEdov.has(said.xms_edov)
  return { email, isVerified }
}

/** Some providers write the one method that was used as a text. */
function textsIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.slice(0, 20).flatMap((item) => text(item) ?? [])
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT ? value : null
}
