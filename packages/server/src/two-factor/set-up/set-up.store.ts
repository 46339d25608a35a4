import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import {
  type AccountDocument,
  AccountModel,
  type AuthenticatorFactor,
  type AuthenticatorSetUp,
  type PasskeyFactor,
  type PasskeySetUp,
  type SmsFactor,
  type SmsSetUp,
  type StoredBackupCode,
  snapshotWith,
} from '../../accounts/account.model.js'
import type { DomainEvent } from '../../events/event.types.js'
import { type ReservedGuess, rowCleared, type SetUpPath, slotFreed } from '../second-step/second-step.store.js'

export interface ConfirmedFactor {
  /** Of the confirming code; null for SMS. */
  totpStep: number | null
  factor:
    | { path: 'app'; value: AuthenticatorFactor }
    | { path: 'sms'; value: SmsFactor }
    | { path: 'passkey'; value: PasskeyFactor }
  /** With the first factor. */
  backupCodes: { codes: StoredBackupCode[]; generatedAt: Date } | null
  preferredMethod: AccountDocument['preferredMethod']
  /** The grants that are spent when it takes the place of all there was; null when it stands beside. */
  spentGrantIds: string[] | null
  events: DomainEvent[]
  at: Date
}

const noFactors = { app: null, sms: null, passkeys: [] }
const noSetUps = { app: null, sms: null, passkey: null }

/** Owns of an account: begun set-ups, confirmed factors, the preferred method. */
export class SetUpStore {
  constructor(private readonly accounts = inject(AccountModel)) {}

  /** A newer set-up of the app takes the older one's place. */
  async beginApp(accountId: string, setUp: AuthenticatorSetUp): Promise<void> {
    await this.accounts.updateOne({ _id: accountId }, { $set: { 'setUps.app': setUp } })
  }

  /** A newer set-up of a passkey takes the older one's place. */
  async beginPasskey(accountId: string, setUp: PasskeySetUp): Promise<void> {
    await this.accounts.updateOne({ _id: accountId }, { $set: { 'setUps.passkey': setUp } })
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
    confirmed: ConfirmedFactor,
  ): Promise<AccountDocument | null> {
    const { path, value } = confirmed.factor
    const { spentGrantIds } = confirmed
    // One app, one phone; of passkeys there are several.
    const isOneMore = path === 'passkey' && !spentGrantIds
    const hasRoom = { [`factors.passkeys.${limits.passkeys.perAccount - 1}`]: { $exists: false } }
    const anew = path === 'passkey' ? { passkeys: [value] } : { [path]: value }
    const placed = spentGrantIds
      ? { factors: { ...noFactors, ...anew }, setUps: noSetUps, reEnrolmentGrants: [] }
      : { ...(isOneMore ? {} : { [`factors.${path}`]: value }), [`setUps.${path}`]: null }
    const stepIsNew = { $or: [{ lastTotpStep: null }, { lastTotpStep: { $lt: confirmed.totpStep } }] }
    return this.accounts
      .findOneAndUpdate(
        {
          _id: account._id,
          epoch: account.epoch,
          [`setUps.${path}.id`]: setUpId,
          ...(confirmed.totpStep === null ? {} : stepIsNew),
          ...(spentGrantIds ? { 'reEnrolmentGrants.id': { $all: spentGrantIds } } : {}),
          ...(isOneMore ? hasRoom : {}),
        },
        {
          $set: {
            ...placed,
            ...snapshotWith(account, confirmed.at),
            preferredMethod: confirmed.preferredMethod,
            ...(confirmed.totpStep === null ? {} : { lastTotpStep: confirmed.totpStep }),
            ...(confirmed.backupCodes
              ? { backupCodes: confirmed.backupCodes.codes, backupCodesGeneratedAt: confirmed.backupCodes.generatedAt }
              : {}),
            ...rowCleared,
          },
          $inc: { epoch: 1 },
          ...slotFreed(guessId),
          $push: { events: { $each: confirmed.events }, ...(isOneMore ? { 'factors.passkeys': value } : {}) },
        },
        { returnDocument: 'after' },
      )
      .lean<AccountDocument>()
  }

  /** @returns the account as it is now; null when another change came first */
  async remove(
    account: AccountDocument,
    { path, id }: { path: SetUpPath; id: string },
    preferredMethod: AccountDocument['preferredMethod'],
    event: DomainEvent,
  ): Promise<AccountDocument | null> {
    const set = { [`setUps.${path}`]: null, preferredMethod }
    return path === 'passkey'
      ? this.change(account, set, event, { 'factors.passkeys': { id } })
      : this.change(account, { ...set, [`factors.${path}`]: null }, event)
  }

  /** Takes every factor, begun set-up and backup code away in one write. */
  async removeAll(account: AccountDocument, event: DomainEvent): Promise<AccountDocument | null> {
    return this.change(
      account,
      { factors: noFactors, setUps: noSetUps, preferredMethod: null, backupCodes: [], backupCodesGeneratedAt: null },
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
    return this.accounts
      .findOneAndUpdate(
        { _id, epoch, 'factors.passkeys': { $elemMatch: { id } } },
        { $set: { 'factors.passkeys.$.label': label } },
        { returnDocument: 'after' },
      )
      .lean<AccountDocument>()
  }

  private async change(
    account: AccountDocument,
    set: Record<string, unknown>,
    event: DomainEvent,
    pull?: Record<string, unknown>,
  ): Promise<AccountDocument | null> {
    return this.accounts
      .findOneAndUpdate(
        { _id: account._id, epoch: account.epoch },
        {
          $set: { ...set, ...snapshotWith(account, event.at) },
          $inc: { epoch: 1 },
          $push: { events: event },
          ...(pull ? { $pull: pull } : {}),
        },
        { returnDocument: 'after' },
      )
      .lean<AccountDocument>()
  }
}

function codeOf({ sealedCode, codeSentAt, codeExpiresAt, sends }: SmsSetUp): Record<string, unknown> {
  return {
    'setUps.sms.sealedCode': sealedCode,
    'setUps.sms.codeSentAt': codeSentAt,
    'setUps.sms.codeExpiresAt': codeExpiresAt,
    'setUps.sms.sends': sends,
  }
}
