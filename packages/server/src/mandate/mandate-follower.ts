import type { DomainEvent } from '../events/event.types.js'
import type { CoverageService } from './coverage/coverage.service.js'
import type { ExtensionMail } from './extensions/extension-mail.js'
import type { RoundsService } from './rounds/rounds.service.js'

/** Handles events for the mandate: refreshes the coverage, starts rounds, emails a single member. */
export class MandateFollower {
  constructor(
    private readonly coverage: CoverageService,
    private readonly rounds: RoundsService,
    private readonly extensionMail: ExtensionMail,
  ) {}

  async follow(event: DomainEvent): Promise<void> {
    await this.coverage.follow(event)
    await this.rounds.follow(event)
    await this.extensionMail.follow(event)
  }
}
