import { inject } from '@needle-di/core'
import type { Locale } from '@twinlock/shared/locales'
import { plansWithMandate } from '../domain/mandate.js'
import type { SessionLimit } from '../domain/session-limit.js'
import type { EarlierSetting } from '../domain/setting-change.js'
import type { Mandate } from '../domain/standing.js'
import type { DomainEvent } from '../events/event.types.js'
import { NetworkCollection, type NetworkDocument } from '../networks/network.model.js'
import type { Filter } from '../platform/mongo/database.js'

type MethodsPolicy = Pick<NetworkDocument, 'acceptedMethods' | 'earlierMethods'>

/**
 * Owns a network's security settings: mandate, accepted methods, trusted devices, passkey sign-in, session limit, help
 * contact, language, log retention, and the last reminder. Each change is one conditional update that contains its event.
 * All by `_id`; null: another change won the race.
 */
export class MandateStore {
  constructor(private readonly networks = inject(NetworkCollection)) {}

  /**
   * Only one of several concurrent activations wins, and only on a plan that includes it. The new grace is the same for
   * all: a pending change of methods from an earlier activation gives no one a longer one.
   */
  async activate(id: string, mandate: Mandate, event: DomainEvent): Promise<NetworkDocument | null> {
    const asRead = { _id: id, mandate: null, plan: { $in: [...plansWithMandate] } }
    return this.#change(asRead, { mandate, earlierMethods: null }, event)
  }

  async deactivate(id: string, { activationId }: Mandate, event: DomainEvent): Promise<NetworkDocument | null> {
    return this.#change({ _id: id, 'mandate.activationId': activationId }, { mandate: null }, event)
  }

  /** Only while the deadline is still the one that was read: two Admins never shorten each other's time. */
  async moveDeadline(id: string, from: Mandate, to: Mandate, event: DomainEvent): Promise<NetworkDocument | null> {
    const asRead = { 'mandate.activationId': from.activationId, 'mandate.deadline': from.deadline }
    return this.#change({ _id: id, ...asRead }, { mandate: to }, event)
  }

  async changeMethods(
    id: string,
    from: MethodsPolicy,
    to: MethodsPolicy,
    event: DomainEvent,
  ): Promise<NetworkDocument | null> {
    const { acceptedMethods, earlierMethods } = from
    const earlier = earlierMethods ? { 'earlierMethods.until': earlierMethods.until } : { earlierMethods: null }
    return this.#change({ _id: id, acceptedMethods, ...earlier }, { ...to }, event)
  }

  async setHelpContact(id: string, helpContact: string | null, event: DomainEvent): Promise<NetworkDocument | null> {
    return this.#change({ _id: id }, { helpContact }, event)
  }

  async setTrustedDeviceDays(
    { _id, trustedDeviceDays, earlierTrustedDeviceDays }: NetworkDocument,
    to: { trustedDeviceDays: number; earlierTrustedDeviceDays: EarlierSetting<number> | null },
    event: DomainEvent,
  ): Promise<NetworkDocument | null> {
    const until = earlierTrustedDeviceDays?.until ?? null
    return this.#change({ _id, trustedDeviceDays, 'earlierTrustedDeviceDays.until': until }, to, event)
  }

  async setPasskeySignIn(
    { _id, refusesPasskeySignIn = false, earlierPasskeySignIn }: NetworkDocument,
    to: { refusesPasskeySignIn: boolean; earlierPasskeySignIn: EarlierSetting<boolean> | null },
    event: DomainEvent,
  ): Promise<NetworkDocument | null> {
    const asRead = {
      refusesPasskeySignIn: refusesPasskeySignIn || { $ne: true },
      'earlierPasskeySignIn.until': earlierPasskeySignIn?.until ?? null,
    }
    return this.#change({ _id, ...asRead }, to, event)
  }

  async setSessionLimit(
    { _id, sessionLimit, earlierSessionLimit }: NetworkDocument,
    to: { sessionLimit: SessionLimit | null; earlierSessionLimit: EarlierSetting<SessionLimit | null> | null },
    event: DomainEvent,
  ): Promise<NetworkDocument | null> {
    const asRead = {
      'sessionLimit.hours': sessionLimit?.hours ?? null,
      'sessionLimit.idleHours': sessionLimit?.idleHours ?? null,
      'earlierSessionLimit.until': earlierSessionLimit?.until ?? null,
    }
    return this.#change({ _id, ...asRead }, to, event)
  }

  async setLocale(id: string, locale: Locale | null, event: DomainEvent): Promise<NetworkDocument | null> {
    return this.#change({ _id: id }, { locale }, event)
  }

  async setLogDays(id: string, logDays: number | null, event: DomainEvent): Promise<NetworkDocument | null> {
    return this.#change({ _id: id }, { logDays }, event)
  }

  /** The event of the reminder is emitted separately: it counts members, whose reservations are their own writes. */
  async noteReminded(id: string, hour: string): Promise<void> {
    await this.networks.updateOne({ _id: id }, { $set: { remindedIn: hour } })
  }

  async #change(
    asRead: Filter<NetworkDocument>,
    to: Partial<NetworkDocument>,
    event: DomainEvent,
  ): Promise<NetworkDocument | null> {
    return this.networks.findOneAndUpdate(asRead, { $set: to, $push: { events: event } }, { returnDocument: 'after' })
  }
}
