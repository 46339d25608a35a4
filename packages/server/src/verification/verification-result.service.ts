import { createHash } from 'node:crypto'
import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { Environment } from '../environment.js'
import { membershipIdOf } from '../memberships/membership.model.js'
import { Clock } from '../platform/clock/clock.js'
import { SigningKeysService } from '../signing-keys/signing-keys.service.js'
import type { Shown, VerificationDocument } from './verification.model.js'

/** What an app receives about a verification: where to send the member, and the signed result. */
export class VerificationResultService {
  constructor(
    private readonly signingKeys = inject(SigningKeysService),
    private readonly clock = inject(Clock),
    private readonly environment = inject(Environment),
  ) {}

  urlOf({ _id }: VerificationDocument): string {
    return `${this.environment.publicUrl}/verify/${_id}`
  }

  /** The signed result (RFC 7519); null unless it was completed within the last ten minutes. */
  async tokenOf({ _id, keyId, networkId, accountId, email, shown, nonce, outcome }: VerificationDocument) {
    const now = this.clock.now()
    if (outcome?.status !== 'COMPLETED') return null
    if (now.getTime() >= outcome.at.getTime() + limits.verification.tokenGivenFor) return null
    const issuedAt = Math.floor(now.getTime() / 1000)
    return this.signingKeys.sign({
      iss: this.environment.publicUrl,
      aud: keyId,
      sub: membershipIdOf(networkId, accountId),
      email,
      jti: _id,
      iat: issuedAt,
      exp: issuedAt + limits.verification.tokenLifetime / 1000,
      auth_time: Math.floor((outcome.authTime ?? outcome.at).getTime() / 1000),
      ...(outcome.acr === null ? {} : { acr: outcome.acr }),
      amr: outcome.amr,
      app: shown.app,
      shown_hash: shownHashOf(shown),
      ...(nonce === null ? {} : { nonce }),
    })
  }
}

/**
 * Identifies what the member was shown: the SHA-256, base64url, of app, reason, amount and payee, one per line, empty if
 * absent. Each is a single line, so different requests never produce the same text.
 */
export function shownHashOf({ app, reason, amount, payee }: Shown): string {
  return createHash('sha256')
    .update([app, reason, amount ?? '', payee ?? ''].join('\n'))
    .digest('base64url')
}
