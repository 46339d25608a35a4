import { inject } from '@needle-di/core'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { hasTwoFactor } from '../accounts/account-factors.js'
import { ProfileStore } from '../accounts/profile.store.js'
import { endByTime, type VerificationEnd } from '../domain/verification.js'
import type { NetworkEvent, Origin } from '../events/event.types.js'
import { networkEventOf, systemEventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { Clock } from '../platform/clock/clock.js'
import { Logger } from '../platform/logging/logger.js'
import type { VerificationDocument, VerificationOutcome } from './verification.model.js'
import { VerificationStore } from './verification.store.js'

const eventTypes = {
  COMPLETED: 'verification.completed',
  DECLINED: 'verification.declined',
  EXPIRED: 'verification.expired',
  LOCKED: 'verification.locked',
  NO_SECOND_STEP: 'verification.no_second_step',
} as const satisfies Record<VerificationEnd, NetworkEvent['type']>

/** What a completed verification proved. */
export type Proof = Omit<VerificationOutcome, 'status' | 'at'>

const NOTHING: Proof = { authTime: null, acr: null, amr: [], methods: [] }

/** Ends verifications, each by one conditional write that carries the event about it. */
export class VerificationEndingService {
  constructor(
    private readonly store = inject(VerificationStore),
    private readonly profiles = inject(ProfileStore),
    private readonly relay = inject(EventRelay),
    private readonly logger = inject(Logger),
    private readonly clock = inject(Clock),
  ) {}

  /** @param origin the member's; null if it expired. @returns how it ended, even if another request ended it */
  async end(
    verification: VerificationDocument,
    status: VerificationEnd,
    origin: Origin | null,
    proof: Proof = NOTHING,
  ): Promise<VerificationDocument> {
    const at = this.clock.now()
    const event = eventOf(verification, status, origin, at, proof.methods)
    const ended = await this.store.end(verification._id, { status, at, ...proof }, event)
    if (!ended) return (await this.store.byId(verification._id)) ?? verification
    this.relay.dispatchSoon('verifications', verification._id)
    return ended
  }

  /** The current state: the first reader ends an expired verification. */
  async current(verification: VerificationDocument): Promise<VerificationDocument> {
    const now = this.clock.now()
    if (verification.outcome || now < verification.expiresAt) return verification
    const account = await this.profiles.byId(verification.accountId)
    const status = endByTime(verification.expiresAt, account !== null && hasTwoFactor(account), now)
    return status ? this.end(verification, status, null) : verification
  }

  /** Without a reader the worker ends expired verifications, so that the app is notified. */
  async endOver(): Promise<void> {
    for (const verification of await this.store.over(this.clock.now())) {
      await this.current(verification).catch((error: unknown) =>
        this.logger.error({ err: error, verification: verification._id }, 'A verification could not be ended'),
      )
    }
  }
}

function eventOf(
  verification: VerificationDocument,
  status: VerificationEnd,
  origin: Origin | null,
  at: Date,
  methods: SecondStepMethod[],
): NetworkEvent {
  const { networkId, networkName, accountId, email, name, shown } = verification
  const network = { _id: networkId, name: networkName }
  const base = origin ? networkEventOf(network, { _id: accountId, name }, origin, at) : systemEventOf(network, at)
  const facts = { verificationId: verification._id, accountId, email, name, app: shown.app, reason: shown.reason }
  const type = eventTypes[status]
  return type === 'verification.completed' ? { type, ...base, ...facts, methods } : { type, ...base, ...facts }
}
