import type { Locale } from '@twinlock/shared/locales'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { type Guess, noAttempts } from '../domain/attempt-limit.js'
import { type SecondStepSnapshot, type SecondStepState, snapshotBefore } from '../domain/email-undo.js'
import type { AccountFacts } from '../domain/sign-in-step.js'
import type { DomainEvent } from '../events/event.types.js'
import { newId } from '../platform/crypto/tokens.js'
import { defineCollection } from '../platform/mongo/database.js'
import { type Factors, hasTwoFactor, methodsOf, noFactors, noSetUps, type SetUps } from './account-factors.js'

export interface StoredBackupCode {
  id: string
  /** Keyed hash: to use. */
  mac: string
  /** Sealed: to show again. */
  sealed: string
  usedAt: Date | null
}

/** A network's permission for this person to re-enrol their second step; its validity is checked when it is used. */
export interface ReEnrolmentGrant {
  id: string
  networkId: string
  grantedBy: { accountId: string; name: string }
  reason: string
  grantedAt: Date
  expiresAt: Date
  /** Of the account when it was given: any change of it ends the grant. */
  epoch: number
}

/** A code on its way to the address that the account is to have. */
export interface EmailChange {
  id: string
  emailKey: string
  email: string
  startedAt: Date
  sentAt: Date
  expiresAt: Date
  /** Null if the address already has an account: then no code is accepted. */
  sealedCode: string | null
}

/** What a change of the address can be undone to, with the link that was mailed to the former one. */
export interface EmailUndo extends SecondStepState<Factors, FactorMethod | null> {
  id: string
  emailKey: string
  email: string
  expiresAt: Date
}

/** One document, so that one conditional update decides a second step. */
export interface AccountDocument {
  _id: string
  /** Unique; what an address is looked up by. */
  emailKey: string
  email: string
  name: string
  /** The language of emails and text messages; absent until one is known. */
  locale?: Locale
  /** IANA, of the browser it was last signed in to in, for emails; absent until one is known. */
  timeZone?: string
  passwordHash: string | null
  createdAt: Date
  /** Raised by each change that ends the other sessions: a session or sign-in of an older epoch has ended. */
  epoch: number
  networkIds: string[]
  knownBrowsers: string[]
  /** Where recent sign-ins came from; absent until the first sign-in after this was recorded. */
  knownBlocks?: { block: string; at: Date }[]
  /** When the owner was last notified of unfinished sign-ins. */
  unfinishedToldAt?: Date | null
  resetLink: { tokenHash: string; expiresAt: Date } | null
  /** Addresses that no other account may take: its own and, while a change can be undone, the former one. */
  heldEmailKeys?: string[]
  emailChange?: EmailChange | null
  emailUndo?: EmailUndo | null
  /** Before the first change of the second step within a week. */
  secondStepBefore?: SecondStepSnapshot<Factors, FactorMethod | null> | null
  /** API keys that it made up to then no longer work. */
  keysEndedAt?: Date | null
  /** Set while the account is scheduled to be erased. */
  deletion?: { requestedAt: Date; at: Date } | null
  exportLink?: { tokenHash: string; expiresAt: Date } | null

  factors: Factors
  preferredMethod: FactorMethod | null
  /** Outlives the factor: a step is accepted once per account, ever. */
  lastTotpStep: number | null
  backupCodes: StoredBackupCode[]
  backupCodesGeneratedAt: Date | null
  setUps: SetUps
  /** One for each network that gave one; absent until the first. */
  reEnrolmentGrants?: ReEnrolmentGrant[]
  attempts: { inARow: number; lastGuessAt: Date | null; recent: Guess[] }
  /** The latest sign-ins that a second step has finished, by their public ids; absent until the first. */
  finishedSignIns?: string[]

  /** Events of this document's writes that have not been dispatched yet. */
  events: DomainEvent[]
}

export const AccountCollection = defineCollection<AccountDocument>('accounts', [
  [{ emailKey: 1 }, { unique: true }],
  [{ heldEmailKeys: 1 }, { unique: true, sparse: true }],
  [{ 'emailUndo.id': 1 }, { sparse: true }],
  [{ 'emailUndo.expiresAt': 1 }, { sparse: true }],
  [{ 'deletion.at': 1 }, { sparse: true }],
  [{ 'resetLink.tokenHash': 1 }, { sparse: true }],
  [{ 'reEnrolmentGrants.id': 1 }, { sparse: true }],
  [{ 'events.id': 1 }, { sparse: true }],
])

/** Fields that each change of the second step also writes: the state that an undo of the address would restore. */
export function snapshotWith(account: AccountDocument, now: Date): Pick<AccountDocument, 'secondStepBefore'> {
  const snapshot = snapshotBefore(account, hasTwoFactor(account), account.secondStepBefore, now)
  return snapshot ? { secondStepBefore: snapshot } : {}
}

export function backupCodesLeft({ backupCodes }: Pick<AccountDocument, 'backupCodes'>): number {
  return backupCodes.filter((code) => !code.usedAt).length
}

/** What the choice of a second step rests on. */
export function accountFactsOf(account: AccountDocument): AccountFacts {
  return {
    factors: methodsOf(account),
    preferredMethod: account.preferredMethod,
    backupCodesLeft: backupCodesLeft(account),
  }
}

/** An account as it begins: confirmed, without a second step, in no network. */
export function newAccount(from: {
  emailKey: string
  email: string
  name: string
  passwordHash: string | null
  now: Date
  locale?: Locale | undefined
}): AccountDocument {
  return {
    _id: newId('acc'),
    emailKey: from.emailKey,
    email: from.email,
    name: from.name,
    ...(from.locale ? { locale: from.locale } : {}),
    passwordHash: from.passwordHash,
    createdAt: from.now,
    epoch: 0,
    networkIds: [],
    knownBrowsers: [],
    resetLink: null,
    heldEmailKeys: [from.emailKey],
    factors: noFactors(),
    preferredMethod: null,
    lastTotpStep: null,
    backupCodes: [],
    backupCodesGeneratedAt: null,
    setUps: noSetUps(),
    attempts: { ...noAttempts, recent: [] },
    events: [],
  }
}
