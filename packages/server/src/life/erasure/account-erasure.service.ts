import { InjectionToken, inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { DeparturesService } from '../../people/members/departures.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { Logger } from '../../platform/logging/logger.js'
import { AccountDeletionStore } from '../deletion/account-deletion.store.js'
import { TracesStore } from './traces.store.js'

/** Awaited before an account or a network is erased: notifies every other party while the data still exists. */
export type BeforeErasure = (whose: { accountId: string } | { networkId: string }) => Promise<void>
export const BeforeErasure = new InjectionToken<BeforeErasure>('BeforeErasure')

/** Erases accounts whose week has passed, and those that the operator deletes. After a crash the erasure runs again. */
export class AccountErasureService {
  constructor(
    private readonly store = inject(AccountDeletionStore),
    private readonly traces = inject(TracesStore),
    private readonly networks = inject(NetworkStore),
    private readonly departures = inject(DeparturesService),
    private readonly before = inject(BeforeErasure),
    private readonly logger = inject(Logger),
    private readonly clock = inject(Clock),
  ) {}

  /** The worker's job. */
  async eraseDue(): Promise<void> {
    for (const account of await this.store.due(this.clock.now())) {
      const needed = await this.erase(account)
      if (needed.length > 0)
        this.logger.warn({ account: account._id }, 'An account could not be erased: it is the last owner of a network')
    }
  }

  /** @returns the networks that have no other OWNER: then nothing of the account was erased */
  async erase(account: AccountDocument): Promise<NetworkDocument[]> {
    const owned = (await this.networks.byIds(account.networkIds)).filter(
      ({ ownerIds }) => ownerIds.length === 1 && ownerIds[0] === account._id,
    )
    if (owned.length > 0) return owned
    const networkIds = [...new Set([...account.networkIds, ...(await this.traces.networksOf(account._id))])]
    for (const network of await this.networks.byIds(networkIds)) {
      if (!(await this.departures.erase(network, account._id, this.clock.now()))) return [network]
    }
    await this.before({ accountId: account._id })
    await this.traces.forget({
      accountId: account._id,
      name: account.name,
      emails: emailsOf(account),
      emailKeys: [account.emailKey, ...(account.emailUndo ? [account.emailUndo.emailKey] : [])],
      networkIds,
    })
    await this.store.remove(account._id)
    return []
  }
}

function emailsOf({ email, emailKey, emailUndo }: AccountDocument): string[] {
  return [...new Set([email, emailKey, ...(emailUndo ? [emailUndo.email, emailUndo.emailKey] : [])])]
}
