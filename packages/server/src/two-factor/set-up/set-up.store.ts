import { inject } from '@needle-di/core'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import {
  AccountCollection,
  type AccountDocument,
  type StoredBackupCode,
  snapshotWith,
} from '../../accounts/account.model.js'
import {
  factorStorage,
  noFactors,
  noSetUps,
  type SmsSetUp,
  type StoredMethods,
} from '../../accounts/account-factors.js'
import type { DomainEvent } from '../../events/event.types.js'
import { atPath, type Filter, type Update, type Values } from '../../platform/mongo/database.js'
import { type ReservedGuess, streakReset, withoutGuess } from '../second-step/second-step.store.js'

/** A set-up whose code was right. */
export interface ConfirmedSetUp {
  method: FactorMethod
  factor: StoredMethods[FactorMethod]['factor']
  /** What else must still be true of the account, and what else changes with it. */
  where?: Filter<AccountDocument>
  set?: Partial<AccountDocument>
}

export interface SetUpChange {
  /** With the first factor. */
  backupCodes: { codes: StoredBackupCode[]; generatedAt: Date } | null
  preferredMethod: FactorMethod | null
  /** The grants that are spent when it takes the place of all there was; null when it stands beside. */
  spentGrantIds: string[] | null
  events: DomainEvent[]
  at: Date
}

/** Owns of an account: begun set-ups, confirmed factors, the preferred method. */
export class SetUpStore {
  constructor(private readonly accounts = inject(AccountCollection)) {}

  /** A newer set-up of a method takes the older one's place. */
  async begin<M extends FactorMethod>(accountId: string, method: M, setUp: StoredMethods[M]['setUp']): Promise<void> {
    await this.accounts.updateOne({ _id: accountId }, { $set: atPath(setUpPathOf(method), setUp) })
  }

  /**
   * Puts a set-up by SMS in the place of the one that was there, at its turn of sending: of requests that come at once
   * one wins. The guesses of a set-up that goes on stay counted.
   */
  async replaceSms(accountId: string, from: SmsSetUp | null, to: SmsSetUp | null): Promise<boolean> {
    const isThere = from ? { 'setUps.sms.id': from.id, 'setUps.sms.sends': from.sends } : { 'setUps.sms': null }
    const { modifiedCount } = await this.accounts.updateOne(
      { _id: accountId, ...isThere },
      { $set: from && to && from.id === to.id ? codeOf(to) : { 'setUps.sms': to } },
    )
    return modifiedCount === 1
  }

  /**
   * Turns a begun set-up into a factor, with its backup codes, in one write: the account is fully off or fully on. With
   * grants, the same write spends them and puts the factor in the place of all there was: until then nothing is gone.
   * @returns the account as it is now; null when another call was first
   */
  async confirm(
    { guessId, account }: ReservedGuess,
    setUpId: string,
    { method, factor, where = {}, set = {} }: ConfirmedSetUp,
    { backupCodes, preferredMethod, spentGrantIds, events, at }: SetUpChange,
  ): Promise<AccountDocument | null> {
    const { factor: field, atMost } = factorStorage[method]
    const [factorPath, setUpPath] = [factorPathOf(method), setUpPathOf(method)]
    const isOneMore = atMost !== undefined && !spentGrantIds
    const placed = spentGrantIds
      ? {
          factors: { ...noFactors(), [field]: atMost ? [factor] : factor },
          setUps: noSetUps(),
          reEnrolmentGrants: [],
        }
      : { ...(isOneMore ? {} : atPath(factorPath, factor)), ...atPath(setUpPath, null) }
    return this.accounts.findOneAndUpdate(
      {
        ...where,
        _id: account._id,
        epoch: account.epoch,
        ...atPath(`${setUpPath}.id`, setUpId),
        ...(spentGrantIds ? { 'reEnrolmentGrants.id': { $all: spentGrantIds } } : {}),
        ...(isOneMore ? atPath(`${factorPath}.${atMost - 1}`, { $exists: false }) : {}),
      },
      {
        $set: {
          ...set,
          ...placed,
          ...snapshotWith(account, at),
          preferredMethod,
          ...(backupCodes ? { backupCodes: backupCodes.codes, backupCodesGeneratedAt: backupCodes.generatedAt } : {}),
          ...streakReset,
        },
        $inc: { epoch: 1 },
        ...withoutGuess(guessId),
        $push: { events: { $each: events }, ...(isOneMore ? atPath(factorPath, factor) : {}) },
      },
      { returnDocument: 'after' },
    )
  }

  /** @returns the account as it is now; null when another change came first */
  async remove(
    account: AccountDocument,
    { method, id }: { method: FactorMethod; id: string },
    preferredMethod: AccountDocument['preferredMethod'],
    event: DomainEvent,
  ): Promise<AccountDocument | null> {
    const set = { preferredMethod, ...atPath(setUpPathOf(method), null) }
    return factorStorage[method].atMost
      ? this.change(account, set, event, atPath(factorPathOf(method), { id }))
      : this.change(account, { ...set, ...atPath(factorPathOf(method), null) }, event)
  }

  /** Takes every factor, begun set-up and backup code away in one write. */
  async removeAll(account: AccountDocument, event: DomainEvent): Promise<AccountDocument | null> {
    return this.change(
      account,
      {
        factors: noFactors(),
        setUps: noSetUps(),
        preferredMethod: null,
        backupCodes: [],
        backupCodesGeneratedAt: null,
      },
      event,
    )
  }

  async prefer(
    account: AccountDocument,
    method: AccountDocument['preferredMethod'],
    event: DomainEvent,
  ): Promise<AccountDocument | null> {
    return this.change(account, { preferredMethod: method }, event)
  }

  /** @returns the account as it is now; null when another change came first */
  async renamePasskey({ _id, epoch }: AccountDocument, id: string, label: string): Promise<AccountDocument | null> {
    return this.accounts.findOneAndUpdate(
      { _id, epoch, 'factors.passkeys': { $elemMatch: { id } } },
      { $set: { 'factors.passkeys.$.label': label } },
      { returnDocument: 'after' },
    )
  }

  private async change(
    account: AccountDocument,
    set: Values<AccountDocument>,
    event: DomainEvent,
    pull?: Update<AccountDocument>['$pull'],
  ): Promise<AccountDocument | null> {
    return this.accounts.findOneAndUpdate(
      { _id: account._id, epoch: account.epoch },
      {
        $set: { ...set, ...snapshotWith(account, event.at) },
        $inc: { epoch: 1 },
        $push: { events: event },
        ...(pull ? { $pull: pull } : {}),
      },
      { returnDocument: 'after' },
    )
  }
}

const factorPathOf = (method: FactorMethod) => `factors.${factorStorage[method].factor}`
const setUpPathOf = (method: FactorMethod) => `setUps.${factorStorage[method].setUp}`

function codeOf({ sealedCode, codeSentAt, codeExpiresAt, sends }: SmsSetUp): Values<AccountDocument> {
  return {
    'setUps.sms.sealedCode': sealedCode,
    'setUps.sms.codeSentAt': codeSentAt,
    'setUps.sms.codeExpiresAt': codeExpiresAt,
    'setUps.sms.sends': sends,
  }
}
