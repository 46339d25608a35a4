import { inject } from '@needle-di/core'
import type { AccountDocument } from '../accounts/account.model.js'
import { ProfileStore } from '../accounts/profile.store.js'
import type { EventsFor } from '../events/consequences.js'
import { membershipIdOf } from '../memberships/membership.model.js'
import { mailLanguageOf } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import { outgoing } from '../notifications/outgoing.js'
import { Outbox } from '../outbox/outbox.service.js'
import { Clock } from '../platform/clock/clock.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { Logger } from '../platform/logging/logger.js'
import { ReEnrolmentService } from '../two-factor/re-enrolment/re-enrolment.service.js'
import { SmsBudgetService } from '../two-factor/sms/sms-budget.service.js'
import { SmsCodeService } from '../two-factor/sms/sms-code.service.js'
import { cancelTokenOf } from './re-enrolment-cancellation.service.js'
import { warningMailIdOf } from './undelivered-warning.service.js'

/** Warns a person on every available channel that an Admin granted them a re-enrolment. */
export class RecoveryNoticesService {
  constructor(
    private readonly profiles = inject(ProfileStore),
    private readonly reEnrolments = inject(ReEnrolmentService),
    private readonly networks = inject(NetworkStore),
    private readonly texts = inject(WarningTextService),
    private readonly outbox = inject(Outbox),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  async follow(event: EventsFor<'recovery notices'>): Promise<void> {
    if (this.clock.now() >= event.expiresAt) return
    const account = await this.profiles.byId(event.accountId)
    if (!account) return
    const state = await this.reEnrolments.stateOf(account)
    const props = {
      networkName: event.networkName,
      actorName: event.actor.kind === 'person' ? event.actor.name : event.networkName,
      reason: event.reason,
      from: state.kind === 'cooling' ? state.from : null,
      until: event.expiresAt,
      alsoToAgree: state.kind === 'waiting' ? state.networks.map(({ name }) => name) : [],
      cancelToken: cancelTokenOf(this.keyRing, event.grantId),
      ...mailLanguageOf(await this.networks.byId(event.networkId)),
    }
    const memberId = membershipIdOf(event.networkId, event.accountId)
    const addressed = { id: warningMailIdOf(event.id), to: event.email, memberId }
    await this.outbox.put([outgoing('re-enrolment-granted', { ...addressed, props })])
    await this.texts.send(account, `${event.id}:sms`, event.expiresAt)
  }
}

/** The text that goes out beside the warning by mail. */
export class WarningTextService {
  constructor(
    private readonly smsCodes = inject(SmsCodeService),
    private readonly smsBudget = inject(SmsBudgetService),
    private readonly outbox = inject(Outbox),
    private readonly logger = inject(Logger),
  ) {}

  /** Whatever is wrong with a text, the mail is on its way. It takes its place among the texts that set-ups may use. */
  async send(account: AccountDocument, id: string, expiresAt: Date): Promise<void> {
    try {
      const number = await this.smsCodes.numberOf(account)
      if (!number || (await this.smsBudget.take(account._id, number, 'set-up')).kind !== 'granted') return
      await this.outbox.put([
        outgoing('re-enrolment-granted-sms', {
          id,
          to: number.e164,
          ...(account.locale ? { locale: account.locale } : {}),
          props: { expiresAt },
        }),
      ])
    } catch (error) {
      this.logger.error({ err: error, account: account._id }, 'The warning by text could not be sent; the mail was')
    }
  }
}
