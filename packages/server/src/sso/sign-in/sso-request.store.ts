import { inject } from '@needle-di/core'
import { insertDocument } from '../../platform/mongo/database.js'
import { SsoRequestCollection, type SsoRequestDocument } from './sso-request.model.js'

export class SsoRequestStore {
  constructor(private readonly requests = inject(SsoRequestCollection)) {}

  async insert(request: SsoRequestDocument): Promise<void> {
    await insertDocument(this.requests, request)
  }

  /** Consumes it, in its own browser only: one caller wins. The caller checks expiry. */
  async take(id: string, browser: string): Promise<SsoRequestDocument | null> {
    return this.requests.findOneAndDelete({ _id: id, browser })
  }

  /** By `expiresAt`: tidying up only. */
  async sweep(now: Date): Promise<void> {
    await this.requests.deleteMany({ expiresAt: { $lte: now } })
  }
}
