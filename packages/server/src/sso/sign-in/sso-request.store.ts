import { inject } from '@needle-di/core'
import { defineCollection, insertDocument } from '../../platform/mongo/database.js'

/** What a browser was sent to the provider for. */
export type SsoPurpose =
  | { kind: 'sign-in' }
  /** For a person without another sign-in here, to confirm that it is them. */
  | { kind: 'confirm'; accountId: string }
  /** An Admin looks what comes back; nobody is signed in. */
  | { kind: 'try'; accountId: string }

/** One way to the provider and back: one use, ten minutes, in the browser that began it. */
export interface SsoRequestDocument {
  /** SHA-256 of `state`. */
  _id: string
  /** SHA-256 of the cookie. What the provider's answer is checked against is made from the cookie itself. */
  browser: string
  networkId: string
  /** As it was configured then. */
  issuer: string
  clientId: string
  purpose: SsoPurpose
  /** Where the person was going. */
  next: string | null
  expiresAt: Date
}

export const SsoRequestCollection = defineCollection<SsoRequestDocument>('sso_requests', [[{ expiresAt: 1 }]])

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
