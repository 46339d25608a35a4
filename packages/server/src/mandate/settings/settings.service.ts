import type { OpenToPerson } from '../../access/open-network.js'
import type { SessionLimit } from '../../domain/session-limit.js'
import type { Origin } from '../../events/event.types.js'
import type { EventRelay } from '../../events/event-relay.js'
import { networkEventOf } from '../../events/network-event.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { Clock } from '../../platform/clock/clock.js'
import { notFound } from '../../platform/errors/interruption.js'
import type { Background } from '../../platform/jobs/background.js'
import type { MandateStore } from '../mandate.store.js'

/** The small settings beside the mandate: whom to ask, and trusted devices. What is so already changes nothing. */
export class SettingsService {
  constructor(
    private readonly store: MandateStore,
    private readonly relay: EventRelay,
    private readonly background: Background,
    private readonly clock: Clock,
  ) {}

  async setHelpContact(open: OpenToPerson, helpContact: string | null, origin: Origin): Promise<NetworkDocument> {
    if (open.network.helpContact === helpContact) return open.network
    const event = { type: 'policy.help_contact_changed' as const, ...this.#baseOf(open, origin) }
    return this.#passedOn(await this.store.setHelpContact(open.network._id, helpContact, event))
  }

  async setTrustedDeviceDays(open: OpenToPerson, days: number, origin: Origin): Promise<NetworkDocument> {
    if (open.network.trustedDeviceDays === days) return open.network
    const event = { type: 'policy.trusted_devices_changed' as const, days, ...this.#baseOf(open, origin) }
    return this.#passedOn(await this.store.setTrustedDeviceDays(open.network._id, days, event))
  }

  async setSessionLimit(open: OpenToPerson, limit: SessionLimit | null, origin: Origin): Promise<NetworkDocument> {
    const { sessionLimit: before = null } = open.network
    if (before?.hours === limit?.hours && before?.idleHours === limit?.idleHours) return open.network
    const terms = { hours: limit?.hours ?? null, idleHours: limit?.idleHours ?? null }
    const event = { type: 'policy.session_limit_changed' as const, ...terms, ...this.#baseOf(open, origin) }
    return this.#passedOn(await this.store.setSessionLimit(open.network._id, limit, event))
  }

  async setPasskeySignIn(open: OpenToPerson, isAllowed: boolean, origin: Origin): Promise<NetworkDocument> {
    if (!open.network.refusesPasskeySignIn === isAllowed) return open.network
    const event = { type: 'policy.passkey_sign_in_changed' as const, isAllowed, ...this.#baseOf(open, origin) }
    return this.#passedOn(await this.store.setPasskeySignIn(open.network._id, isAllowed, event))
  }

  async setLogDays(open: OpenToPerson, days: number | null, origin: Origin): Promise<NetworkDocument> {
    if ((open.network.logDays ?? null) === days) return open.network
    const event = { type: 'policy.log_retention_changed' as const, days, ...this.#baseOf(open, origin) }
    return this.#passedOn(await this.store.setLogDays(open.network._id, days, event))
  }

  #baseOf({ network, caller }: OpenToPerson, origin: Origin) {
    return networkEventOf(network, caller.account, origin, this.clock.now())
  }

  #passedOn(network: NetworkDocument | null): NetworkDocument {
    if (!network) throw notFound('There is no such network, or you are not in it.')
    this.background.run('setting changed', () => this.relay.relay('networks', network._id))
    return network
  }
}
