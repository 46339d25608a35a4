import type { AttemptRemedy } from '@twinlock/shared/vocabulary'
import { type AccountDocument, passkeysOf } from '../../accounts/account.model.js'
import { judgeAttempts } from '../../domain/attempt-limit.js'
import type { Clock } from '../../platform/clock/clock.js'
import { newToken } from '../../platform/crypto/tokens.js'
import { notFound } from '../../platform/errors/interruption.js'
import type { PasskeyChallengeSlot } from '../../sessions/challenge.store.js'
import { requestOptions } from './passkey.js'
import type { RelyingParty } from './relying-party.js'

export type PasskeyChallengeOutcome =
  | { kind: 'begun'; optionsJson: string; expiresAt: Date }
  | { kind: 'too-many'; retryAt: Date; remedy: AttemptRemedy }

/** Asks an account's passkeys to sign something new, which counts in one sign-in, session or question alone. */
export class PasskeyChallengeService {
  constructor(
    private readonly clock: Clock,
    private readonly relyingParty: RelyingParty | null,
  ) {}

  /**
   * @param keep where it counts: a newer challenge takes the older one's place there
   * @throws Interruption NOT_FOUND for an account without passkeys
   */
  async begin(
    account: AccountDocument,
    expiresAt: Date,
    keep: (slot: PasskeyChallengeSlot) => Promise<void>,
  ): Promise<PasskeyChallengeOutcome> {
    const passkeys = passkeysOf(account)
    if (passkeys.length === 0 || !this.relyingParty) throw notFound('There is no passkey on your account.')
    const attempts = judgeAttempts(account.attempts, this.clock.now())
    if (attempts.kind !== 'open') return { ...attempts, kind: 'too-many' }
    const challenge = newToken()
    await keep({ challenge, expiresAt })
    return { kind: 'begun', optionsJson: await requestOptions(passkeys, challenge, this.relyingParty), expiresAt }
  }
}
