import { inject } from '@needle-di/core'
import type { Locale } from '@twinlock/shared/locales'
import type { OpenNetwork, OpenToPerson } from '../../access/access.service.js'
import { deadlineAfter } from '../../domain/mandate.js'
import type { SessionLimit } from '../../domain/session-limit.js'
import {
  changeOfSetting,
  type EarlierSetting,
  isFewerDays,
  isRefusal,
  isShorterLimit,
  type SettingChange,
} from '../../domain/setting-change.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { networkNotFound } from '../../platform/errors/interruption.js'
import { MandateStore } from '../mandate.store.js'

/** The notice before a stricter setting, and the time zone for its emails. */
export interface Notice {
  graceHours: number
  timeZone: string
}

/** Settings next to the mandate: help contact, trusted devices and others. An unchanged value does nothing. */
export class SettingsService {
  constructor(
    private readonly store = inject(MandateStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  async setHelpContact(open: OpenToPerson, helpContact: string | null, origin: Origin): Promise<NetworkDocument> {
    if (open.network.helpContact === helpContact) return open.network
    const event = { type: 'policy.help_contact_changed' as const, ...this.#baseOf(open, origin) }
    return this.#existing(await this.store.setHelpContact(open.network._id, helpContact, event))
  }

  /** What a new number of days would do, and from when on. */
  previewTrustedDeviceDays({ network }: OpenNetwork, days: number, graceHours: number): SettingChange<number> {
    const { trustedDeviceDays: present, earlierTrustedDeviceDays: earlier = null } = network
    return this.#changeOf(network, { present, earlier }, days, isFewerDays, graceHours)
  }

  /** What another limit would do, and from when on. */
  previewSessionLimit(
    { network }: OpenNetwork,
    limit: SessionLimit | null,
    graceHours: number,
  ): SettingChange<SessionLimit | null> {
    const { sessionLimit: present = null, earlierSessionLimit: earlier = null } = network
    return this.#changeOf(network, { present, earlier }, limit, isShorterLimit, graceHours)
  }

  /** What allowing passkeys alone, or refusing them, would do, and from when on. */
  previewPasskeySignIn({ network }: OpenNetwork, isAllowed: boolean, graceHours: number): SettingChange<boolean> {
    const { refusesPasskeySignIn = false, earlierPasskeySignIn: earlier = null } = network
    return this.#changeOf(network, { present: !refusesPasskeySignIn, earlier }, isAllowed, isRefusal, graceHours)
  }

  /** @returns null when another change came first */
  async setTrustedDeviceDays(
    open: OpenToPerson,
    days: number,
    { graceHours, timeZone }: Notice,
    origin: Origin,
  ): Promise<NetworkDocument | null> {
    const change = this.previewTrustedDeviceDays(open, days, graceHours)
    if (change.kind === 'none') return open.network
    if (change.kind === 'under-way') return null
    const to = { trustedDeviceDays: days, earlierTrustedDeviceDays: change.earlier }
    const event = {
      type: 'policy.trusted_devices_changed' as const,
      days,
      ...termsOf(open.network, change, timeZone),
      ...this.#baseOf(open, origin),
    }
    return this.#dispatched(await this.store.setTrustedDeviceDays(open.network, to, event))
  }

  /** @returns null when another change came first */
  async setSessionLimit(
    open: OpenToPerson,
    limit: SessionLimit | null,
    { graceHours, timeZone }: Notice,
    origin: Origin,
  ): Promise<NetworkDocument | null> {
    const change = this.previewSessionLimit(open, limit, graceHours)
    if (change.kind === 'none') return open.network
    if (change.kind === 'under-way') return null
    const to = { sessionLimit: limit, earlierSessionLimit: change.earlier }
    const event = {
      type: 'policy.session_limit_changed' as const,
      hours: limit?.hours ?? null,
      idleHours: limit?.idleHours ?? null,
      ...termsOf(open.network, change, timeZone),
      ...this.#baseOf(open, origin),
    }
    return this.#dispatched(await this.store.setSessionLimit(open.network, to, event))
  }

  /** @returns null when another change came first */
  async setPasskeySignIn(
    open: OpenToPerson,
    isAllowed: boolean,
    { graceHours, timeZone }: Notice,
    origin: Origin,
  ): Promise<NetworkDocument | null> {
    const change = this.previewPasskeySignIn(open, isAllowed, graceHours)
    if (change.kind === 'none') return open.network
    if (change.kind === 'under-way') return null
    const to = { refusesPasskeySignIn: !isAllowed, earlierPasskeySignIn: change.earlier }
    const event = {
      type: 'policy.passkey_sign_in_changed' as const,
      isAllowed,
      ...termsOf(open.network, change, timeZone),
      ...this.#baseOf(open, origin),
    }
    return this.#dispatched(await this.store.setPasskeySignIn(open.network, to, event))
  }

  async setLocale(open: OpenToPerson, locale: Locale | null, origin: Origin): Promise<NetworkDocument> {
    if ((open.network.locale ?? null) === locale) return open.network
    const event = { type: 'policy.language_changed' as const, locale, ...this.#baseOf(open, origin) }
    return this.#existing(await this.store.setLocale(open.network._id, locale, event))
  }

  async setLogDays(open: OpenToPerson, days: number | null, origin: Origin): Promise<NetworkDocument> {
    if ((open.network.logDays ?? null) === days) return open.network
    const event = { type: 'policy.log_retention_changed' as const, days, ...this.#baseOf(open, origin) }
    return this.#existing(await this.store.setLogDays(open.network._id, days, event))
  }

  #changeOf<T>(
    { mandate }: NetworkDocument,
    state: { present: T; earlier: EarlierSetting<T> | null },
    wanted: T,
    isTighter: (from: T, to: T) => boolean,
    graceHours: number,
  ): SettingChange<T> {
    const now = this.clock.now()
    const deadline = deadlineAfter(now, graceHours)
    return changeOfSetting({ ...state, isMandatory: mandate !== null }, wanted, isTighter, deadline, now)
  }

  #baseOf({ network, caller }: OpenToPerson, origin: Origin) {
    return networkEventOf(network, caller.account, origin, this.clock.now())
  }

  #dispatched<Changed extends NetworkDocument | null>(network: Changed): Changed {
    if (network) this.relay.dispatchSoon('networks', network._id)
    return network
  }

  /** @throws Interruption NOT_FOUND for a network that was deleted meanwhile */
  #existing(network: NetworkDocument | null): NetworkDocument {
    if (!network) throw networkNotFound()
    return this.#dispatched(network)
  }
}

/** With a notice, members are notified of the deadline; without one, they are not notified. */
function termsOf({ mandate }: NetworkDocument, change: SettingChange<unknown>, timeZone: string) {
  if (change.kind !== 'with-notice' || !mandate) return {}
  return { effectiveAt: change.earlier.until, activationId: mandate.activationId, timeZone }
}
