import type { FactorMethod, Role, SecondStepMethod } from '../vocabulary.js'

/** What happened to an account, as its owner reads it. */
export interface NoticeText {
  subject: string
  what: string
  /** What follows from it, when something does. */
  next?: string
  /** What to do if it was somebody else. */
  ifNotYou: string
}

/** What happened in a network, as its Admins read it. */
export interface NetworkNoticeText {
  subject: string
  what: string
  /** What to do, before the link to where it is done. */
  next: string
}

const methodNames: Record<SecondStepMethod, string> = {
  AUTHENTICATOR_APP: 'authentication app',
  SMS: 'SMS text message',
  PASSKEY: 'passkey',
  BACKUP_CODE: 'backup code',
}

const roleNames: Record<Role, string> = { OWNER: 'an Owner', ADMIN: 'an Admin', MEMBER: 'a Member', GUEST: 'a Guest' }

const andThenSome = new Intl.ListFormat('en', { type: 'disjunction' })
const andAll = new Intl.ListFormat('en', { type: 'conjunction' })
const listOf = (methods: readonly FactorMethod[]) => andThenSome.format(methods.map((method) => methodNames[method]))

const everyoneOut = 'That signs out everyone who is in your account.'
const newPassword = `If it wasn't you, choose a new password now. ${everyoneOut}`
const theyKnowYours = `If it wasn't you, somebody else knows your password. Choose a new one now. ${everyoneOut}`

const someone = (name: string | null) => name ?? 'Somebody'

function codesLeft(left: number): string {
  if (left === 0) return 'None are left. Make a new sheet on your Account page while you can still sign in.'
  if (left === 1) return 'Only one is left. Make a new sheet on your Account page.'
  if (left <= 3) return `Only ${left} are left. Make a new sheet on your Account page.`
  return `${left} are left.`
}

/** What changes about a company sign-in, for whom it concerns. */
export interface SsoDeadlineText {
  subject: string
  what: string
  button: string
  /** What if they do nothing. */
  late: string
}

/** The English texts of every mail and SMS. Names and moments arrive ready to print. */
export const messagesEn = {
  language: 'en',
  layout: {
    footer: (host: string) => `Sent by Twinlock at ${host}. We never ask for your password or a code by email.`,
    copyAddress: 'If the button does not work, copy this address:',
    when: 'When',
    device: 'Device',
    address: 'Address',
    until: 'Until',
    from: 'From',
    reason: 'Reason',
  },

  signUpCode: {
    subject: 'Your Twinlock sign-up',
    title: 'Confirm your email address',
    where: (until: string) => `Type this code in the window where you signed up. It works until ${until}.`,
    ifNotYou: "If you didn't sign up, ignore this mail. Without the code nothing happens.",
  },
  addressAlreadyRegistered: {
    subject: 'Your Twinlock sign-up',
    title: 'You already have an account',
    what: 'Somebody, perhaps you, tried to sign up with this address. It has an account already, so nothing was changed.',
    signIn: 'Sign in',
    forgotten: 'Forgotten your password?',
    reset: 'Choose a new password',
    ifNotYou: "If it wasn't you, there is nothing to do. Whoever it was has learned nothing about your account.",
  },
  mailboxCode: {
    subject: "Confirm it's you at Twinlock",
    title: "Confirm it's you",
    where: (until: string) =>
      `Type this code in the window where you are setting up two-factor authentication. It works until ${until}.`,
    ifNotYou: "If you aren't setting it up, somebody else knows your password. Choose a new one now.",
    reset: 'Choose a new password',
  },
  passwordResetLink: {
    subject: 'Choose a new Twinlock password',
    title: 'Choose a new password',
    what: (until: string) => `The link works once, until ${until}. A new password signs you out everywhere.`,
    action: 'Choose a new password',
    ifNotYou: "If you didn't ask for this, ignore this mail. Your password stays as it is.",
  },
  invitation: {
    subject: (inviter: string, network: string) => `${inviter} invites you to ${network}`,
    title: (network: string) => `Join ${network} on Twinlock`,
    what: (inviter: string, network: string, role: Role) =>
      `${inviter} invites you to ${network} as ${roleNames[role]}.`,
    twoFactor: (network: string) =>
      `${network} requires two-factor authentication. You set it up when you first enter. It takes about 3 minutes.`,
    action: 'Accept the invitation',
    until: (until: string) => `The link works once, until ${until}.`,
    ifNotYou: (inviter: string) => `If you don't know ${inviter}, ignore this mail.`,
  },

  reEnrolment: {
    subject: (network: string) => `${network} lets you set up two-factor authentication anew`,
    what: (actor: string) =>
      `${actor} agreed that you may set it up anew, because you can't do your second step any more. Nothing has changed yet: your old codes still work.`,
    how: 'Sign in with your password, choose Try another way, and type the code we email to you. What you set up then takes the place of your old app, phone and backup codes. If you choose a new password first, ask again afterwards.',
    alsoToAgree: (networks: readonly string[]) =>
      `Before that, ask an Admin of ${andAll.format(networks)} too: two-factor authentication is required there as well.`,
    ifNotYou: "If you didn't ask for this, stop it now. Then tell your Admin, and choose a new password.",
    cancel: "Stop it, it wasn't me",
  },

  sms: {
    signIn: (code: string) => `${code} is your Twinlock sign-in code. Never tell it to anyone.`,
    setUp: (code: string) => `${code} is your Twinlock set-up code. Never tell it to anyone.`,
    confirmation: (code: string) => `${code} is your Twinlock code to confirm it's you. Never tell it to anyone.`,
    reEnrolmentGranted: (host: string) =>
      `Twinlock: an Admin agreed that you set up your second step anew. If you didn't ask for it, stop it with the link in our email. ${host}`,
  },

  mandate: {
    madeRequired: (actor: string) => `${actor} has made it required.`,
    duration: 'It takes about 3 minutes.',
    late: "If you're late, you set up at your next sign-in. Nothing is deleted.",
    setUp: 'Set up now',
    withoutClicking: (address: string) =>
      `The way there without clicking: open ${address}, sign in, then choose Account and Set up two-factor authentication.`,
    withoutClickingAccount: (address: string) =>
      `The way there without clicking: open ${address}, sign in, then choose Account.`,
    withoutClickingSignIn: (address: string) =>
      `The way there without clicking: open ${address} and sign in. The set-up comes by itself.`,
    askContact: (contact: string) => `Questions? Ask ${contact}`,
    askAdmin: (network: string) => `Questions? Ask an Admin of ${network}.`,
    nothingToDo: 'There is nothing to do.',
    toDo: (network: string, until: string) => `Set up two-factor authentication for ${network} by ${until}`,
    reminder: (network: string, until: string) =>
      `Reminder: set up two-factor authentication for ${network} by ${until}`,
    stillMissing: (network: string) => `${network} requires it, and your account does not have it yet.`,
    toAdd: (network: string, until: string) => `Add another sign-in method for ${network} by ${until}`,
    reminderToAdd: (network: string, until: string) =>
      `Reminder: add another sign-in method for ${network} by ${until}`,
    otherMethod: (network: string, methods: readonly FactorMethod[]) =>
      `You have set up two-factor authentication, but not by a method that ${network} accepts. Add this one: ${listOf(methods)}.`,
    lateToAdd: "If you're late, you add it at your next sign-in. Nothing is deleted.",
    ready: (network: string) => `${network} now requires two-factor authentication. You're ready`,
    alreadyUsed: 'You already use it.',
    companySignIn: 'Your company sign-in does it.',
    deadlinePassed: (network: string) => `You've been signed out of ${network}`,
    safe: 'Your account and data are safe. Set up when you next sign in.',
    safeToAdd: 'Your account and data are safe. Add another method when you next sign in.',
    whySignedOut: (network: string) =>
      `${network} requires two-factor authentication, and the time to set it up is over.`,
    signInAndSetUp: 'Sign in and set up',
    signIn: 'Sign in',
    extended: (network: string, until: string) =>
      `More time: set up two-factor authentication for ${network} by ${until}`,
    gaveTime: (actor: string) => `${actor} gave you more time.`,
    deactivated: (network: string) => `${network} no longer requires two-factor authentication`,
    turnedOff: (actor: string) => `${actor} has turned the requirement off.`,
    staysOn: 'If you have set it up, it stays on and keeps protecting your account.',
    methodsChanging: (network: string, from: string) => `${network} changes how you sign in from ${from}`,
    methodsAccepted: (network: string, methods: readonly FactorMethod[]) =>
      `From then on, ${network} accepts this as the second step: ${listOf(methods)}.`,
    methodsToDo:
      'If you use another method, add one of these before. If you are late, you add it at your next sign-in.',
    decidedBy: (actor: string) => `${actor} decided this.`,
    openAccount: 'Open my account',
  },

  sso: {
    openSecurity: 'Open security',
    required: (network: string, from: string): SsoDeadlineText => ({
      subject: `Sign in to ${network} with your company sign-in from ${from}`,
      what: `From then on, your password no longer opens ${network}. Sign in with your company sign-in once before, to see that it works.`,
      button: 'Try company sign-in',
      late: 'If you are late, your next sign-in leads you there. Nothing is deleted.',
    }),
    proofRequired: (network: string, from: string): SsoDeadlineText => ({
      subject: `${network} asks for a second step from ${from}`,
      what: `Your company sign-in did not tell us that it asks you for one. Where it still does not, ${network} asks for your own: set up two-factor authentication on your Account page.`,
      button: 'Open my account',
      late: 'If you are late, you set it up at your next sign-in. Nothing is deleted.',
    }),
    ending: (network: string, from: string): SsoDeadlineText => ({
      subject: `${network} goes without company sign-in from ${from}`,
      what: 'From then on you sign in with your own password and a second step. Choose a password now, if you have none, and set up two-factor authentication on your Account page.',
      button: 'Choose a password',
      late: 'If you are late, you set up at your next sign-in. Nothing is deleted.',
    }),
    ownerEntered: (owner: string, network: string): NetworkNoticeText => ({
      subject: `${owner} went into ${network} without company sign-in`,
      what: `${network} requires company sign-in. As its owner, ${owner} went in with password and second step instead, which is meant for when the company sign-in does not work.`,
      next: 'If that should not have happened, ask now.',
    }),
  },

  admins: {
    openIntegrations: 'Open integrations',
    openSecurity: 'Open security',
    why: (network: string) => `You get this mail because you are an Admin of ${network}.`,
    reEnrolmentCancelled: (member: {
      networkName: string
      actorName: string | null
      email: string
    }): NetworkNoticeText => ({
      subject: `${someone(member.actorName)} didn't ask to be helped back in`,
      what: `An Admin of ${member.networkName} let ${member.email} set up two-factor authentication anew. With the link in our mail, they stopped it. Nothing was changed.`,
      next: 'Somebody may have asked in their name. Call them before you help them again.',
    }),
    apiKeyCreated: (key: {
      networkName: string
      actorName: string | null
      keyName: string
      scopes: readonly string[]
      worksUntil: string
    }): NetworkNoticeText => ({
      subject: `${someone(key.actorName)} made an API key for ${key.networkName}`,
      what: `The key “${key.keyName}” may do this until ${key.worksUntil}: ${key.scopes.join(', ')}.`,
      next: 'If nobody should have made it, revoke it now: it stops at once.',
    }),
    apiKeyRevoked: (key: { networkName: string; actorName: string | null; keyName: string }): NetworkNoticeText => ({
      subject: `${someone(key.actorName)} revoked an API key of ${key.networkName}`,
      what: `The key “${key.keyName}” no longer works. Whatever used it is refused from now on.`,
      next: 'If something still needs it, make a new key.',
    }),
    returnAddressesChanged: (key: {
      networkName: string
      actorName: string | null
      keyName: string
      returnAddresses: readonly string[]
    }): NetworkNoticeText => ({
      subject: `${someone(key.actorName)} changed where people return to in ${key.networkName}`,
      what:
        key.returnAddresses.length === 0
          ? `“${key.keyName}” has no address any more, so it can ask nobody to confirm anything.`
          : `Whoever confirms something for “${key.keyName}” now returns to one of these: ${key.returnAddresses.join(', ')}.`,
      next: 'If nobody should have changed it, correct the addresses now.',
    }),
    webhookCreated: (webhook: { networkName: string; actorName: string | null; url: string }): NetworkNoticeText => ({
      subject: `${someone(webhook.actorName)} added a webhook to ${webhook.networkName}`,
      what: `From now on, what happens in ${webhook.networkName} is sent to ${webhook.url}.`,
      next: 'If nobody should have added it, delete it now.',
    }),
    webhookChanged: (webhook: { networkName: string; actorName: string | null; url: string }): NetworkNoticeText => ({
      subject: `${someone(webhook.actorName)} changed a webhook of ${webhook.networkName}`,
      what: `From now on, the events that it asks for are sent to ${webhook.url}.`,
      next: 'If nobody should have changed it, correct or delete it now.',
    }),
    webhookSecretRotated: (webhook: {
      networkName: string
      actorName: string | null
      url: string
    }): NetworkNoticeText => ({
      subject: `${someone(webhook.actorName)} changed the secret of a webhook of ${webhook.networkName}`,
      what: `Messages to ${webhook.url} are signed with the new secret. For a day the one before signs too.`,
      next: 'If nobody should have changed it, change it again and give the new one to the other side.',
    }),
    webhookDeleted: (webhook: { networkName: string; actorName: string | null; url: string }): NetworkNoticeText => ({
      subject: `${someone(webhook.actorName)} deleted a webhook of ${webhook.networkName}`,
      what: `Nothing is sent to ${webhook.url} any more.`,
      next: 'If something still needs it, add it again.',
    }),
    webhookPaused: (webhook: { networkName: string; url: string; problem: string }): NetworkNoticeText => ({
      subject: `A webhook of ${webhook.networkName} is paused`,
      what: `Events are no longer sent to ${webhook.url}. ${webhook.problem}`,
      next: 'Nothing is lost: what happens meanwhile is kept for 30 days. Mend the other side, then resume it.',
    }),
    verificationDeclined: (asked: {
      networkName: string
      app: string
      memberName: string
      reason: string
    }): NetworkNoticeText => ({
      subject: `${asked.memberName} says it was somebody else`,
      what: `${asked.app} asked ${asked.memberName} of ${asked.networkName} to confirm this: “${asked.reason}”. They answered that they had not started it.`,
      next: `Ask ${asked.memberName} what they saw, and check who uses ${asked.app}.`,
    }),
  },

  notice: {
    ifYou: 'If this was you, there is nothing to do.',
    newPassword: 'Choose a new password',
    newSignIn: (): NoticeText => ({
      subject: 'New sign-in to your Twinlock account',
      what: 'Somebody signed in from a browser we have not seen before.',
      ifNotYou: newPassword,
    }),
    secondStepFailed: (method: SecondStepMethod): NoticeText => ({
      subject: 'Somebody knew your password but not your code',
      what: `Your password was right, but the second step failed (${methodNames[method]}). Nobody got in.`,
      ifNotYou: theyKnowYours,
    }),
    signInLocked: (untilReset: boolean): NoticeText => ({
      subject: 'Too many wrong codes for your Twinlock account',
      what: untilReset
        ? 'After a hundred wrong codes within 90 days we accept none, the right one neither. Nobody got in.'
        : 'After too many wrong codes we accept none for a while, the right one neither. Nobody got in.',
      next: untilReset
        ? 'Choose a new password below: after that, codes are accepted again.'
        : 'The sign-in page says when you can try again.',
      ifNotYou: theyKnowYours,
    }),
    twoFactorOn: (method: FactorMethod): NoticeText => ({
      subject: 'Two-factor authentication is on',
      what: `It was set up with this method: ${methodNames[method]}.`,
      next: 'From now on, every sign-in asks for your password and one more thing. Keep your backup codes where you find them without your phone.',
      ifNotYou: newPassword,
    }),
    twoFactorOff: (): NoticeText => ({
      subject: 'Two-factor authentication is off',
      what: 'Your methods and backup codes were removed, and your other sessions were signed out.',
      next: 'From now on, your password alone signs you in.',
      ifNotYou: `${newPassword} Then set up two-factor authentication again.`,
    }),
    methodAdded: (method: FactorMethod): NoticeText => ({
      subject: 'A sign-in method was added to your Twinlock account',
      what: `Added: ${methodNames[method]}.`,
      next: 'Your other sessions were signed out.',
      ifNotYou: `${newPassword} Then remove this method on your Account page.`,
    }),
    setUpAnew: (method: FactorMethod): NoticeText => ({
      subject: 'You set up two-factor authentication anew',
      what: `From now on your ${methodNames[method]} is asked for when you sign in. Your old app, phone and backup codes no longer work.`,
      next: 'Every other browser was signed out.',
      ifNotYou:
        "If it wasn't you, tell your Admin at once, and choose a new password now. That signs out everyone who is in your account.",
    }),
    methodReplaced: (method: FactorMethod): NoticeText => ({
      subject: 'A sign-in method of your Twinlock account was replaced',
      what: `Replaced: ${methodNames[method]}. The old one no longer works.`,
      next: 'Your other sessions were signed out.',
      ifNotYou: `${newPassword} Then set up two-factor authentication again.`,
    }),
    methodRemoved: (method: FactorMethod): NoticeText => ({
      subject: 'A sign-in method was removed from your Twinlock account',
      what: `Removed: ${methodNames[method]}.`,
      next: 'Your other sessions were signed out.',
      ifNotYou: `${newPassword} Then set up two-factor authentication again.`,
    }),
    passkeyCopied: (): NoticeText => ({
      subject: 'A passkey of your Twinlock account may have been copied',
      what: 'One of your passkeys has lost count of its uses, as a copy of it would. We did not accept it, and nobody got in.',
      next: 'Sign in another way, remove that passkey on your Account page, and add a new one.',
      ifNotYou: theyKnowYours,
    }),
    preferredChanged: (method: FactorMethod): NoticeText => ({
      subject: 'Your Twinlock account asks for another method first',
      what: `At sign-in we now ask for this first: ${methodNames[method]}.`,
      ifNotYou: newPassword,
    }),
    backupCodeUsed: (left: number): NoticeText => ({
      subject: 'A backup code was used to sign in',
      what: `One of your backup codes was used. ${codesLeft(left)}`,
      ifNotYou: `${newPassword} Then make a new sheet of backup codes.`,
    }),
    backupCodesShown: (): NoticeText => ({
      subject: 'Your backup codes were shown',
      what: 'Somebody who is signed in to your account looked at the backup codes.',
      ifNotYou: `${newPassword} Then make a new sheet of backup codes.`,
    }),
    backupCodesRegenerated: (): NoticeText => ({
      subject: 'You have new backup codes',
      what: 'A new sheet of backup codes was made. The old sheet no longer works.',
      ifNotYou: `${newPassword} Then make a new sheet of backup codes.`,
    }),
    passwordChanged: (): NoticeText => ({
      subject: 'Your Twinlock password was changed',
      what: 'Your password was changed on the Account page.',
      next: 'Your other sessions were signed out.',
      ifNotYou: newPassword,
    }),
    passwordReset: (): NoticeText => ({
      subject: 'Your Twinlock password was changed',
      what: 'Your password was changed with a link we mailed to this address.',
      next: 'All your sessions were signed out. Two-factor authentication stays as it was.',
      ifNotYou: `If it wasn't you, somebody else can read your mail. Make that safe first, then choose a new password. ${everyoneOut}`,
    }),
    nameChanged: (): NoticeText => ({
      subject: 'Your name at Twinlock was changed',
      what: 'The name that your teammates see was changed.',
      ifNotYou: newPassword,
    }),
    companySignInJoined: (network: string): NoticeText => ({
      subject: `Your company sign-in opens ${network}`,
      what: `It was joined to your account. From now on, ${network} opens with it. It opens nothing else of your account.`,
      ifNotYou: newPassword,
    }),
    deviceTrusted: (): NoticeText => ({
      subject: 'A device was trusted with your Twinlock account',
      what: 'On this device, sign-in asks for your password only, for 30 days at most.',
      ifNotYou: `${newPassword} It also forgets this device.`,
    }),
  },
} as const

export type MessageTexts = typeof messagesEn
