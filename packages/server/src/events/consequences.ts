import { InjectionToken } from '@needle-di/core'
import type { DomainEvent } from './event.types.js'

/**
 * What each event triggers, besides its entry in the audit log. The compiler asks for the line of a new event.
 *
 * - `copies`: what listings show of an account; `coverage`: who is protected, counted
 * - `notices`: mails to the owner of the account; `life notices`, `extension mail`, `recovery notices`: mails to one
 *   person that need more than the event; `admin notices`: to the Admins; `sso notices`: of a company sign-in
 * - `broadcasts`: mails to many, and the reminders of a deadline
 * - `apps`: rechecks, within seconds, the app sessions of anyone who may have lost access
 * - `webhooks`, `metrics`
 */
export const consequences = {
  'account.created': [],
  'account.name_changed': ['copies', 'notices'],
  'account.password_changed': ['notices', 'apps'],
  // The mail with the link reports it.
  'account.password_reset_requested': [],
  'account.password_reset': ['notices', 'apps'],
  'account.email_changed': ['copies', 'notices', 'life notices', 'apps'],
  'account.email_restored': ['copies', 'notices', 'apps'],
  'account.deletion_scheduled': ['copies', 'notices', 'apps'],
  'account.deletion_cancelled': ['copies', 'notices', 'apps'],
  // The mail with the link reports it.
  'account.export_requested': [],

  'sign_in.completed': ['copies', 'notices', 'metrics'],
  'sign_in.password_failed': ['metrics'],
  'sign_in.second_step_failed': ['webhooks', 'metrics'],
  'sign_in.locked': ['notices', 'metrics'],
  'sign_in.unfinished': ['notices', 'metrics'],
  'session.ended': ['apps'],

  'two_factor.enabled': ['copies', 'coverage', 'notices', 'apps', 'webhooks'],
  'two_factor.method_added': ['copies', 'coverage', 'notices', 'apps', 'webhooks'],
  'two_factor.method_replaced': ['copies', 'notices', 'apps', 'webhooks'],
  'two_factor.method_removed': ['copies', 'coverage', 'notices', 'apps', 'webhooks'],
  'two_factor.disabled': ['copies', 'coverage', 'notices', 'apps', 'webhooks'],
  'two_factor.set_up_anew': ['copies', 'coverage', 'notices', 'apps', 'webhooks'],
  'two_factor.preferred_changed': ['notices'],
  'two_factor.passkey_copied': ['notices'],
  'backup_code.used': ['notices', 'webhooks'],
  'backup_code.shown': ['notices'],
  'backup_code.regenerated': ['notices'],
  'trusted_device.added': ['notices'],
  'trusted_device.forgotten': ['apps'],

  'network.created': ['coverage'],
  'network.plan_changed': ['apps'],
  'network.ownership_transferred': ['admin notices', 'apps'],
  'network.deletion_scheduled': ['admin notices', 'apps'],
  'network.deletion_cancelled': ['admin notices', 'apps'],

  'invitation.sent': [],
  'invitation.resent': [],
  'invitation.revoked': [],
  'invitation.link_created': [],
  'invitation.link_deleted': [],

  'member.joined': ['coverage', 'apps', 'webhooks'],
  'member.left': ['coverage', 'apps', 'webhooks'],
  'member.removed': ['coverage', 'apps', 'webhooks'],
  'member.erased': ['coverage', 'apps', 'webhooks'],
  'member.sessions_ended': ['life notices', 'apps', 'webhooks'],
  'member.role_changed': ['copies', 'coverage', 'apps', 'webhooks'],
  'member.overdue': ['apps', 'webhooks'],
  'member.extended': ['broadcasts', 'extension mail', 'apps', 'webhooks'],
  'member.re_enrolment_granted': ['recovery notices'],
  'member.re_enrolment_cancelled': ['admin notices'],
  'member.re_enrolment_unwarned': [],
  'member.re_enrolled': ['apps'],

  'mandate.activated': ['coverage', 'broadcasts', 'apps', 'webhooks'],
  'mandate.deactivated': ['coverage', 'broadcasts', 'apps', 'webhooks'],
  'mandate.deadline_passed': ['apps'],
  'mandate.reminded': [],
  'policy.allowed_methods_changed': ['coverage', 'broadcasts', 'apps'],
  'policy.trusted_devices_changed': ['broadcasts', 'apps'],
  'policy.passkey_sign_in_changed': ['broadcasts', 'apps'],
  'policy.session_limit_changed': ['broadcasts', 'apps'],
  'policy.help_contact_changed': [],
  'policy.language_changed': [],
  'policy.log_retention_changed': [],

  'sso.connection_saved': ['coverage', 'apps'],
  'sso.connection_ending': ['coverage', 'sso notices', 'apps'],
  'sso.connection_kept': ['apps'],
  'sso.tried': [],
  'sso.just_in_time_changed': [],
  'sso.required': ['sso notices', 'apps'],
  'sso.made_optional': ['apps'],
  'sso.proof_required': ['sso notices', 'apps'],
  'sso.proof_made_optional': ['apps'],
  'sso.domain_claimed': [],
  'sso.domain_proved': [],
  'sso.domain_missing': ['apps'],
  'sso.domain_released': ['apps'],
  'sso.identity_joined': ['copies', 'coverage', 'sso notices', 'apps'],
  'sso.identity_released': ['copies', 'coverage', 'apps'],
  'sso.owner_entered': ['sso notices'],
  'sso.sign_in_refused': [],
  'sso.signed_out_by_provider': ['apps'],

  'api_key.created': ['admin notices', 'webhooks'],
  'api_key.revoked': ['admin notices', 'webhooks'],
  'api_key.return_addresses_changed': ['admin notices'],
  'webhook.created': ['admin notices'],
  'webhook.changed': ['admin notices'],
  'webhook.secret_rotated': ['admin notices'],
  'webhook.deleted': ['admin notices'],
  'webhook.paused': ['admin notices'],
  'webhook.resumed': [],

  'app.created': ['webhooks'],
  'app.changed': ['apps', 'webhooks'],
  'app.secret_rotated': ['webhooks'],
  'app.deleted': ['webhooks'],
  'app.signed_in': ['metrics', 'webhooks'],
  'app.access_ended': ['webhooks'],

  'verification.started': [],
  'verification.completed': ['webhooks'],
  'verification.declined': ['admin notices', 'webhooks'],
  'verification.expired': ['webhooks'],
  'verification.locked': ['webhooks'],
  'verification.no_second_step': ['webhooks'],
} as const satisfies Record<DomainEvent['type'], readonly string[]>

type Consequences = typeof consequences
export type Consequence = Consequences[DomainEvent['type']][number]

type TypesFor<C extends Consequence> = {
  [T in keyof Consequences]: C extends Consequences[T][number] ? T : never
}[keyof Consequences]

/** The events that call for it: its switch over them is complete without a case for any other. */
export type EventsFor<C extends Consequence> = Extract<DomainEvent, { type: TypesFor<C> }>

/** False for every consequence of an event that a newer version has written: it is kept in the audit log alone. */
export function callsFor<C extends Consequence>(event: DomainEvent, consequence: C): event is EventsFor<C> {
  const called: readonly Consequence[] | undefined = consequences[event.type]
  return called?.includes(consequence) ?? false
}

/** Does what follows from events. Idempotent by the event's id, since it may be called again after a crash. */
export interface EventHandler {
  /** Stored with an event that is to be retried: renaming a handler abandons its retries. */
  name: string
  isCalledFor(event: DomainEvent): boolean
  /** Several at once, oldest first: what they have in common is one command. */
  handle(events: readonly DomainEvent[]): Promise<void>
}

/** In the order in which they are called; what they call is on higher floors. */
export const EventHandlers = new InjectionToken<readonly EventHandler[]>('EventHandlers')
