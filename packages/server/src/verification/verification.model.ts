import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { VerificationEnd } from '../domain/verification.js'
import type { DomainEvent } from '../events/event.types.js'
import { defineCollection } from '../platform/mongo/database.js'
import type { ChallengeDocument, CodeSlot } from '../sessions/challenge.store.js'

/** What the member is shown prominently; the signed result covers it. */
export interface Shown {
  /** The name of the API key that started it. */
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

/** An app's request that a member proves who they are, answered once, by that account, within ten minutes. */
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
  /** Of the whole request: a repetition under the same idempotency key must be identical. */
  inputHash: string
  createdAt: Date
  expiresAt: Date
  /** `expiresAt` while it is open; unset once it has ended. */
  openUntil?: Date
  outcome: VerificationOutcome | null
  sms: CodeSlot | null
  events: DomainEvent[]
}

export const VerificationCollection = defineCollection<VerificationDocument>('verifications', [
  [{ openUntil: 1 }, { sparse: true }],
  [{ createdAt: 1 }],
  [{ 'events.id': 1 }, { sparse: true }],
])
