import { inject } from '@needle-di/core'
import type { DomainEvent } from '../events/event.types.js'
import { BroadcastsService } from './broadcasts/broadcasts.service.js'
import { CoverageService } from './coverage/coverage.service.js'
import { ExtensionMail } from './extensions/extension-mail.js'

/** Handles events for the mandate: refreshes the coverage, starts broadcasts, emails a single member. */
export class MandateFollower {
  constructor(
    private readonly coverage = inject(CoverageService),
    private readonly broadcasts = inject(BroadcastsService),
    private readonly extensionMail = inject(ExtensionMail),
  ) {}

  async follow(event: DomainEvent): Promise<void> {
    await this.coverage.follow(event)
    await this.broadcasts.follow(event)
    await this.extensionMail.follow(event)
  }
}
