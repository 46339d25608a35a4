import { inject } from '@needle-di/core'
import { MINUTE } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { Clock } from '../../platform/clock/clock.js'
import { addressBlockOf } from '../../platform/http/addresses.js'
import { FixedWindowStore } from '../../platform/mongo/fixed-window.store.js'

/** Each way to an app is a document for two hours, before anybody is known. */
export class EntryLimitService {
  constructor(
    private readonly windows = inject(FixedWindowStore),
    private readonly clock = inject(Clock),
  ) {}

  /** Counts one. @returns the seconds until the next may begin; null when this one may */
  async secondsToWait(address: string): Promise<number | null> {
    const now = this.clock.now()
    const { count, endsAt } = await this.windows.count(`entry:${addressBlockOf(address)}`, MINUTE, now)
    return count <= limits.app.entriesPerAddress ? null : Math.ceil((endsAt.getTime() - now.getTime()) / 1000)
  }
}
