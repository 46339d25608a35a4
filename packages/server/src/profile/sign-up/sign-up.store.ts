import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { hashToken, isToken } from '../../platform/crypto/tokens.js'
import { defineCollection, insertDocument } from '../../platform/mongo/database.js'
import type { CodeSlot } from '../../sessions/challenge.store.js'

/** A sign-up waiting for its code; finished only in the browser that holds its token, whose hash is its `_id`. */
export interface SignUpDocument {
  _id: string
  publicId: string
  emailKey: string
  email: string
  name: string
  passwordHash: string
  createdAt: Date
  expiresAt: Date
  /** Null when the address has an account: then no code finishes it. */
  code: CodeSlot | null
  /** Stands in for a code that was never sent, so that answers and times match those of a real one. */
  codeSentAt: Date
  codeExpiresAt: Date
  guesses: number
}

export const SignUpCollection = defineCollection<SignUpDocument>('sign_ups', [[{ expiresAt: 1 }]])

export class SignUpStore {
  constructor(private readonly signUps = inject(SignUpCollection)) {}

  async insert(signUp: SignUpDocument): Promise<void> {
    await insertDocument(this.signUps, signUp)
  }

  /** By `_id`: null once it has ended. */
  async byToken(token: string | undefined, now: Date): Promise<SignUpDocument | null> {
    const signUp = isToken(token) ? await this.signUps.findOne({ _id: hashToken(token) }) : null
    return signUp && now < signUp.expiresAt ? signUp : null
  }

  /** Stores a code in place of the one that was sent then: of concurrent requests, one wins. */
  async replaceCode(
    tokenHash: string,
    sentAt: Date,
    { code, codeSentAt, codeExpiresAt }: Pick<SignUpDocument, 'code' | 'codeSentAt' | 'codeExpiresAt'>,
  ): Promise<boolean> {
    const { modifiedCount } = await this.signUps.updateOne(
      { _id: tokenHash, codeSentAt: sentAt },
      { $set: { code, codeSentAt, codeExpiresAt } },
    )
    return modifiedCount === 1
  }

  /**
   * Reserves one of five guesses before it is checked: there is no account yet that could count it.
   * @returns null when none is left, or the sign-up is gone
   */
  async reserveGuess(tokenHash: string): Promise<SignUpDocument | null> {
    return this.signUps.findOneAndUpdate(
      { _id: tokenHash, guesses: { $lt: limits.guessesPerCode } },
      { $inc: { guesses: 1 } },
      { returnDocument: 'after' },
    )
  }

  /** Returns a guess that was never checked. */
  async releaseGuess(tokenHash: string): Promise<void> {
    await this.signUps.updateOne({ _id: tokenHash, guesses: { $gt: 0 } }, { $inc: { guesses: -1 } })
  }

  /** True for one caller only, who makes the account. */
  async consume(tokenHash: string): Promise<boolean> {
    const { deletedCount } = await this.signUps.deleteOne({ _id: tokenHash })
    return deletedCount === 1
  }

  /** By `expiresAt`: tidying up only. */
  async sweep(now: Date): Promise<void> {
    await this.signUps.deleteMany({ expiresAt: { $lte: now } })
  }
}
