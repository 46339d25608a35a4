import { inject } from '@needle-di/core'
import type { AccountDocument } from '../accounts/account.model.js'
import { outgoing } from '../notifications/outgoing.js'
import { Outbox } from '../outbox/outbox.service.js'
import { Logger } from '../platform/logging/logger.js'
import { SmsBudgetService } from '../two-factor/sms/sms-budget.service.js'
import { SmsCodeService } from '../two-factor/sms/sms-code.service.js'

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
