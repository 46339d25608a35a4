import type { Locale } from '@twinlock/shared/locales'
import type { ApiKeyScope, FactorMethod, Role, SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { Evidence } from '../domain/evidence.js'
import type { SsoEventFacts } from './sso-event.types.js'

/** Where a request came from, as far as the server can tell. */
export interface Origin {
  address: string
  device: string
}

interface EventBase {
  /** Unique for ever: audit entries, emails and webhooks are keyed by it, so a repeat is a no-op. */
  id: string
  at: Date
}

interface AccountEventBase extends EventBase {
  accountId: string
  /** The address before the change: its owner must be notified. */
  email: string
  /** The former address, while the change of it can be undone: its owner gets every notice too. */
  alsoTo?: string
  name: string
  origin: Origin
}

/** Events of an account. Each is mailed to its owner or listed in its activity. */
export type AccountEvent = AccountEventBase &
  (
    | { type: 'account.created' }
    | { type: 'account.name_changed' }
    | { type: 'account.password_changed' }
    | { type: 'account.password_reset_requested' }
    | { type: 'account.password_reset' }
    /** `email` is the former address; `undoId` names the change to the link that undoes it. */
    | { type: 'account.email_changed'; newEmail: string; undoId: string; undoUntil: Date }
    /** `email` is the address that is back. */
    | { type: 'account.email_restored' }
    /** `until`: when it is erased. */
    | { type: 'account.deletion_scheduled'; until: Date }
    | { type: 'account.deletion_cancelled' }
    | { type: 'account.export_requested' }
    /**
     * `opens`: the ids of the networks that it opened; absent in events of earlier versions. `provider`: the network by
     * whose company sign-in, which no other network learns of.
     */
    | {
        type: 'sign_in.completed'
        methods: Evidence['method'][]
        isNewBrowser: boolean
        opens?: string[]
        provider?: string
      }
    | { type: 'sign_in.password_failed' }
    /** `isFirst` of its sign-in or session. */
    | { type: 'sign_in.second_step_failed'; method: SecondStepMethod; isFirst: boolean }
    /** `untilReset`: a hundred in ninety days. */
    | { type: 'sign_in.locked'; untilReset: boolean }
    /** Correct passwords without a second step, and wrong codes, since the owner was last notified. */
    | { type: 'sign_in.unfinished'; signIns: number; failures: number }
    | { type: 'session.ended' }
    | { type: 'two_factor.enabled'; method: FactorMethod }
    | { type: 'two_factor.method_added'; method: FactorMethod }
    | { type: 'two_factor.method_replaced'; method: FactorMethod }
    | { type: 'two_factor.method_removed'; method: FactorMethod }
    | { type: 'two_factor.disabled' }
    /** Replaces all earlier methods, after the networks granted it. */
    | { type: 'two_factor.set_up_anew'; method: FactorMethod }
    | { type: 'two_factor.preferred_changed'; method: FactorMethod }
    /** Rejected because its counter went backwards: the key may have been copied. */
    | { type: 'two_factor.passkey_copied' }
    | { type: 'backup_code.used'; left: number }
    | { type: 'backup_code.shown' }
    | { type: 'backup_code.regenerated' }
    | { type: 'trusted_device.added' }
    | { type: 'trusted_device.forgotten' }
  )

interface NetworkEventBase extends EventBase {
  networkId: string
  networkName: string
  /** Who did it: a person, an API key, or the system on its own. */
  actor:
    | { kind: 'person'; accountId: string; name: string }
    | { kind: 'key'; keyId: string; name: string }
    | { kind: 'system' }
  origin: Origin | null
}

/** The activation that a deadline belongs to, and the IANA time zone of the person who set it. */
interface MandateTerms {
  activationId: string
  timeZone: string
}

interface ConcernedMember {
  accountId: string
  email: string
}

/** The member an app asked to verify, and the reason they were shown. */
interface VerificationFacts {
  verificationId: string
  accountId: string
  email: string
  name: string
  /** The name of the API key that requested it. */
  app: string
  reason: string
}

interface AppFacts {
  appId: string
  appName: string
}

/** Why an app lost access on a member's behalf. */
export const appAccessEnds = [
  'CLOSED',
  'SIGNED_OUT',
  'ENDED_BY_MEMBER',
  'ENDED_BY_ADMIN',
  'GRANT_REUSED',
  'APP_DELETED',
] as const
export type AppAccessEnd = (typeof appAccessEnds)[number]

/** Events of a network: the entries of its audit log. */
export type NetworkEvent = NetworkEventBase &
  (
    | { type: 'network.created' }
    | { type: 'network.plan_changed'; from: string; to: string }
    /** To that member; the actor is the former owner. */
    | ({ type: 'network.ownership_transferred' } & ConcernedMember)
    /** `until`: when it is deleted. */
    | { type: 'network.deletion_scheduled'; until: Date }
    | { type: 'network.deletion_cancelled' }
    | { type: 'invitation.sent'; email: string; role: Role }
    | { type: 'invitation.resent'; email: string; role: Role }
    | { type: 'invitation.revoked'; email: string; role: Role }
    /** Created, or replaced by a new one. */
    | { type: 'invitation.link_created' }
    | { type: 'invitation.link_deleted' }
    /** `byLink`: by the network's own link, not by an invitation. */
    | { type: 'member.joined'; accountId: string; email: string; role: Role; byLink?: true }
    | { type: 'member.left'; accountId: string; email: string }
    | { type: 'member.removed'; accountId: string; email: string }
    /** The account was erased. */
    | { type: 'member.erased'; accountId: string }
    /** An Admin ended their sessions here: they have to sign in again for this network. */
    | ({ type: 'member.sessions_ended' } & ConcernedMember)
    | { type: 'member.role_changed'; accountId: string; email: string; from: Role; to: Role }
    | { type: 'mandate.activated'; activationId: string; graceHours: number; deadline: Date; timeZone?: string }
    | { type: 'mandate.deactivated'; activationId: string }
    | { type: 'mandate.deadline_passed'; activationId: string }
    /** `before`: milliseconds before the deadline, by itself; null when an Admin sent it. */
    | { type: 'mandate.reminded'; activationId: string; recipients: number; before: number | null }
    | { type: 'member.overdue'; accountId: string; email: string }
    /** More time for one member, or (null) for all members without 2FA. */
    | ({
        type: 'member.extended'
        accountId: string | null
        email: string | null
        until: Date
        reason: string
      } & MandateTerms)
    /** `grantId` is in the email's link that cancels it. */
    | ({ type: 'member.re_enrolment_granted'; grantId: string; reason: string; expiresAt: Date } & ConcernedMember)
    /** By the member, with the emailed link. */
    | ({ type: 'member.re_enrolment_cancelled'; grantId: string } & ConcernedMember)
    /** The email that warns the member could not be delivered. */
    | ({ type: 'member.re_enrolment_unwarned'; grantId: string } & ConcernedMember)
    | ({ type: 'member.re_enrolled'; method: FactorMethod } & ConcernedMember)
    /** `effectiveAt`: until then the earlier methods count too. */
    | ({ type: 'policy.allowed_methods_changed'; methods: FactorMethod[]; effectiveAt: Date } & Partial<MandateTerms>)
    | { type: 'policy.help_contact_changed' }
    /** Null: none. */
    | { type: 'policy.language_changed'; locale: Locale | null }
    /** Null: retained forever. */
    | { type: 'policy.log_retention_changed'; days: number | null }
    /** `effectiveAt`: until then the earlier setting applies. Absent: effective at once. */
    | ({ type: 'policy.trusted_devices_changed'; days: number; effectiveAt?: Date } & Partial<MandateTerms>)
    | ({ type: 'policy.passkey_sign_in_changed'; isAllowed: boolean; effectiveAt?: Date } & Partial<MandateTerms>)
    /** Null: as long as sessions last. */
    | ({
        type: 'policy.session_limit_changed'
        hours: number | null
        idleHours: number | null
        effectiveAt?: Date
      } & Partial<MandateTerms>)
    | { type: 'api_key.created'; keyId: string; keyName: string; scopes: ApiKeyScope[]; expiresAt: Date }
    | { type: 'api_key.revoked'; keyId: string; keyName: string }
    | { type: 'api_key.return_addresses_changed'; keyId: string; keyName: string; returnAddresses: string[] }
    | { type: 'webhook.created'; webhookId: string; url: string }
    | { type: 'webhook.changed'; webhookId: string; url: string }
    | { type: 'webhook.secret_rotated'; webhookId: string; url: string }
    | { type: 'webhook.deleted'; webhookId: string; url: string }
    | { type: 'webhook.paused'; webhookId: string; url: string; reason: string }
    | { type: 'webhook.resumed'; webhookId: string; url: string }
    | ({ type: 'app.created' } & AppFacts)
    | ({ type: 'app.changed'; fields: string[] } & AppFacts)
    | ({ type: 'app.secret_rotated' } & AppFacts)
    | ({ type: 'app.deleted' } & AppFacts)
    /** A member's first access from one session; `acr` is the level of the sign-in. */
    | ({ type: 'app.signed_in'; acr: string } & AppFacts & ConcernedMember)
    | ({ type: 'app.access_ended'; reason: AppAccessEnd } & AppFacts & ConcernedMember)
    | SsoEventFacts
    | ({ type: 'verification.started' } & VerificationFacts)
    | ({ type: 'verification.completed'; methods: SecondStepMethod[] } & VerificationFacts)
    | ({ type: 'verification.declined' } & VerificationFacts)
    | ({ type: 'verification.expired' } & VerificationFacts)
    | ({ type: 'verification.locked' } & VerificationFacts)
    | ({ type: 'verification.no_second_step' } & VerificationFacts)
  )

export type DomainEvent = AccountEvent | NetworkEvent
