import { inject } from '@needle-di/core'
import { Environment } from '../environment.js'
import { MetricsService } from '../metrics/metrics.service.js'
import { Outbox } from '../outbox/outbox.service.js'
import { Logger } from '../platform/logging/logger.js'
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

/** Alerts the operator by a metric, in the log, and by mail to OPERATOR_EMAIL. */
export class OperatorAlarmsService {
  constructor(
    private readonly outbox = inject(Outbox),
    private readonly logger = inject(Logger),
    private readonly metrics = inject(MetricsService),
    private readonly environment = inject(Environment),
  ) {}

  async raise({ kind, id, subject, lines, at }: Alarm): Promise<void> {
    this.metrics.countAlarm(kind)
    this.logger.error({ alarm: kind, id }, subject)
    const { operatorEmail } = this.environment
    if (!operatorEmail) return
    const props = { subject, lines: [...lines], at }
    await this.outbox.put([outgoing('operator-alarm', { id: `alarm:${id}`, to: operatorEmail, props })])
  }
}
