import { inject } from '@needle-di/core'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { NetworkEndStore } from '../network/network-end.store.js'
import { BeforeErasure } from './account-erasure.service.js'
import { NetworkTracesStore } from './network-traces.store.js'

/** Erases networks whose week has passed, and those that the operator deletes. After a crash the erasure runs again. */
export class NetworkErasureService {
  constructor(
    private readonly store = inject(NetworkEndStore),
    private readonly traces = inject(NetworkTracesStore),
    private readonly before = inject(BeforeErasure),
    private readonly clock = inject(Clock),
  ) {}

  /** The worker's job. */
  async eraseDue(): Promise<void> {
    for (const network of await this.store.due(this.clock.now())) await this.erase(network)
  }

  /** The network itself goes last: as long as it is there, what is left of it is found. */
  async erase({ _id }: Pick<NetworkDocument, '_id'>): Promise<void> {
    await this.before({ networkId: _id })
    await this.traces.forget(_id)
    await this.store.remove(_id)
  }
}
