import { inject } from '@needle-di/core'
import { eventBy, type OpenNetwork } from '../../access/access.service.js'
import type { NetworkEvent, Origin } from '../../events/event.types.js'
import { EventRelay } from '../../events/event-relay.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import type { BroadcastMember } from '../broadcasts/broadcast.model.js'
import { BroadcastMail, nudgeTo } from '../broadcasts/broadcast-mail.js'
import { BroadcastsService } from '../broadcasts/broadcasts.service.js'
import { nudgeBroadcast, reminderHour } from '../broadcasts/broadcasts-for.js'
import { MandateStore } from '../mandate.store.js'
import { ChosenMembersService } from '../members/chosen-members.service.js'
import type { MemberFilter } from '../members/member-query.js'

/** Reminders sent by an Admin: at most one per member and hour. */
export class RemindersService {
  constructor(
    private readonly chosen = inject(ChosenMembersService),
    private readonly broadcasts = inject(BroadcastsService),
    private readonly mail = inject(BroadcastMail),
    private readonly mandates = inject(MandateStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * @param whom ids, or a filter; null: all members without 2FA
   * @returns the number of reminders; null when 2FA is not mandatory
   * @throws Interruption NOT_FOUND when one of them is not in this network
   */
  async remind(
    open: OpenNetwork,
    whom: readonly string[] | MemberFilter | null,
    origin: Origin,
  ): Promise<number | null> {
    const { network } = open
    if (!network.mandate) return null
    const { activationId, timeZone = 'UTC' } = network.mandate
    const event = eventOf(open, activationId, origin, this.clock.now())
    const hour = reminderHour(activationId, event.at)
    const reminded =
      whom === null
        ? await this.#remindAll(network, event, timeZone, hour)
        : await this.#remindSome(whom, network, timeZone, hour, event.at)
    if (reminded > 0) await this.relay.emit({ ...event, recipients: reminded })
    return reminded
  }

  async #remindAll(network: NetworkDocument, event: Reminded, timeZone: string, hour: string): Promise<number> {
    const recipients = await this.broadcasts.reserveReminders(network, hour)
    if (recipients > 0) await this.broadcasts.begin([nudgeBroadcast(event, timeZone)])
    await this.mandates.noteReminded(network._id, hour)
    return recipients
  }

  async #remindSome(
    whom: readonly string[] | MemberFilter,
    network: NetworkDocument,
    timeZone: string,
    hour: string,
    now: Date,
  ): Promise<number> {
    let recipients = 0
    for await (const members of this.chosen.batches(network, whom, now))
      recipients += await this.#remindChosen(members, network, timeZone, hour)
    return recipients
  }

  async #remindChosen(
    members: BroadcastMember[],
    network: NetworkDocument,
    timeZone: string,
    hour: string,
  ): Promise<number> {
    const left = members.filter((member) => nudgeTo(member, hour, network, timeZone) !== null)
    const reserved = await this.broadcasts.reserveEach(left, hour)
    return this.mail.putNew(reserved.flatMap((each) => nudgeTo(each, hour, network, timeZone) ?? []))
  }
}

type Reminded = NetworkEvent & { type: 'mandate.reminded' }

function eventOf(open: OpenNetwork, activationId: string, origin: Origin, at: Date): Reminded {
  return { type: 'mandate.reminded', activationId, recipients: 0, before: null, ...eventBy(open, origin, at) }
}
