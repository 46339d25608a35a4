import type { Role } from '@twinlock/shared/vocabulary'

interface Joined {
  accountId: string
  email: string
  issuer: string
}

/** What happens around a network's identity provider. */
export type SsoEventFacts =
  | { type: 'sso.connection_saved'; issuer: string; clientId: string }
  /** `timeZone`: the IANA zone of who decided it, for the words of mails. */
  | { type: 'sso.connection_ending'; issuer: string; endsAt: Date; timeZone: string }
  | { type: 'sso.connection_kept'; issuer: string }
  | { type: 'sso.tried'; outcome: string }
  | { type: 'sso.just_in_time_changed'; role: Role | null }
  | { type: 'sso.required'; from: Date; timeZone: string }
  | { type: 'sso.made_optional' }
  | { type: 'sso.proof_required'; from: Date; values: string[]; timeZone: string }
  | { type: 'sso.proof_made_optional' }
  | { type: 'sso.domain_claimed'; domain: string }
  | { type: 'sso.domain_proved'; domain: string }
  | { type: 'sso.domain_missing'; domain: string }
  | { type: 'sso.domain_released'; domain: string }
  | ({ type: 'sso.identity_joined'; subject: string } & Joined)
  | ({ type: 'sso.identity_released' } & Joined)
  /** An OWNER went in past a company sign-in that is required. */
  | { type: 'sso.owner_entered'; accountId: string; email: string }
  | { type: 'sso.sign_in_refused'; reason: string }
  | { type: 'sso.signed_out_by_provider'; accountId: string; email: string; sessions: number }
