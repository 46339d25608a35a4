import type { Outbox } from '../outbox/outbox.service.js'
import type { Logger } from '../platform/logging/logger.js'
import { outgoing } from './outgoing.js'

/** What an operator has to look into. */
export interface Alarm {
  /** Labels the metric `twinlock_alarms_total`. */
  kind: 'second_step_guesses'
  /** The same alarm again is not mailed again. */
  id: string
  subject: string
  /** What happened, and what to do. */
  lines: readonly string[]
  at: Date
}

/** Tells the operator by a metric, in the log, and by mail to OPERATOR_EMAIL. */
export class OperatorAlarmsService {
  constructor(
    private readonly outbox: Outbox,
    private readonly logger: Logger,
    private readonly count: (kind: Alarm['kind']) => void,
    private readonly operatorEmail: string | null,
  ) {}

  async raise({ kind, id, subject, lines, at }: Alarm): Promise<void> {
    this.count(kind)
    this.logger.error({ alarm: kind, id }, subject)
    if (!this.operatorEmail) return
    const props = { subject, lines: [...lines], at }
    await this.outbox.put([outgoing('operator-alarm', { id: `alarm:${id}`, to: this.operatorEmail, props })])
  }
}
