import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { Evidence } from '../../domain/evidence.js'
import type { Origin } from '../../events/event.types.js'
import type { CodeSlot, PasskeyChallengeSlot } from '../../sessions/challenge.store.js'
import type { ReservedGuess } from './second-step.store.js'

/** One way to prove the second step. Each has its own folder, and an entry in `SecondSteps`. */
export interface SecondStep {
  /**
   * Verifies what was typed, and consumes it if it is right: of concurrent callers one wins.
   * @param typed for a passkey, what the browser brought back, as JSON
   */
  verify(guess: ReservedGuess, typed: string, holder: StepHolder, origin: Origin): Promise<SecondStepVerdict>
}

/**
 * Where the step is requested: a sign-in, a session or a verification. Its codes and challenges count there alone, once.
 * A sign-in consumes nothing there: the account's own write accepts one step of it.
 */
export interface StepHolder {
  /** What its codes are sealed to. */
  publicId: string
  sms?: CodeSlot | null | undefined
  passkey?: PasskeyChallengeSlot | null | undefined
  /** True for one caller only. */
  spendSms?(sealedCode: string, now: Date): Promise<boolean>
  /** True for one caller only. */
  spendPasskey?(challenge: string): Promise<boolean>
}

/** What a right second step leaves in the evidence of a session. */
export type StepProof = Evidence & { method: SecondStepMethod }

export type SecondStepVerdict =
  /** The account as it is with this step accepted, still in the epoch of the guess. */
  | { kind: 'accepted'; proof: StepProof; account: AccountDocument }
  | { kind: 'wrong'; alreadyUsed: boolean; clockOffsetSeconds: number | null }
  | { kind: 'expired' }

export const wrong = { kind: 'wrong', alreadyUsed: false, clockOffsetSeconds: null } as const
export const used = { ...wrong, alreadyUsed: true } as const

/** @param account null: another caller was first, or the account was changed in between */
export function accepted(proof: StepProof, account: AccountDocument | null): SecondStepVerdict {
  return account ? { kind: 'accepted', proof, account } : used
}
