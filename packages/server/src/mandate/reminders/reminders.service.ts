import { eventBy } from '../../access/event-by.js'
import type { OpenNetwork } from '../../access/open-network.js'
import type { NetworkEvent, Origin } from '../../events/event.types.js'
import type { EventRelay } from '../../events/event-relay.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { CoverageService } from '../coverage/coverage.service.js'
import type { ChosenMembersService } from '../members/chosen-members.service.js'
import type { RoundMail } from '../rounds/round-mail.js'
import type { RoundsService } from '../rounds/rounds.service.js'
import { nudgeRound } from '../rounds/rounds-for.js'
import { nudge } from './remind.visitor.js'

/** Reminders because somebody asked for them; one a person and hour, however often the button is pressed. */
export class RemindersService {
  constructor(
    private readonly chosen: ChosenMembersService,
    private readonly coverage: CoverageService,
    private readonly rounds: RoundsService,
    private readonly mail: RoundMail,
    private readonly relay: EventRelay,
    private readonly clock: Clock,
  ) {}

  /**
   * @param memberIds null: everybody who is still without
   * @returns how many are reminded; null when nothing is required
   * @throws Interruption NOT_FOUND when one of them is not in this network
   */
  async remind(open: OpenNetwork, memberIds: readonly string[] | null, origin: Origin): Promise<number | null> {
    const { network } = open
    if (!network.mandate) return null
    const { activationId, timeZone = 'UTC' } = network.mandate
    const event = eventOf(open, activationId, origin, this.clock.now())
    const round = nudgeRound(event, timeZone)
    if (memberIds === null) {
      await this.rounds.begin([round])
      const { without } = await this.coverage.of(network)
      await this.relay.emit({ ...event, recipients: without })
      return without
    }
    const members = await this.chosen.of(network, memberIds)
    const recipients = await this.mail.put(members.flatMap((each) => nudge(each, round._id, network, timeZone) ?? []))
    if (recipients > 0) await this.relay.emit({ ...event, recipients })
    return recipients
  }
}

function eventOf(
  open: OpenNetwork,
  activationId: string,
  origin: Origin,
  at: Date,
): NetworkEvent & { type: 'mandate.reminded' } {
  return { type: 'mandate.reminded', activationId, recipients: 0, before: null, ...eventBy(open, origin, at) }
}
