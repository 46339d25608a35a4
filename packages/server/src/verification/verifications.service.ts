import { createHash } from 'node:crypto'
import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import type { OpenToKey } from '../access/access.service.js'
import type { AccountDocument } from '../accounts/account.model.js'
import { ProfileStore } from '../accounts/profile.store.js'
import type { ApiKeyDocument } from '../api-keys/api-key.model.js'
import { ApiKeysService } from '../api-keys/api-keys.service.js'
import { isReturnAllowed } from '../api-keys/return-address.js'
import type { Origin } from '../events/event.types.js'
import { keyEventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { memberOf, membershipIdOf } from '../memberships/membership.model.js'
import { MembershipStore } from '../memberships/membership.store.js'
import { Clock } from '../platform/clock/clock.js'
import { newId } from '../platform/crypto/tokens.js'
import type { VerificationDocument } from './verification.model.js'
import { VerificationStore } from './verification.store.js'
import { VerificationEndingService } from './verification-ending.service.js'
import { inputHashOf, type VerificationInput, verificationProblems } from './verification-input.js'

export type StartOutcome =
  | { kind: 'started'; verification: VerificationDocument }
  | { kind: 'invalid'; problems: Record<string, string> }
  | { kind: 'no-member' }

/** The app's side: it starts a verification and reads the result. */
export class VerificationsService {
  constructor(
    private readonly store = inject(VerificationStore),
    private readonly ending = inject(VerificationEndingService),
    private readonly apiKeys = inject(ApiKeysService),
    private readonly memberships = inject(MembershipStore),
    private readonly profiles = inject(ProfileStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  async start(open: OpenToKey, input: VerificationInput, origin: Origin): Promise<StartOutcome> {
    const key = await this.apiKeys.byId(open.caller.keyId)
    const problems = verificationProblems(input)
    if (!key || !isReturnAllowed(input.returnUrl, key.returnAddresses))
      problems.returnUrl = "It is not one of the key's return addresses."
    if (!key || Object.keys(problems).length > 0) return { kind: 'invalid', problems }
    const account = await this.#memberOf(open, input.member)
    if (!account) return { kind: 'no-member' }
    const verification = this.#begun(open, key, account, input, origin)
    if (await this.store.insert(verification)) {
      this.relay.dispatchSoon('verifications', verification._id)
      return { kind: 'started', verification }
    }
    const earlier = await this.store.byId(verification._id)
    return earlier?.inputHash === verification.inputHash
      ? { kind: 'started', verification: await this.ending.current(earlier) }
      : { kind: 'invalid', problems: { idempotencyKey: 'Something else was asked with this key before.' } }
  }

  /** Null for another key's verification. */
  async read(keyId: string, id: string): Promise<VerificationDocument | null> {
    const verification = await this.store.byId(id)
    return verification?.keyId === keyId ? this.ending.current(verification) : null
  }

  async #memberOf({ network }: OpenToKey, { id, email }: VerificationInput['member']): Promise<AccountDocument | null> {
    const prefix = membershipIdOf(network._id, '')
    const emailKey = email === null ? null : emailKeyOf(email)
    const account =
      emailKey !== null
        ? await this.profiles.byEmailKey(emailKey)
        : id?.startsWith(prefix)
          ? await this.profiles.byId(id.slice(prefix.length))
          : null
    if (!account) return null
    return memberOf(network, await this.memberships.byId(network._id, account._id)) ? account : null
  }

  #begun(
    { network, caller }: OpenToKey,
    key: ApiKeyDocument,
    account: AccountDocument,
    input: VerificationInput,
    origin: Origin,
  ): VerificationDocument {
    const now = this.clock.now()
    const id = input.idempotencyKey === null ? newId('ver') : idFor(key, input.idempotencyKey)
    const expiresAt = new Date(now.getTime() + limits.verification.lifetime)
    const { reason, amount, payee, returnUrl, state, nonce } = input
    const shown = { app: key.name, reason: reason.trim(), amount: amount?.trim() ?? null, payee: payee?.trim() ?? null }
    const who = { accountId: account._id, email: account.email, name: account.name }
    return {
      _id: id,
      networkId: network._id,
      networkName: network.name,
      keyId: key._id,
      ...who,
      shown,
      returnUrl,
      state,
      nonce,
      inputHash: inputHashOf(input),
      createdAt: now,
      expiresAt,
      openUntil: expiresAt,
      outcome: null,
      sms: null,
      guesses: 0,
      events: [
        {
          type: 'verification.started',
          ...keyEventOf(network, caller, origin, now),
          verificationId: id,
          ...who,
          app: shown.app,
          reason: shown.reason,
        },
      ],
    }
  }
}

/** A repeated request by the same key leads to the same document; no one else can compute its id. */
function idFor({ hash }: ApiKeyDocument, idempotencyKey: string): string {
  const digest = createHash('sha256').update(`${hash}\n${idempotencyKey}`).digest()
  return `ver_${digest.subarray(0, 15).toString('base64url')}`
}
