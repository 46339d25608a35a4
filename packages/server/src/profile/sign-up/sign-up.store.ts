import { insertDocument } from '../../platform/mongo/insert-document.js'
import { plainCollection } from '../../platform/mongo/plain-collection.js'
import { ChallengeStore } from '../../sessions/challenge.store.js'
import type { SignUpDocument, SignUpModel } from './sign-up.model.js'

export class SignUpStore {
  readonly challenges: ChallengeStore<SignUpDocument>

  constructor(private readonly signUps: SignUpModel) {
    this.challenges = new ChallengeStore(plainCollection(signUps))
  }

  async insert(signUp: SignUpDocument): Promise<void> {
    await insertDocument(this.signUps, signUp)
  }

  /** By `_id`. */
  async byTokenHash(tokenHash: string, now: Date): Promise<SignUpDocument | null> {
    const signUp = await this.signUps.findById(tokenHash).lean<SignUpDocument>()
    return signUp && now < signUp.expiresAt ? signUp : null
  }

  /** Keeps a code in place of the one that was sent then: of requests that come at once, one wins. */
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
