import { DAY, HOUR, MINUTE, SECOND } from './durations.js'

/** Every number that both sides or several rooms must agree on. Durations are in milliseconds. */
export const limits = {
  password: { minLength: 8, maxLength: 256 },
  name: { maxLength: 100 },
  networkName: { maxLength: 80 },
  slug: { minLength: 2, maxLength: 40 },
  /** In octets, the part before the @ and the whole (RFC 5321, 4.5.3.1). */
  email: { maxLocalOctets: 64, maxLength: 254 },
  codeDigits: 6,

  signInLifetime: 10 * MINUTE,
  signInExtensions: 3,
  /** From the proof of the mailbox or, in a session, from the start of the set-up. */
  setUpLifetime: 60 * MINUTE,
  codeLifetime: 10 * MINUTE,
  resendCooldown: 60 * SECOND,
  resetLinkLifetime: 30 * MINUTE,
  signUpLifetime: 60 * MINUTE,
  /** For how long the former address can undo a change, and is kept from others. */
  emailUndo: 7 * DAY,
  /** From asking for it to the erasure of an account or a network. */
  deletionDelay: 7 * DAY,
  exportLinkLifetime: DAY,
  /** For how many days a network may keep its log, if not for good. */
  logDays: { min: 30, max: 3_650 },
  invitationLifetime: 7 * DAY,
  /** In one request. */
  invitationsAtOnce: 500,
  invitationsPerNetwork: [{ count: 1_000, windowMs: HOUR }],
  invitationsPerMailbox: [{ count: 20, windowMs: DAY }],
  networksPerAccount: [{ count: 50, windowMs: DAY }],
  freshEvidence: 5 * MINUTE,
  /** How long an identity provider's word opens its network before it is asked again. */
  providerAssertionLifetime: DAY,
  /** How far from ours its clock may be. */
  providerClockSkew: MINUTE,
  sessionLifetime: 14 * DAY,
  sessionIdle: 3 * DAY,
  /** How stale `lastSeenAt` may be before a request renews it. */
  sessionTouchInterval: 5 * MINUTE,
  /** How much a network may shorten both, in hours; the preset is a day and an hour, as NIST SP 800-63B has it for AAL2. */
  networkSessionHours: { min: 1, max: 14 * 24, preset: 24 },
  networkIdleHours: { min: 1, max: 3 * 24, preset: 1 },
  trustedDeviceDays: 30,
  /** The number of accounts that may trust one browser. */
  trustedDeviceAccounts: 8,

  /** From the way to the identity provider to the way back. */
  ssoRequestLifetime: 10 * MINUTE,
  ssoStartsPerAddress: [{ count: 300, windowMs: 15 * MINUTE }],
  ssoLookUpsPerAddress: [{ count: 60, windowMs: 15 * MINUTE }],
  /** A domain whose record has gone missing still counts so long. */
  domainMissing: 7 * DAY,
  ssoDomains: 20,

  guessesPerCode: 5,
  guessesInARow: 10,
  guessLock: 15 * MINUTE,
  guessesInAll: 100,
  guessMemory: 90 * DAY,

  passwordWindow: 15 * MINUTE,
  passwordFailuresPerAccountAndAddress: 5,
  passwordFailuresPerAddress: 29,
  /** An account that signed in from an address block is counted by itself there. */
  knownBlockMemory: 30 * DAY,
  knownBlockRefresh: DAY,

  /** A right password without a second step is mailed to its owner after that time, or after so many wrong codes. */
  unfinishedSignIn: { after: 10 * MINUTE, failures: 3, mailEvery: HOUR },

  /** Failed second steps within an hour that alarm the operator: from one address block, and in all. */
  secondStepAlarm: { windowMs: HOUR, perAddress: 30, inAll: 300 },

  signUpsPerAddress: [{ count: 60, windowMs: HOUR }],
  mailsPerMailbox: [
    { count: 5, windowMs: HOUR },
    { count: 10, windowMs: DAY },
  ],
  smsPerAccount: [
    { count: 5, windowMs: HOUR },
    { count: 10, windowMs: DAY },
  ],
  smsPerNumber: [
    { count: 5, windowMs: HOUR },
    { count: 10, windowMs: DAY },
  ],
  /** Of the monthly cap: what set-ups may use, and what one country may use in one day. */
  smsSetUpShare: 0.8,
  smsCountryDayShare: 0.1,
  /** A country's day never has less than this, however small the month. */
  smsCountryDayFloor: 10,
  smsAlertShares: [0.5, 0.8, 1],

  passkeys: { perAccount: 5, labelLength: 60, promptLifetime: 5 * MINUTE },
  backupCodes: 10,
  backupCodesFew: 3,

  /** An Admin's grant that a member may set up again, and how often it may be given to one member. */
  reEnrolmentLifetime: DAY,
  /** How long it rests before it can be used, where no network requires two-factor authentication. */
  reEnrolmentCooling: DAY,
  reEnrolmentsPerMember: [{ count: 3, windowMs: DAY }],

  graceHours: { min: 1, max: 720, default: 24 },
  /** How much too early a chosen deadline may be: the request took a moment to arrive. */
  deadlineTolerance: MINUTE,
  /** Before the deadline. */
  reminders: [7 * DAY, 3 * DAY, DAY, 6 * HOUR, HOUR],
  extensionMax: 30 * DAY,
  /** Of an Admin, for more time or a grant. */
  adminReasonLength: 300,

  apiKey: {
    nameLength: 60,
    perNetwork: 50,
    days: { min: 1, max: 365, default: 90 },
    addresses: 20,
    returnAddresses: 10,
    /** How long a revoked key stays listed. */
    listedFor: 30 * DAY,
    touchInterval: MINUTE,
    requests: { count: 600, windowMs: MINUTE },
  },

  app: {
    nameLength: 60,
    perNetwork: 100,
    addresses: 20,
    addressLength: 500,
    hosts: 20,
    pathRules: 50,
    /** Of a `data:` address: a picture of some 30 kB. */
    logoLength: 40_000,
    jwksLength: 10_000,
    /** Minutes after which a path may ask for a second step again. */
    withinMinutes: { min: 1, max: 1_440 },
    /** Ways to an app that may begin from one address before the user is known, in a minute of the clock. */
    entriesPerAddress: 120,
    /** How stale `lastUsedAt` may be. */
    touchInterval: MINUTE,
    /** How long a deleted app, and an access that ended, is remembered. */
    rememberedFor: 90 * DAY,
  },

  webhook: {
    perNetwork: 20,
    urlLength: 500,
    /** How long both secrets sign after a rotation. */
    rotationOverlap: DAY,
    /** How long a delivery is tried before the webhook is paused. */
    retriedFor: DAY,
    answerWithin: 15 * SECOND,
    deliveriesKept: 30 * DAY,
  },

  verification: {
    lifetime: 10 * MINUTE,
    /** Lifetime of a result token, and for how long after completion one is issued. */
    tokenLifetime: 5 * MINUTE,
    tokenGivenFor: 10 * MINUTE,
    keptFor: 30 * DAY,
    reasonLength: 140,
    amountLength: 40,
    payeeLength: 100,
    echoLength: 500,
  },
  signingKeyPeriod: 30 * DAY,

  bodyBytes: 100_000,
  documentDepth: 10,
  rootFields: 15,
  documentTokens: 2_000,
  documentCost: 20_000,
} as const
