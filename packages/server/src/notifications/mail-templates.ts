import {
  addressAlreadyRegisteredMail,
  emailChangeCodeMail,
  emailChangedMail,
  emailChangeTakenMail,
  exportLinkMail,
  invitationMail,
  mailboxCodeMail,
  passwordResetLinkMail,
  reEnrolmentGrantedMail,
  signUpCodeMail,
} from './account-mails.js'
import type { MailTemplate } from './letter.types.js'
import {
  mandateActivatedReadyMail,
  mandateActivatedSsoMail,
  mandateActivatedToDoMail,
  mandateBeforeFirstEntryMail,
  mandateDeactivatedMail,
  mandateDeadlinePassedMail,
  mandateExtendedMail,
  mandateMethodsChangingMail,
  mandateReminderMail,
  mandateSettingChangingMail,
} from './mandate-mails.js'
import type { MailTemplateName } from './message-props.types.js'
import { datedNotice, methodNotice, networkNoticeMail, noticeMail, operatorAlarmMail } from './notice-mails.js'
import { printableName } from './printable.js'
import { ssoDeadlineMail, ssoOwnerEnteredMail } from './sso-mails.js'

/** Every email there is: the compiler requires a template as soon as `MessageProps` names a message. */
export const mailTemplates: { readonly [T in MailTemplateName]: MailTemplate<T> } = {
  'sign-up-code': signUpCodeMail,
  'address-already-registered': addressAlreadyRegisteredMail,
  'mailbox-code': mailboxCodeMail,
  'password-reset-link': passwordResetLinkMail,
  'email-change-code': emailChangeCodeMail,
  'email-change-taken': emailChangeTakenMail,
  'email-changed': emailChangedMail,
  'export-link': exportLinkMail,
  invitation: invitationMail,

  're-enrolment-granted': reEnrolmentGrantedMail,

  'mandate-activated-to-do': mandateActivatedToDoMail,
  'mandate-activated-ready': mandateActivatedReadyMail,
  'mandate-activated-sso': mandateActivatedSsoMail,
  'mandate-reminder': mandateReminderMail,
  'mandate-deadline-passed': mandateDeadlinePassedMail,
  'mandate-before-first-entry': mandateBeforeFirstEntryMail,
  'mandate-extended': mandateExtendedMail,
  'mandate-deactivated': mandateDeactivatedMail,
  'mandate-methods-changing': mandateMethodsChangingMail,
  'mandate-setting-changing': mandateSettingChangingMail,

  'sso-required': ssoDeadlineMail(
    (sso) => sso.required,
    (slug) => `/sign-in/sso?network=${slug}`,
  ),
  'sso-proof-required': ssoDeadlineMail(
    (sso) => sso.proofRequired,
    () => '/account',
  ),
  'sso-ending': ssoDeadlineMail(
    (sso) => sso.ending,
    () => '/forgot-password',
  ),
  'sso-owner-entered': ssoOwnerEnteredMail,

  'network-api-key-created': networkNoticeMail(({ apiKeyCreated: t }, { actor, network, keyName, ...rest }) => ({
    subject: t.subject({ actor, network }),
    what: t.what({ key: keyName, until: rest.worksUntil, scopes: rest.scopes }),
    next: t.next,
  })),
  'network-api-key-revoked': networkNoticeMail(({ apiKeyRevoked: t }, { actor, network, keyName }) => ({
    subject: t.subject({ actor, network }),
    what: t.what({ key: keyName }),
    next: t.next,
  })),
  'network-return-addresses-changed': networkNoticeMail(
    ({ returnAddressesChanged: t }, { actor, network, keyName, returnAddresses: addresses }) => ({
      subject: t.subject({ actor, network }),
      what: addresses.length > 0 ? t.what({ key: keyName, addresses }) : t.none({ key: keyName }),
      next: t.next,
    }),
  ),
  'network-webhook-created': networkNoticeMail(({ webhookCreated: t }, { actor, network, url }) => ({
    subject: t.subject({ actor, network }),
    what: t.what({ network, url }),
    next: t.next,
  })),
  'network-webhook-changed': networkNoticeMail(({ webhookChanged: t }, { actor, network, url }) => ({
    subject: t.subject({ actor, network }),
    what: t.what({ url }),
    next: t.next,
  })),
  'network-webhook-secret-rotated': networkNoticeMail(({ webhookSecretRotated: t }, { actor, network, url }) => ({
    subject: t.subject({ actor, network }),
    what: t.what({ url }),
    next: t.next,
  })),
  'network-webhook-deleted': networkNoticeMail(({ webhookDeleted: t }, { actor, network, url }) => ({
    subject: t.subject({ actor, network }),
    what: t.what({ url }),
    next: t.next,
  })),
  'network-webhook-paused': networkNoticeMail(({ webhookPaused: t }, { network, url, problem }) => ({
    subject: t.subject({ network }),
    what: t.what({ url, problem }),
    next: t.next,
  })),
  'network-verification-declined': networkNoticeMail(
    ({ verificationDeclined: t }, { network, app, memberName: member, reason }) => ({
      subject: t.subject({ member }),
      what: t.what({ app, member, network, reason }),
      next: t.next({ member, app }),
    }),
  ),
  'network-deletion-scheduled': networkNoticeMail(
    ({ deletionScheduled: t }, { actor, network, until }) => ({
      subject: t.subject({ network, until }),
      what: t.what({ actor, network, until }),
      next: t.next,
    }),
    'security',
  ),
  'network-deletion-cancelled': networkNoticeMail(
    ({ deletionCancelled: t }, { actor, network }) => ({
      subject: t.subject({ network }),
      what: t.what({ actor, network }),
      next: t.next,
    }),
    'security',
  ),
  'network-ownership-transferred': networkNoticeMail(
    ({ ownershipTransferred: t }, { actor, network, email }) => ({
      subject: t.subject({ network }),
      what: t.what({ actor, network, email }),
      next: t.next,
    }),
    'security',
  ),
  'network-re-enrolment-cancelled': networkNoticeMail(
    ({ reEnrolmentCancelled: t }, { actor, network, email }) => ({
      subject: t.subject({ actor }),
      what: t.what({ network, email }),
      next: t.next,
    }),
    'security',
  ),

  'operator-alarm': operatorAlarmMail,

  'notice-new-sign-in': noticeMail(({ notice }) => notice.newSignIn),
  'notice-sign-in-unfinished': noticeMail(({ notice }, { signIns, failures }) => ({
    subject: notice.signInUnfinished.subject,
    what: notice.signInUnfinished.what({ signIns, failures }),
    ifNotYou: notice.theyKnowYours,
  })),
  'notice-sign-in-locked': noticeMail(({ notice }, { untilReset }) => ({
    subject: notice.signInLocked.subject,
    what: notice.signInLocked.what({ untilReset }),
    next: notice.signInLocked.next({ untilReset }),
    ifNotYou: notice.theyKnowYours,
  })),
  'notice-two-factor-on': methodNotice((notice) => notice.twoFactorOn),
  'notice-two-factor-off': noticeMail(({ notice }) => notice.twoFactorOff),
  'notice-method-added': methodNotice((notice) => ({ ...notice.methodAdded, next: notice.othersSignedOut })),
  'notice-method-replaced': methodNotice((notice) => ({ ...notice.methodReplaced, next: notice.othersSignedOut })),
  'notice-set-up-anew': methodNotice((notice) => notice.setUpAgain),
  'notice-method-removed': methodNotice((notice) => ({ ...notice.methodRemoved, next: notice.othersSignedOut })),
  'notice-passkey-copied': noticeMail(({ notice }) => ({ ...notice.passkeyCopied, ifNotYou: notice.theyKnowYours })),
  'notice-preferred-changed': methodNotice((notice) => notice.preferredChanged),
  'notice-backup-code-used': noticeMail(({ notice: { backupCodeUsed: t } }, { left }) => ({
    subject: t.subject,
    what: t.what({ left }),
    ifNotYou: t.ifNotYou,
  })),
  'notice-backup-codes-shown': noticeMail(({ notice }) => notice.backupCodesShown),
  'notice-backup-codes-regenerated': noticeMail(({ notice }) => notice.backupCodesRegenerated),
  'notice-password-changed': noticeMail(({ notice }) => ({ ...notice.passwordChanged, next: notice.othersSignedOut })),
  'notice-password-reset': noticeMail(({ notice }) => notice.passwordReset),
  'notice-name-changed': noticeMail(({ notice }) => notice.nameChanged),
  'notice-deletion-scheduled': datedNotice(
    ({ deletionScheduled }) => deletionScheduled,
    ({ until }) => until,
  ),
  'notice-deletion-cancelled': noticeMail(({ notice }) => notice.deletionCancelled),
  'notice-network-sessions-ended': noticeMail(({ notice: { networkSessionsEnded: t } }, props) => {
    const network = printableName(props.networkName)
    return { subject: t.subject({ network }), what: t.what({ network }), ifNotYou: t.ifNotYou }
  }),
  'notice-email-changed': noticeMail(({ notice }) => ({ ...notice.emailChanged, next: notice.othersSignedOut })),
  'notice-email-restored': noticeMail(({ notice }) => notice.emailRestored),
  'notice-device-trusted': noticeMail(({ notice }) => notice.deviceTrusted),
  'notice-company-sign-in-joined': noticeMail(({ notice: { companySignInJoined: t } }, props) => {
    const network = printableName(props.networkName)
    return { subject: t.subject({ network }), what: t.what({ network }) }
  }),
}
