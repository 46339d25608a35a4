import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { ProfileStore } from '../accounts/profile.store.js'
import { Clock } from '../platform/clock/clock.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { hashToken, isSameText, isToken, newToken } from '../platform/crypto/tokens.js'
import { notFound } from '../platform/errors/interruption.js'
import { accountIdOf, discoverableRequestOptions } from '../two-factor/passkey/passkey.js'
import { PasskeyStep } from '../two-factor/passkey/passkey.step.js'
import { RelyingParty } from '../two-factor/passkey/relying-party.js'
import { type Browser, type SignInOutcome, SignInService } from './sign-in.service.js'
import { SpentChallengeStore } from './spent-challenge.store.js'

export type PasskeySignInOutcome =
  | SignInOutcome
  /** The answer is for no challenge of this browser that still counts. */
  | { kind: 'challenge-expired' }
  /** No passkey that signs in alone, of any account, has made it. */
  | { kind: 'invalid-passkey' }

/**
 * A whole sign-in by a passkey with user verification. No account is named first: the browser's cookie holds the
 * challenge with a keyed hash that authenticates it, so that a request costs no database access; used challenges are
 * stored. Failures count against no account, since a signature cannot be guessed, and the locks for codes do not apply.
 */
export class PasskeySignInService {
  constructor(
    private readonly spent = inject(SpentChallengeStore),
    private readonly passkeys = inject(PasskeyStep),
    private readonly profiles = inject(ProfileStore),
    private readonly signIns = inject(SignInService),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
    private readonly relyingParty = inject(RelyingParty),
  ) {}

  /**
   * @returns what the browser is asked, and the cookie that its answer counts with
   * @throws Interruption NOT_FOUND where browsers make no passkeys
   */
  async begin(): Promise<{ optionsJson: string; expiresAt: Date; cookie: string }> {
    if (!this.relyingParty) throw notFound('Passkeys need this installation to have a name and https.')
    const challenge = newToken()
    const expiresAt = new Date(this.clock.now().getTime() + limits.codeLifetime)
    const signed = `${challenge}.${expiresAt.getTime()}`
    const cookie = `${signed}.${this.keyRing.mac(signed, contextOfChallenge)}`
    return { optionsJson: await discoverableRequestOptions(challenge, this.relyingParty), expiresAt, cookie }
  }

  async signIn(cookie: string | undefined, response: string, browser: Browser): Promise<PasskeySignInOutcome> {
    const now = this.clock.now()
    const asked = this.#challengeIn(cookie, now)
    if (!asked) return { kind: 'challenge-expired' }
    const accountId = accountIdOf(response)
    const account = accountId ? await this.profiles.byId(accountId) : null
    const assertion = account && (await this.passkeys.readAlone(account, response, asked.challenge, browser.origin))
    if (!account || !assertion) return { kind: 'invalid-passkey' }
    if (!(await this.spent.spend(hashToken(asked.challenge), asked.expiresAt))) return { kind: 'challenge-expired' }
    const accepted = await this.passkeys.acceptAlone(account, assertion)
    if (!accepted) return { kind: 'invalid-passkey' }
    return this.signIns.signInWith(accepted, [{ method: 'PASSKEY', userVerified: true, at: now }], browser)
  }

  #challengeIn(cookie: string | undefined, now: Date): { challenge: string; expiresAt: Date } | null {
    const [challenge = '', expires = '', mac = ''] = (cookie ?? '').split('.')
    const isOurs = this.keyRing.macs(`${challenge}.${expires}`, contextOfChallenge).some((one) => isSameText(one, mac))
    const expiresAt = new Date(Number(expires))
    return isToken(challenge) && isOurs && now < expiresAt ? { challenge, expiresAt } : null
  }
}

const contextOfChallenge = { owner: 'installation', purpose: 'passkey-sign-in' }
