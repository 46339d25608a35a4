import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { Schema } from 'mongoose'
import type { VerificationEnd } from '../domain/verification.js'
import type { DomainEvent } from '../events/event.types.js'
import { defineModel } from '../platform/mongo/database.js'
import type { ChallengeDocument, CodeSlot } from '../sessions/challenge.store.js'

/** What the person is shown, large; a result vouches for these words. */
export interface Shown {
  /** The name of the API key that asks. */
  app: string
  reason: string
  amount: string | null
  payee: string | null
}

export interface VerificationOutcome {
  status: VerificationEnd
  at: Date
  /** When, at what level (null: the provider named none) and by what (RFC 8176) it was proved; unset unless completed. */
  authTime: Date | null
  acr: string | null
  amr: string[]
  methods: SecondStepMethod[]
}

/** An app asks: is this really Ada, now? Answered once, by that account, within ten minutes. */
export interface VerificationDocument extends ChallengeDocument {
  networkId: string
  networkName: string
  keyId: string
  accountId: string
  email: string
  name: string
  shown: Shown
  returnUrl: string
  state: string | null
  nonce: string | null
  /** Of everything that was asked: the same idempotency key must ask the same. */
  inputHash: string
  createdAt: Date
  expiresAt: Date
  /** `expiresAt` while it is open; unset once it has ended. */
  openUntil?: Date
  outcome: VerificationOutcome | null
  sms: CodeSlot | null
  events: DomainEvent[]
}

const anything = Schema.Types.Mixed

const verificationSchema = new Schema<VerificationDocument>(
  {
    _id: { type: String, required: true },
    networkId: { type: String, required: true },
    networkName: { type: String, required: true },
    keyId: { type: String, required: true },
    accountId: { type: String, required: true },
    email: { type: String, required: true },
    name: { type: String, required: true },
    shown: { type: anything, required: true },
    returnUrl: { type: String, required: true },
    state: { type: String, default: null },
    nonce: { type: String, default: null },
    inputHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    openUntil: { type: Date },
    outcome: { type: anything, default: null },
    sms: { type: anything, default: null },
    passkey: { type: anything },
    guesses: { type: Number, default: 0 },
    events: { type: anything, default: () => [] },
  },
  { collection: 'verifications', versionKey: false, minimize: false, strict: 'throw' },
)
verificationSchema.index({ openUntil: 1 }, { sparse: true })
verificationSchema.index({ createdAt: 1 })
verificationSchema.index({ 'events.id': 1 }, { sparse: true })

export const VerificationModel = defineModel<VerificationDocument>('Verification', verificationSchema)
