import type { Evidence } from '../domain/evidence.js'
import type { SentCode } from '../domain/one-time-code.js'
import { type Collection, type Filter, seenAs, type Update } from '../platform/mongo/database.js'

/** A code that was sent for one sign-in, session, question or sign-up, and is accepted in it alone. */
export interface CodeSlot extends SentCode {
  sealedCode: string
  sends: number
}

/** What a passkey has to sign for one sign-in, session or question; the newest counts, once. */
export interface PasskeyChallengeSlot {
  challenge: string
  expiresAt: Date
}

/** A document with challenges: its codes and its passkey prompt. The account counts the guesses. */
export interface ChallengeDocument {
  _id: string
  sms?: CodeSlot | null
  mailbox?: CodeSlot | null
  /** Absent in those from before there were passkeys. */
  passkey?: PasskeyChallengeSlot | null
  /** Written for servers of the release before, which count here. */
  guesses: number
}

/** Where one code is stored, for the services that send it. */
export interface CodeAccess {
  code: CodeSlot | null
  /** Stores a code before it is sent, in place of `code`: true for one caller only. */
  replace(next: CodeSlot): Promise<boolean>
  /** Restores `code` where its replacement was not sent. */
  restore(replaced: CodeSlot): Promise<unknown>
}

/**
 * The challenges that a person has to meet to prove a step, in every document that has them: sign-ins, sessions and
 * verifications. Each method is one conditional update, so of concurrent callers one wins.
 */
export class ChallengeStore<T extends ChallengeDocument> {
  readonly #documents: Collection<ChallengeDocument>
  readonly #isActive: Filter<ChallengeDocument>

  /** @param asks matches a document that still asks: one that has ended takes no code and no proof */
  constructor(documents: Collection<T>, asks: Filter<T> = {}) {
    this.#documents = seenAs<ChallengeDocument, T>(documents)
    this.#isActive = asks as Filter<ChallengeDocument>
  }

  /**
   * Stores a code in place of the one it was drafted from, if that one has not been sent again since.
   * @param also what else changes with it
   */
  async replaceCode(
    id: string,
    slot: 'sms' | 'mailbox',
    from: CodeSlot | null,
    to: CodeSlot | null,
    also: Partial<T> = {},
  ): Promise<boolean> {
    const isFrom = from ? { [`${slot}.sealedCode`]: from.sealedCode, [`${slot}.sends`]: from.sends } : { [slot]: null }
    return this.#isUpdated({ ...this.#isActive, _id: id, ...isFrom }, { $set: { [slot]: to, ...also } })
  }

  /** @param also other fields to set when a code is stored */
  codeAccess(document: T, slot: 'sms' | 'mailbox', also: Partial<T> = {}): CodeAccess {
    const { _id, [slot]: code = null } = document
    return {
      code,
      replace: (next) => this.replaceCode(_id, slot, code, next, also),
      restore: (kept) => this.replaceCode(_id, slot, kept, code),
    }
  }

  /** Spends the texted code. It stays until it would have expired: typed again, it is said to have been used. */
  async spendSms(id: string, sealedCode: string, now: Date): Promise<boolean> {
    const isUnspent = { 'sms.sealedCode': sealedCode, 'sms.spentAt': null }
    return this.#isUpdated({ ...this.#isActive, _id: id, ...isUnspent }, { $set: { 'sms.spentAt': now } })
  }

  /** A newer challenge takes the older one's place. */
  async storePasskeyChallenge(id: string, passkey: PasskeyChallengeSlot): Promise<void> {
    await this.#isUpdated({ ...this.#isActive, _id: id }, { $set: { passkey } })
  }

  async spendPasskeyChallenge(id: string, challenge: string): Promise<boolean> {
    const isUnspent = { 'passkey.challenge': challenge }
    return this.#isUpdated({ ...this.#isActive, _id: id, ...isUnspent }, { $set: { passkey: null } })
  }

  /**
   * Spends the mailed code with the write that records the proof.
   * @param also what else changes with it
   */
  async proveMailbox(id: string, sealedCode: string, piece: Evidence, also: Partial<T> = {}): Promise<T | null> {
    const found = await this.#documents.findOneAndUpdate(
      { ...this.#isActive, _id: id, 'mailbox.sealedCode': sealedCode } as Filter<ChallengeDocument>,
      [{ $set: { mailbox: null, evidence: evidenceWith(piece), ...also } }],
      { returnDocument: 'after' },
    )
    return found as T | null
  }

  async #isUpdated(filter: object, update: object): Promise<boolean> {
    const { modifiedCount } = await this.#documents.updateOne(
      filter as Filter<ChallengeDocument>,
      update as Update<ChallengeDocument>,
    )
    return modifiedCount === 1
  }
}

/**
 * The expression of an update that adds a piece of evidence in place of an older one of its kind, as `withEvidence` does.
 * The database reads the list: of two requests that prove something at once, neither loses what the other proved.
 */
export function evidenceWith(piece: Evidence): Record<string, unknown> {
  const same = [
    { $eq: ['$$piece.method', piece.method] },
    ...('networkId' in piece ? [{ $eq: ['$$piece.networkId', { $literal: piece.networkId }] }] : []),
    ...(piece.method === 'PASSKEY'
      ? [{ $eq: [{ $ifNull: ['$$piece.userVerified', false] }, piece.userVerified === true] }]
      : []),
  ]
  const others = { $filter: { input: '$evidence', as: 'piece', cond: { $not: [{ $and: same }] } } }
  return { $concatArrays: [others, [{ $literal: piece }]] }
}
