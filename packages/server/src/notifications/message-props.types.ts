import type { Locale } from '@twinlock/shared/locales'
import type { ApiKeyScope, FactorMethod, Role } from '@twinlock/shared/vocabulary'
import type { Origin } from '../events/event.types.js'

/** What every notice to the owner of an account states in addition to the event: when, and from where. */
export interface NoticeProps {
  at: Date
  origin: Origin
}

interface CodeProps {
  /** Six digits. */
  code: string
  expiresAt: Date
}

/** The language of a network's mails, for recipients whose own is unknown. */
export interface NetworkLanguage {
  locale?: Locale
}

/** What every mail of a whole network shares: no recipient in it, so it is rendered once for all of them. */
export interface NetworkMailProps extends NetworkLanguage {
  networkName: string
  /** Who decided it; the Admin or the API key's name. */
  actorName: string
  /** Whom to ask, as the Admins wrote it. */
  helpContact: string | null
}

interface DeadlineProps extends NetworkMailProps {
  deadline: Date
  /** IANA zone of the Admin who set it; UTC is always shown beside it. */
  timeZone: string
}

/** To those who have something to do. */
interface ToDo {
  /** The methods that count, if the recipient's own do not; absent if they have none at all. */
  addOneOf?: FactorMethod[]
}

/** From `deadline` on. */
interface SsoDeadlineProps extends DeadlineProps {
  slug: string
}

/** What every notice to the Admins of a network states in addition to the event. */
export interface NetworkNoticeProps extends NetworkLanguage {
  networkName: string
  slug: string
  /** Who did it; null for the system. */
  actorName: string | null
  at: Date
  origin: Origin | null
}

/** Every message there is, and what its template needs. */
export interface MessageProps {
  'sign-up-code': CodeProps
  /** Goes out in place of `sign-up-code` when the address has an account: same subject and time, no code. */
  'address-already-registered': NoticeProps & { expiresAt: Date }
  'mailbox-code': CodeProps & { origin: Origin }
  /** The token travels in the fragment of the link. */
  'password-reset-link': { token: string; expiresAt: Date; origin: Origin }
  /** To the new address: the code that proves it, or that it has an account. */
  'email-change-code': CodeProps
  'email-change-taken': NoticeProps & { expiresAt: Date }
  /** To the former address; the token travels in the fragment of the link. */
  'email-changed': NoticeProps & { newEmail: string; undoUntil: Date; undoToken: string }
  /** The token travels in the fragment of the link. */
  'export-link': { token: string; expiresAt: Date; origin: Origin }
  invitation: {
    token: string
    expiresAt: Date
    networkName: string
    inviterName: string
    role: Role
    /** The network requires two-factor authentication: set-up comes with the first entry. */
    isTwoFactorRequired: boolean
    helpContact: string | null
  }

  /** To a member who was granted a re-enrolment by an Admin: what it means, and the link that cancels it. */
  're-enrolment-granted': NetworkLanguage & {
    networkName: string
    actorName: string
    reason: string
    /** When it can be used; null: at once. */
    from: Date | null
    until: Date
    /** The names of the networks that have to agree as well. */
    alsoToAgree: string[]
    /** Travels in the fragment of the link. */
    cancelToken: string
  }
  're-enrolment-granted-sms': { expiresAt: Date }

  'sign-in-sms': CodeProps
  'set-up-sms': CodeProps
  /** Confirms in a session that it is still its owner. */
  'confirmation-sms': CodeProps

  'mandate-activated-to-do': DeadlineProps & ToDo
  'mandate-activated-ready': NetworkMailProps
  'mandate-activated-sso': NetworkMailProps
  'mandate-reminder': DeadlineProps & ToDo
  'mandate-deadline-passed': NetworkMailProps & ToDo
  'mandate-before-first-entry': NetworkMailProps & ToDo
  /** `deadline` is the new one. */
  'mandate-extended': DeadlineProps & { reason: string }
  'mandate-deactivated': NetworkMailProps
  /** From `deadline` on the setting counts. */
  'mandate-setting-changing': DeadlineProps & {
    change: { of: 'sessions'; hours: number; idleHours: number } | { of: 'devices'; days: number } | { of: 'passkeys' }
  }
  /** From `deadline` on only `allowedMethods` are accepted. */
  'mandate-methods-changing': DeadlineProps & { allowedMethods: FactorMethod[] }

  'sso-required': SsoDeadlineProps
  'sso-proof-required': SsoDeadlineProps
  'sso-ending': SsoDeadlineProps
  'sso-owner-entered': NoticeProps & NetworkLanguage & { networkName: string; slug: string; ownerName: string }

  'network-api-key-created': NetworkNoticeProps & { keyName: string; scopes: ApiKeyScope[]; worksUntil: Date }
  'network-api-key-revoked': NetworkNoticeProps & { keyName: string }
  'network-return-addresses-changed': NetworkNoticeProps & { keyName: string; returnAddresses: string[] }
  'network-webhook-created': NetworkNoticeProps & { url: string }
  'network-webhook-changed': NetworkNoticeProps & { url: string }
  'network-webhook-secret-rotated': NetworkNoticeProps & { url: string }
  'network-webhook-deleted': NetworkNoticeProps & { url: string }
  'network-webhook-paused': NetworkNoticeProps & { url: string; problem: string }
  /** A member reported that a request was not theirs. */
  'network-verification-declined': NetworkNoticeProps & { app: string; memberName: string; reason: string }

  'network-deletion-scheduled': NetworkNoticeProps & { until: Date }
  'network-deletion-cancelled': NetworkNoticeProps
  'network-ownership-transferred': NetworkNoticeProps & { email: string }

  /** The person says that they did not ask to be helped back in. */
  'network-re-enrolment-cancelled': NetworkNoticeProps & { email: string }

  /** To the operator: something on this installation to look into. */
  'operator-alarm': { subject: string; lines: string[]; at: Date }

  'notice-new-sign-in': NoticeProps
  'notice-sign-in-unfinished': NoticeProps & { signIns: number; failures: number }
  'notice-sign-in-locked': NoticeProps & { untilReset: boolean }
  'notice-two-factor-on': NoticeProps & { method: FactorMethod }
  'notice-two-factor-off': NoticeProps
  'notice-method-added': NoticeProps & { method: FactorMethod }
  'notice-method-replaced': NoticeProps & { method: FactorMethod }
  'notice-set-up-anew': NoticeProps & { method: FactorMethod }
  'notice-method-removed': NoticeProps & { method: FactorMethod }
  'notice-passkey-copied': NoticeProps
  'notice-preferred-changed': NoticeProps & { method: FactorMethod }
  'notice-backup-code-used': NoticeProps & { left: number }
  'notice-backup-codes-shown': NoticeProps
  'notice-backup-codes-regenerated': NoticeProps
  'notice-password-changed': NoticeProps
  'notice-password-reset': NoticeProps
  'notice-name-changed': NoticeProps
  'notice-email-changed': NoticeProps
  'notice-deletion-scheduled': NoticeProps & { until: Date }
  'notice-deletion-cancelled': NoticeProps
  /** An Admin of that network did it. */
  'notice-network-sessions-ended': NoticeProps & NetworkLanguage & { networkName: string }
  'notice-email-restored': NoticeProps
  'notice-device-trusted': NoticeProps
  'notice-company-sign-in-joined': NoticeProps & NetworkLanguage & { networkName: string }
}

export type TemplateName = keyof MessageProps
export type CodeSmsTemplateName = 'sign-in-sms' | 'set-up-sms' | 'confirmation-sms'
export type SmsTemplateName = CodeSmsTemplateName | 're-enrolment-granted-sms'
export type MailTemplateName = Exclude<TemplateName, SmsTemplateName>
