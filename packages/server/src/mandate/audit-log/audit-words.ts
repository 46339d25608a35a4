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
  'network.deletion_cancelled': () => 'Kept the network: it is not deleted',
  'invitation.sent': ({ email, role }) => `Invited ${email} as ${roles[role]}`,
  'invitation.resent': ({ email, role }) => `Invited ${email} as ${roles[role]} again`,
  'invitation.revoked': ({ email }) => `Took back the invitation of ${email}`,
  'invitation.link_created': () => 'Created a new invitation link for addresses of the proved domains',
  'invitation.link_deleted': () => 'Turned off the invitation link',
  'member.joined': ({ email, role, byLink }) =>
    `${email} joined as ${roles[role]}${byLink ? ' by the invitation link' : ''}`,
  'member.left': ({ email }) => `${email} left`,
  'member.removed': ({ email }) => `Removed ${email}`,
  'member.erased': () => 'An account was deleted, and left',
  'member.sessions_ended': ({ email }) => `Signed ${email} out of this network`,
  'member.role_changed': ({ email, from, to }) => `Changed the role of ${email} from ${roles[from]} to ${roles[to]}`,
  'mandate.activated': ({ deadline }) => `Required two-factor authentication of everyone by ${inUtc(deadline)}`,
  'mandate.deactivated': () => 'No longer requires two-factor authentication',
  'mandate.deadline_passed': () => 'The time to set up two-factor authentication ended',
  'mandate.reminded': ({ recipients, before }) =>
    `Reminded ${recipients} ${recipients === 1 ? 'person' : 'people'}${before === null ? '' : `, ${timeOf(before)} before the end`}`,
  'member.overdue': ({ email }) => `Signed ${email} out until two-factor authentication is set up`,
  'member.extended': ({ email, until, reason }) =>
    `Gave ${email ?? 'everyone'} more time until ${inUtc(until)}: ${reason}`,
  'member.re_enrolment_granted': ({ email, reason, expiresAt }) =>
    `Agreed that ${email} may set up two-factor authentication anew until ${inUtc(expiresAt)}: ${reason}`,
  'member.re_enrolment_cancelled': ({ email }) => `${email} took back that they may set up anew`,
  'member.re_enrolment_unwarned': ({ email }) => `The mail that warns ${email} of it could not be delivered`,
  'member.re_enrolled': ({ email, method }) => `${email} set up two-factor authentication anew: ${methods[method]}`,
  'policy.allowed_methods_changed': (event) =>
    `Accepts ${event.methods.map((method) => methods[method]).join(', ')} from ${inUtc(event.effectiveAt)}`,
  'sso.connection_saved': ({ issuer }) => `Set up company sign-in by ${issuer}`,
  'sso.connection_ending': ({ issuer, endsAt }) => `Ends company sign-in by ${issuer} on ${inUtc(endsAt)}`,
  'sso.connection_kept': () => 'Keeps company sign-in after all',
  'sso.tried': ({ outcome }) => `Tested company sign-in: ${ssoReasons[outcome] ?? outcome}`,
  'sso.just_in_time_changed': ({ role }) =>
    role ? `Lets newcomers in by company sign-in as ${roles[role]}` : 'Lets no newcomers in by company sign-in',
  'sso.required': ({ from }) => `Requires company sign-in from ${inUtc(from)}`,
  'sso.made_optional': () => 'No longer requires company sign-in',
  'sso.proof_required': ({ from, values }) =>
    `Asks company sign-in to prove a second step from ${inUtc(from)}: ${values.join(', ')}`,
  'sso.proof_made_optional': () => 'Trusts company sign-in to do the second step',
  'sso.domain_claimed': ({ domain }) => `Claimed the domain ${domain}`,
  'sso.domain_proved': ({ domain }) => `Proved the domain ${domain}`,
  'sso.domain_missing': ({ domain }) => `The record of ${domain} is gone`,
  'sso.domain_released': ({ domain }) => `Released the domain ${domain}`,
  'sso.identity_joined': ({ email }) => `Joined a company sign-in to ${email}`,
  'sso.identity_released': ({ email }) => `Released ${email} from company sign-in`,
  'sso.owner_entered': ({ email }) => `${email} went in without company sign-in`,
  'sso.sign_in_refused': ({ reason }) => `Refused a company sign-in: ${ssoReasons[reason] ?? reason}`,
  'sso.signed_out_by_provider': ({ email, sessions }) =>
    `The provider signed ${email} out of ${sessions} ${sessions === 1 ? 'session' : 'sessions'}`,
  'policy.log_retention_changed': ({ days }) =>
    days === null ? 'Keeps this log for good' : `Keeps this log for ${days} days`,
  'policy.language_changed': ({ locale }) =>
    locale
      ? `Set the language for people whose own is unknown to ${locale}`
      : 'Set no language for people whose own is unknown',
  'policy.help_contact_changed': () => 'Changed whom members may ask',
  'policy.trusted_devices_changed': ({ days }) =>
    days === 0 ? 'Asks for the second step at every sign-in' : `Lets browsers be trusted for ${days} days`,
  'policy.passkey_sign_in_changed': ({ isAllowed }) =>
    isAllowed ? 'Lets a passkey alone open the network' : 'Asks for the password beside a passkey',
  'policy.session_limit_changed': ({ hours, idleHours }) =>
    hours === null
      ? 'Lets a sign-in count as long as the session'
      : `Lets a sign-in count for ${hours} h, and ${idleHours} h without a request`,
  'api_key.created': ({ keyName, scopes }) => `Created the API key ${keyName} for ${scopes.join(', ')}`,
  'api_key.revoked': ({ keyName }) => `Revoked the API key ${keyName}`,
  'api_key.return_addresses_changed': ({ keyName }) => `Changed the return addresses of the API key ${keyName}`,
  'app.created': ({ appName }) => `Added the app ${appName}`,
  'app.changed': ({ appName, fields }) => `Changed the app ${appName}: ${fields.join(', ')}`,
  'app.secret_rotated': ({ appName }) => `Made a new secret for the app ${appName}`,
  'app.deleted': ({ appName }) => `Deleted the app ${appName}`,
  'app.signed_in': ({ appName, email }) => `${email} signed in to ${appName}`,
  'app.access_ended': ({ appName, email, reason }) =>
    `Ended the access of ${appName} for ${email}: ${appAccessEndReasons[reason] ?? reason}`,
  'webhook.created': ({ url }) => `Created the webhook ${url}`,
  'webhook.changed': ({ url }) => `Changed the webhook ${url}`,
  'webhook.secret_rotated': ({ url }) => `Renewed the secret of the webhook ${url}`,
  'webhook.deleted': ({ url }) => `Deleted the webhook ${url}`,
  'webhook.paused': ({ url, reason }) => `Paused the webhook ${url}: ${reason}`,
  'webhook.resumed': ({ url }) => `Resumed the webhook ${url}`,
  'verification.started': ({ app, email, reason }) => `${app} asked ${email} to confirm: ${reason}`,
  'verification.completed': ({ app, email }) => `${email} confirmed what ${app} asked`,
  'verification.declined': ({ app, email }) => `${email} declined what ${app} asked`,
  'verification.expired': ({ app, email }) => `${email} did not answer ${app} in time`,
  'verification.locked': ({ app, email }) => `Too many wrong answers of ${email} to ${app}`,
  'verification.no_second_step': ({ app, email }) => `${app} asked ${email}, who has no second step`,
}

const appAccessEndReasons: Record<string, string> = {
  CLOSED: 'the network is no longer open to them',
  SIGNED_OUT: 'they signed out',
  ENDED_BY_MEMBER: 'they ended it',
  ENDED_BY_ADMIN: 'an Admin ended it',
  GRANT_REUSED: 'a used token was presented again',
  APP_DELETED: 'the app was deleted',
}

const ssoReasons: Record<string, string> = {
  PROVIDER_DOWN: 'the provider did not answer',
  MISCONFIGURED: 'the configuration does not fit the provider',
  UNVERIFIABLE: 'the provider signs with an algorithm that cannot be verified here',
  CLIENT_REFUSED: 'the provider refused the client id or secret',
  UNTRUSTED: 'the answer could not be trusted',
  DENIED: 'the provider said no',
  EXPIRED: 'it was over, or of another browser',
  NO_SIGN_IN_TIME: 'the provider did not say when the person signed in',
  GUEST: 'guests sign in with their password',
  NOT_A_MEMBER: 'not a member',
  OTHER_IDENTITY: 'joined to another identity',
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
