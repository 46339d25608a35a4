import { limits } from '@twinlock/shared/limits'
import type { LetterPart, MailTemplate } from './letter.types.js'
import { helpPart, originPart } from './letter-parts.js'
import { printableLine, printableName } from './printable.js'

const minutesIn = (ms: number) => ms / 60_000

/** To the owner of the address that was signed up with. No name in it: a stranger may have typed both. */
export const signUpCodeMail: MailTemplate<'sign-up-code'> = ({ code }, { texts }) => ({
  subject: texts.signUpCode.subject,
  title: texts.signUpCode.title,
  parts: [
    { kind: 'code', code },
    { kind: 'text', text: texts.signUpCode.where({ minutes: minutesIn(limits.codeLifetime) }) },
    { kind: 'aside', text: texts.signUpCode.ifNotYou },
  ],
})

/** To the owner of an account, when its address is signed up with: the screen shows the same as for a new one. */
export const addressAlreadyRegisteredMail: MailTemplate<'address-already-registered'> = ({ at, origin }, context) => {
  const texts = context.texts.addressAlreadyRegistered
  return {
    subject: texts.subject,
    title: texts.title,
    parts: [
      { kind: 'text', text: texts.what },
      { kind: 'button', link: { label: texts.signIn, url: context.url('/sign-in') }, isAddressShown: false },
      { kind: 'aside', text: texts.forgotten, link: { label: texts.reset, url: context.url('/forgot-password') } },
      originPart(origin, context, at),
      { kind: 'aside', text: texts.ifNotYou },
    ],
  }
}

/** To a person who has shown a password only and is about to set up a first method. */
export const mailboxCodeMail: MailTemplate<'mailbox-code'> = ({ code, origin }, context) => {
  const texts = context.texts.mailboxCode
  return {
    subject: texts.subject,
    title: texts.title,
    parts: [
      { kind: 'code', code },
      { kind: 'text', text: texts.where({ minutes: minutesIn(limits.codeLifetime) }) },
      originPart(origin, context),
      { kind: 'aside', text: texts.ifNotYou, link: { label: texts.reset, url: context.url('/forgot-password') } },
    ],
  }
}

/** To the owner of an account, when a new password was requested. */
export const passwordResetLinkMail: MailTemplate<'password-reset-link'> = ({ token, origin }, context) => {
  const texts = context.texts.passwordResetLink
  return {
    subject: texts.subject,
    title: texts.title,
    parts: [
      { kind: 'text', text: texts.what({ minutes: minutesIn(limits.resetLinkLifetime) }) },
      {
        kind: 'button',
        link: { label: texts.action, url: context.url(`/reset-password#token=${token}`) },
        isAddressShown: true,
      },
      originPart(origin, context),
      { kind: 'aside', text: texts.ifNotYou },
    ],
  }
}

/** To the address that an account is to have. No name in it: a stranger may have typed the address. */
export const emailChangeCodeMail: MailTemplate<'email-change-code'> = ({ code }, { texts }) => ({
  subject: texts.emailChange.subject,
  title: texts.emailChange.title,
  parts: [
    { kind: 'code', code },
    { kind: 'text', text: texts.emailChange.where({ minutes: minutesIn(limits.codeLifetime) }) },
    { kind: 'aside', text: texts.emailChange.ifNotYou },
  ],
})

/** In the place of that code, to an address that has an account: the screen shows the same for both. */
export const emailChangeTakenMail: MailTemplate<'email-change-taken'> = ({ at, origin }, context) => ({
  subject: context.texts.emailChange.subject,
  title: context.texts.emailChange.takenTitle,
  parts: [
    { kind: 'text', text: context.texts.emailChange.taken },
    originPart(origin, context, at),
    { kind: 'aside', text: context.texts.emailChange.takenNothing },
  ],
})

/** To the former address: what happened, and the link that undoes it. */
export const emailChangedMail: MailTemplate<'email-changed'> = (props, context) => {
  const texts = context.texts.emailChanged
  return {
    subject: texts.subject,
    title: texts.title,
    parts: [
      { kind: 'text', text: texts.what({ email: printableLine(props.newEmail) }) },
      originPart(props.origin, context, props.at),
      { kind: 'text', text: texts.undo({ until: context.moments.own(props.undoUntil) }) },
      {
        kind: 'button',
        link: { label: texts.action, url: context.url(`/email/undo#token=${props.undoToken}`) },
        isAddressShown: true,
      },
      { kind: 'aside', text: texts.ifYou },
    ],
  }
}

/** To a person who requested everything that is stored about them. */
export const exportLinkMail: MailTemplate<'export-link'> = ({ token, expiresAt, origin }, context) => {
  const texts = context.texts.exportLink
  return {
    subject: texts.subject,
    title: texts.title,
    parts: [
      { kind: 'text', text: texts.what({ until: context.moments.own(expiresAt) }) },
      {
        kind: 'button',
        link: { label: texts.action, url: context.url(`/export#token=${token}`) },
        isAddressShown: true,
      },
      originPart(origin, context),
      { kind: 'aside', text: texts.ifNotYou },
    ],
  }
}

/** To the invited address; whether it has an account makes no difference. */
export const invitationMail: MailTemplate<'invitation'> = (props, context) => {
  const texts = context.texts.invitation
  const inviter = printableName(props.inviterName)
  const network = printableName(props.networkName)
  const twoFactor: LetterPart[] = props.isTwoFactorRequired
    ? [{ kind: 'text', text: texts.twoFactor({ network }) }]
    : []
  return {
    subject: texts.subject({ inviter, network }),
    title: texts.title({ network }),
    parts: [
      { kind: 'text', text: texts.what({ inviter, network, role: props.role }) },
      ...twoFactor,
      {
        kind: 'button',
        link: { label: texts.action, url: context.url(`/invitation#token=${props.token}`) },
        isAddressShown: true,
      },
      { kind: 'text', text: texts.until({ until: context.moments.own(props.expiresAt) }) },
      helpPart(props.helpContact, network, context),
      { kind: 'aside', text: texts.ifNotYou({ inviter }) },
    ],
  }
}

/** To a person whom an admin helps back in, or to the owner of an account that someone else wants into. */
export const reEnrolmentGrantedMail: MailTemplate<'re-enrolment-granted'> = (props, context) => {
  const { reEnrolment, layout } = context.texts
  const subject = reEnrolment.subject({ network: printableName(props.networkName) })
  const networks = props.alsoToAgree.map(printableName)
  return {
    subject,
    title: subject,
    parts: [
      { kind: 'text', text: reEnrolment.what({ actor: printableName(props.actorName) }) },
      {
        kind: 'facts',
        facts: [
          ...(props.from ? [{ label: layout.usableFrom, value: context.moments.own(props.from) }] : []),
          { label: layout.until, value: context.moments.own(props.until) },
          { label: layout.reason, value: printableLine(props.reason) },
        ],
      },
      { kind: 'text', text: reEnrolment.how },
      ...(networks.length > 0 ? [{ kind: 'text' as const, text: reEnrolment.alsoToAgree({ networks }) }] : []),
      ...(props.from ? [{ kind: 'text' as const, text: reEnrolment.rests }] : []),
      { kind: 'text', text: reEnrolment.ifNotYou },
      {
        kind: 'button',
        link: { label: reEnrolment.cancel, url: context.url(`/recovery/cancel#token=${props.cancelToken}`) },
        isAddressShown: true,
      },
    ],
  }
}
