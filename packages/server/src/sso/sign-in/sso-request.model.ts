import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/database.js'

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

const anything = Schema.Types.Mixed

const requestSchema = new Schema<SsoRequestDocument>(
  {
    _id: { type: String, required: true },
    browser: { type: String, required: true },
    networkId: { type: String, required: true },
    issuer: { type: String, required: true },
    clientId: { type: String, required: true },
    purpose: { type: anything, required: true },
    next: { type: String, default: null },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'sso_requests', versionKey: false, minimize: false, strict: 'throw' },
)
requestSchema.index({ expiresAt: 1 })

export const SsoRequestModel = defineModel<SsoRequestDocument>('SsoRequest', requestSchema)
