import type { FactorMethod, Role } from '@twinlock/shared/vocabulary'
import type { NetworkEvent } from '../../events/event.types.js'

/** The text of each event type; the compiler requires one for a new type. */
type Words = { [T in NetworkEvent['type']]: (event: Extract<NetworkEvent, { type: T }>) => string }

const HOUR = 3_600_000
const roles: Record<Role, string> = { OWNER: 'Owner', ADMIN: 'Admin', MEMBER: 'Member', GUEST: 'Guest' }
const methods: Record<FactorMethod, string> = {
  AUTHENTICATOR_APP: 'authentication app',
  SMS: 'SMS text message',
  PASSKEY: 'passkey',
}

const words: Words = {
  'network.created': () => 'Created the network',
  'network.plan_changed': ({ from, to }) => `Changed the plan from ${from} to ${to}`,
  'network.ownership_transferred': ({ email }) => `Made ${email} the owner`,
  'network.deletion_scheduled': ({ until }) => `Scheduled the network to be deleted on ${inUtc(until)}`,
  'network.deletion_cancelled': () => 'Cancelled the deletion of the network',
  'invitation.sent': ({ email, role }) => `Invited ${email} as ${roles[role]}`,
  'invitation.resent': ({ email, role }) => `Invited ${email} as ${roles[role]} again`,
  'invitation.revoked': ({ email }) => `Revoked the invitation of ${email}`,
  'invitation.link_created': () => 'Created a new invitation link for the network’s domains',
  'invitation.link_deleted': () => 'Turned off the invitation link',
  'member.joined': ({ email, role, byLink }) =>
    `${email} joined as ${roles[role]}${byLink ? ' with the invitation link' : ''}`,
  'member.left': ({ email }) => `${email} left`,
  'member.removed': ({ email }) => `Removed ${email}`,
  'member.erased': () => 'A member’s account was deleted',
  'member.sessions_ended': ({ email }) => `Signed ${email} out of this network`,
  'member.role_changed': ({ email, from, to }) => `Changed the role of ${email} from ${roles[from]} to ${roles[to]}`,
  'mandate.activated': ({ deadline }) => `Required two-factor authentication for everyone by ${inUtc(deadline)}`,
  'mandate.deactivated': () => 'Stopped requiring two-factor authentication',
  'mandate.deadline_passed': () => 'The deadline to set up two-factor authentication passed',
  'mandate.reminded': ({ recipients, before }) =>
    `Reminded ${recipients} ${recipients === 1 ? 'person' : 'people'}${before === null ? '' : `, ${timeOf(before)} before the deadline`}`,
  'member.overdue': ({ email }) => `Signed ${email} out until two-factor authentication is set up`,
  'member.extended': ({ email, until, reason }) =>
    `Gave ${email ?? 'everyone'} more time until ${inUtc(until)}: ${reason}`,
  'member.re_enrolment_granted': ({ email, reason, expiresAt }) =>
    `Let ${email} set up two-factor authentication again until ${inUtc(expiresAt)}: ${reason}`,
  'member.re_enrolment_cancelled': ({ email }) => `${email} stopped the new set-up because they didn’t ask for it`,
  'member.re_enrolment_unwarned': ({ email }) =>
    `The email that warns ${email} about the new set-up couldn’t be delivered`,
  'member.re_enrolled': ({ email, method }) => `${email} set up two-factor authentication again: ${methods[method]}`,
  'policy.allowed_methods_changed': (event) =>
    `Changed the accepted methods to ${event.methods.map((method) => methods[method]).join(', ')} from ${inUtc(event.effectiveAt)}`,
  'sso.connection_saved': ({ issuer }) => `Set up company sign-in with ${issuer}`,
  'sso.connection_ending': ({ issuer, endsAt }) =>
    `Scheduled the end of company sign-in with ${issuer} for ${inUtc(endsAt)}`,
  'sso.connection_kept': () => 'Cancelled the end of company sign-in',
  'sso.tried': ({ outcome }) => `Tested company sign-in: ${ssoReasons[outcome] ?? outcome}`,
  'sso.just_in_time_changed': ({ role }) =>
    role
      ? `Let new people join through company sign-in as ${roles[role]}`
      : 'Stopped letting new people join through company sign-in',
  'sso.required': ({ from }) => `Required company sign-in from ${inUtc(from)}`,
  'sso.made_optional': () => 'Stopped requiring company sign-in',
  'sso.proof_required': ({ from, values }) =>
    `Required proof of a second step from company sign-in from ${inUtc(from)}: ${values.join(', ')}`,
  'sso.proof_made_optional': () => 'Trusted company sign-in to do the second step',
  'sso.domain_claimed': ({ domain }) => `Claimed the domain ${domain}`,
  'sso.domain_proved': ({ domain }) => `Verified the domain ${domain}`,
  'sso.domain_missing': ({ domain }) => `The DNS record of ${domain} is missing`,
  'sso.domain_released': ({ domain }) => `Released the domain ${domain}`,
  'sso.identity_joined': ({ email }) => `Linked a company sign-in to ${email}`,
  'sso.identity_released': ({ email }) => `Released the company sign-in of ${email}`,
  'sso.owner_entered': ({ email }) => `${email} signed in without company sign-in`,
  'sso.sign_in_refused': ({ reason }) => `Refused a company sign-in: ${ssoReasons[reason] ?? reason}`,
  'sso.signed_out_by_provider': ({ email, sessions }) =>
    `The provider signed ${email} out of ${sessions} ${sessions === 1 ? 'session' : 'sessions'}`,
  'policy.log_retention_changed': ({ days }) =>
    days === null ? 'Set this log to be kept indefinitely' : `Set this log to be kept for ${days} days`,
  'policy.language_changed': ({ locale }) =>
    locale ? `Set the network’s language to ${locale}` : 'Removed the network’s language',
  'policy.help_contact_changed': () => 'Changed the help contact',
  'policy.trusted_devices_changed': ({ days }) =>
    days === 0 ? 'Turned off trusted devices' : `Allowed trusted devices for ${days} days`,
  'policy.passkey_sign_in_changed': ({ isAllowed }) =>
    isAllowed ? 'Allowed signing in with a passkey alone' : 'Required the password as well as a passkey',
  'policy.session_limit_changed': ({ hours, idleHours }) =>
    hours === null
      ? 'Removed the limit on how long a sign-in lasts'
      : `Limited sign-ins to ${hours} h, or ${idleHours} h without activity`,
  'api_key.created': ({ keyName, scopes }) => `Created the API key ${keyName} for ${scopes.join(', ')}`,
  'api_key.revoked': ({ keyName }) => `Revoked the API key ${keyName}`,
  'api_key.return_addresses_changed': ({ keyName }) => `Changed the return addresses of the API key ${keyName}`,
  'app.created': ({ appName }) => `Added the app ${appName}`,
  'app.changed': ({ appName, fields }) => `Changed the app ${appName}: ${fields.join(', ')}`,
  'app.secret_rotated': ({ appName }) => `Created a new secret for the app ${appName}`,
  'app.deleted': ({ appName }) => `Deleted the app ${appName}`,
  'app.signed_in': ({ appName, email }) => `${email} signed in to ${appName}`,
  'app.access_ended': ({ appName, email, reason }) =>
    `Ended ${email}’s access to ${appName}: ${appAccessEndReasons[reason] ?? reason}`,
  'webhook.created': ({ url }) => `Created the webhook ${url}`,
  'webhook.changed': ({ url }) => `Changed the webhook ${url}`,
  'webhook.secret_rotated': ({ url }) => `Changed the secret of the webhook ${url}`,
  'webhook.deleted': ({ url }) => `Deleted the webhook ${url}`,
  'webhook.paused': ({ url, reason }) => `Paused the webhook ${url}: ${reason}`,
  'webhook.resumed': ({ url }) => `Resumed the webhook ${url}`,
  'verification.started': ({ app, email, reason }) => `${app} asked ${email} to confirm: ${reason}`,
  'verification.completed': ({ app, email }) => `${email} confirmed the request from ${app}`,
  'verification.declined': ({ app, email }) => `${email} declined the request from ${app}`,
  'verification.expired': ({ app, email }) => `${email} did not answer ${app} in time`,
  'verification.locked': ({ app, email }) => `${email} entered too many wrong codes for ${app}`,
  'verification.no_second_step': ({ app, email }) => `${app} asked ${email}, who has no second step`,
}

const appAccessEndReasons: Record<string, string> = {
  CLOSED: 'the network is no longer open to them',
  SIGNED_OUT: 'they signed out',
  ENDED_BY_MEMBER: 'they ended it',
  ENDED_BY_ADMIN: 'an admin ended it',
  GRANT_REUSED: 'a used token was presented again',
  APP_DELETED: 'the app was deleted',
}

const ssoReasons: Record<string, string> = {
  PROVIDER_DOWN: 'the provider didn’t respond',
  MISCONFIGURED: 'the settings don’t match the provider',
  UNVERIFIABLE: 'the provider signs with an algorithm that cannot be verified here',
  CLIENT_REFUSED: 'the provider refused the client ID or secret',
  UNTRUSTED: 'the answer couldn’t be verified',
  DENIED: 'the provider refused',
  EXPIRED: 'it expired, or came from another browser',
  NO_SIGN_IN_TIME: 'the provider didn’t report when the person signed in',
  GUEST: 'guests sign in with their password',
  NOT_A_MEMBER: 'not a member',
  OTHER_IDENTITY: 'linked to another identity',
  OTHER_ACCOUNT: 'another account',
  WORKED: 'it worked',
}

/** What happened, as an Admin reads it, without the actor and the time. */
export function wordsOf(event: NetworkEvent): string {
  const say = words[event.type] as ((event: NetworkEvent) => string) | undefined
  // Only an event from a newer version has none.
  return say ? say(event) : event.type
}

function inUtc(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function timeOf(ms: number): string {
  const hours = ms / HOUR
  if (hours % 24 === 0) return hours === 24 ? '1 day' : `${hours / 24} days`
  return hours === 1 ? '1 hour' : `${hours} hours`
}
