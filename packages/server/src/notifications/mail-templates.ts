import type { MailTemplate } from './letter.types.js'
import { addressAlreadyRegisteredMail } from './mails/address-already-registered.mail.js'
import { invitationMail } from './mails/invitation.mail.js'
import { mailboxCodeMail } from './mails/mailbox-code.mail.js'
import { mandateActivatedReadyMail } from './mails/mandate-activated-ready.mail.js'
import { mandateActivatedSsoMail } from './mails/mandate-activated-sso.mail.js'
import { mandateActivatedToDoMail } from './mails/mandate-activated-to-do.mail.js'
import { mandateDeactivatedMail } from './mails/mandate-deactivated.mail.js'
import { mandateDeadlinePassedMail } from './mails/mandate-deadline-passed.mail.js'
import { mandateExtendedMail } from './mails/mandate-extended.mail.js'
import { mandateMethodsChangingMail } from './mails/mandate-methods-changing.mail.js'
import { mandateReminderMail } from './mails/mandate-reminder.mail.js'
import { networkNoticeMail } from './mails/network-notice.mail.js'
import { noticeMail } from './mails/notice.mail.js'
import { passwordResetLinkMail } from './mails/password-reset-link.mail.js'
import { reEnrolmentGrantedMail } from './mails/re-enrolment-granted.mail.js'
import { signUpCodeMail } from './mails/sign-up-code.mail.js'
import { ssoDeadlineMail } from './mails/sso-deadline.mail.js'
import { ssoOwnerEnteredMail } from './mails/sso-owner-entered.mail.js'
import type { MailTemplateName } from './message-props.types.js'
import { printableName } from './printable.js'

/** Every mail there is: the compiler asks for a template as soon as `MessageProps` names a message. */
export const mailTemplates: { readonly [T in MailTemplateName]: MailTemplate<T> } = {
  'sign-up-code': signUpCodeMail,
  'address-already-registered': addressAlreadyRegisteredMail,
  'mailbox-code': mailboxCodeMail,
  'password-reset-link': passwordResetLinkMail,
  invitation: invitationMail,

  're-enrolment-granted': reEnrolmentGrantedMail,

  'mandate-activated-to-do': mandateActivatedToDoMail,
  'mandate-activated-ready': mandateActivatedReadyMail,
  'mandate-activated-sso': mandateActivatedSsoMail,
  'mandate-reminder': mandateReminderMail,
  'mandate-deadline-passed': mandateDeadlinePassedMail,
  'mandate-extended': mandateExtendedMail,
  'mandate-deactivated': mandateDeactivatedMail,
  'mandate-methods-changing': mandateMethodsChangingMail,

  'sso-required': ssoDeadlineMail(
    (sso, network, from) => sso.required(network, from),
    (slug) => `/sign-in/sso?network=${slug}`,
  ),
  'sso-proof-required': ssoDeadlineMail(
    (sso, network, from) => sso.proofRequired(network, from),
    () => '/account',
  ),
  'sso-ending': ssoDeadlineMail(
    (sso, network, from) => sso.ending(network, from),
    () => '/forgot-password',
  ),
  'sso-owner-entered': ssoOwnerEnteredMail,

  'network-api-key-created': networkNoticeMail((admins, props) => admins.apiKeyCreated(props)),
  'network-api-key-revoked': networkNoticeMail((admins, props) => admins.apiKeyRevoked(props)),
  'network-return-addresses-changed': networkNoticeMail((admins, props) => admins.returnAddressesChanged(props)),
  'network-webhook-created': networkNoticeMail((admins, props) => admins.webhookCreated(props)),
  'network-webhook-changed': networkNoticeMail((admins, props) => admins.webhookChanged(props)),
  'network-webhook-secret-rotated': networkNoticeMail((admins, props) => admins.webhookSecretRotated(props)),
  'network-webhook-deleted': networkNoticeMail((admins, props) => admins.webhookDeleted(props)),
  'network-webhook-paused': networkNoticeMail((admins, props) => admins.webhookPaused(props)),
  'network-verification-declined': networkNoticeMail((admins, props) => admins.verificationDeclined(props)),

  'network-re-enrolment-cancelled': networkNoticeMail(
    (admins, props) => admins.reEnrolmentCancelled(props),
    'security',
  ),

  'notice-new-sign-in': noticeMail((notice) => notice.newSignIn()),
  'notice-second-step-failed': noticeMail((notice, { method }) => notice.secondStepFailed(method)),
  'notice-sign-in-locked': noticeMail((notice, { untilReset }) => notice.signInLocked(untilReset)),
  'notice-two-factor-on': noticeMail((notice, { method }) => notice.twoFactorOn(method)),
  'notice-two-factor-off': noticeMail((notice) => notice.twoFactorOff()),
  'notice-method-added': noticeMail((notice, { method }) => notice.methodAdded(method)),
  'notice-method-replaced': noticeMail((notice, { method }) => notice.methodReplaced(method)),
  'notice-set-up-anew': noticeMail((notice, { method }) => notice.setUpAnew(method)),
  'notice-method-removed': noticeMail((notice, { method }) => notice.methodRemoved(method)),
  'notice-passkey-copied': noticeMail((notice) => notice.passkeyCopied()),
  'notice-preferred-changed': noticeMail((notice, { method }) => notice.preferredChanged(method)),
  'notice-backup-code-used': noticeMail((notice, { left }) => notice.backupCodeUsed(left)),
  'notice-backup-codes-shown': noticeMail((notice) => notice.backupCodesShown()),
  'notice-backup-codes-regenerated': noticeMail((notice) => notice.backupCodesRegenerated()),
  'notice-password-changed': noticeMail((notice) => notice.passwordChanged()),
  'notice-password-reset': noticeMail((notice) => notice.passwordReset()),
  'notice-name-changed': noticeMail((notice) => notice.nameChanged()),
  'notice-device-trusted': noticeMail((notice) => notice.deviceTrusted()),
  'notice-company-sign-in-joined': noticeMail((notice, { networkName }) =>
    notice.companySignInJoined(printableName(networkName)),
  ),
}
