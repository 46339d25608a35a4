import { Schema } from 'mongoose'
import type { DomainEvent, Origin } from '../events/event.types.js'
import { defineModel } from '../platform/mongo/database.js'

/** A browser that may skip the second step at sign-in, where the networks allow it. */
export interface TrustedDeviceDocument {
  /** Hash of the cookie's token. */
  _id: string
  publicId: string
  accountId: string
  /** A change of password or factors raises the account's, and the device is forgotten. */
  epoch: number
  createdAt: Date
  origin: Origin
  events: DomainEvent[]
}

const trustedDeviceSchema = new Schema<TrustedDeviceDocument>(
  {
    _id: { type: String, required: true },
    publicId: { type: String, required: true },
    accountId: { type: String, required: true },
    epoch: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    origin: { type: Schema.Types.Mixed, required: true },
    events: { type: Schema.Types.Mixed, default: () => [] },
  },
  { collection: 'trusted_devices', versionKey: false, minimize: false, strict: 'throw' },
)
trustedDeviceSchema.index({ accountId: 1, createdAt: -1 })
trustedDeviceSchema.index({ createdAt: 1 })
trustedDeviceSchema.index({ 'events.id': 1 }, { sparse: true })

export const TrustedDeviceModel = defineModel<TrustedDeviceDocument>('TrustedDevice', trustedDeviceSchema)
