import { inject } from '@needle-di/core'
import type { DomainEvent } from '../events/event.types.js'
import { CoverageService } from './coverage/coverage.service.js'
import { ExtensionMail } from './extensions/extension-mail.js'
import { RoundsService } from './rounds/rounds.service.js'

/** Handles events for the mandate: refreshes the coverage, starts rounds, emails a single member. */
export class MandateFollower {
  constructor(
    private readonly coverage = inject(CoverageService),
    private readonly rounds = inject(RoundsService),
    private readonly extensionMail = inject(ExtensionMail),
  ) {}

  async follow(event: DomainEvent): Promise<void> {
    await this.coverage.follow(event)
    await this.rounds.follow(event)
    await this.extensionMail.follow(event)
  }
}
