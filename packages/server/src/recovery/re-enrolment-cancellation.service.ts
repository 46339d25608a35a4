import { inject } from '@needle-di/core'
import type { Origin } from '../events/event.types.js'
import { networkEventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import { Clock } from '../platform/clock/clock.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { idInSigned, signedIdOf } from '../platform/crypto/signed-id.js'
import { ReEnrolmentStore } from '../two-factor/re-enrolment/re-enrolment.store.js'

export type CancelOutcome = { kind: 'cancelled'; network: NetworkDocument } | { kind: 'link-expired' }

const PURPOSE = 're-enrolment-cancel'

/** What the mailed link that takes a grant back carries. */
export function cancelTokenOf(keyRing: KeyRing, grantId: string): string {
  return signedIdOf(keyRing, grantId, PURPOSE)
}

/** Takes a grant back by the link that was mailed: signed out too, and by nobody who does not read that mail. */
export class ReEnrolmentCancellationService {
  constructor(
    private readonly store = inject(ReEnrolmentStore),
    private readonly networks = inject(NetworkStore),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  async cancel(token: string, origin: Origin): Promise<CancelOutcome> {
    const grantId = idInSigned(this.keyRing, token, PURPOSE)
    const account = grantId ? await this.store.byGrantId(grantId) : null
    const grant = account?.reEnrolmentGrants?.find(({ id }) => id === grantId)
    const now = this.clock.now()
    if (!account || !grant || now >= grant.expiresAt) return { kind: 'link-expired' }
    const network = await this.networks.byId(grant.networkId)
    if (!network) return { kind: 'link-expired' }
    const { _id: accountId, email } = account
    const base = networkEventOf(network, account, origin, now)
    const event = { type: 'member.re_enrolment_cancelled' as const, accountId, email, grantId: grant.id, ...base }
    if (!(await this.store.cancel(accountId, grant.id, event))) return { kind: 'link-expired' }
    this.relay.dispatchSoon('accounts', accountId)
    return { kind: 'cancelled', network }
  }
}
