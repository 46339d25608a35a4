import { inject } from '@needle-di/core'
import type { OpenToPerson } from '../../access/access.service.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf, systemEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import type { NetworkDocument, SsoDomain } from '../../networks/network.model.js'
import { domainNameOf } from '../../networks/proved-domain.js'
import { Clock } from '../../platform/clock/clock.js'
import { newToken } from '../../platform/crypto/tokens.js'
import { SsoDomainStore } from './sso-domain.store.js'
import { findTxtRecord, ResolveTxt, recordOf } from './txt-lookup.js'

const CHECKED_AT_ONCE = 100

export type ClaimOutcome = 'claimed' | 'no-domain' | 'claimed-already'
export type ProveOutcome = 'proved' | 'not-claimed' | 'not-found' | 'no-answer'

/** Email domains that a network says are its own, and how it shows it: by a record that only their owner can write. */
export class SsoDomainsService {
  constructor(
    private readonly store = inject(SsoDomainStore),
    private readonly resolve = inject(ResolveTxt),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  async claim({ network, caller }: OpenToPerson, text: string, origin: Origin): Promise<ClaimOutcome> {
    const name = domainNameOf(text)
    if (!name) return 'no-domain'
    const now = this.clock.now()
    const domain: SsoDomain = { name, token: newToken(), claimedAt: now, provedAt: null, missingSince: null }
    const event = {
      type: 'sso.domain_claimed' as const,
      domain: name,
      ...networkEventOf(network, caller.account, origin, now),
    }
    if (!(await this.store.claim(network._id, domain, event))) return 'claimed-already'
    this.#dispatchSoon(network._id)
    return 'claimed'
  }

  async prove({ network, caller }: OpenToPerson, name: string, origin: Origin): Promise<ProveOutcome> {
    const domain = network.ssoDomains.find((claimed) => claimed.name === name)
    if (!domain) return 'not-claimed'
    const verdict = await this.#look(domain)
    if (verdict !== 'found') return verdict === 'missing' ? 'not-found' : 'no-answer'
    const now = this.clock.now()
    const base = networkEventOf(network, caller.account, origin, now)
    const event = domain.provedAt ? null : { type: 'sso.domain_proved' as const, domain: name, ...base }
    const found = { provedAt: domain.provedAt ?? now, missingSince: null }
    if (!(await this.store.note(network._id, domain, found, event))) return 'not-claimed'
    this.#dispatchSoon(network._id)
    return 'proved'
  }

  /** @returns false when it is not claimed */
  async release({ network, caller }: OpenToPerson, name: string, origin: Origin): Promise<boolean> {
    const base = networkEventOf(network, caller.account, origin, this.clock.now())
    const event = { type: 'sso.domain_released' as const, domain: name, ...base }
    const isReleased = await this.store.release(network._id, name, event)
    this.#dispatchSoon(network._id)
    return isReleased
  }

  /** Looks for every proved record again: a domain that changed hands must not go on letting people in. */
  async checkAll(): Promise<void> {
    let after = ''
    for (;;) {
      const networks = await this.store.claimants(after, CHECKED_AT_ONCE)
      for (const network of networks) await this.#check(network)
      const last = networks.at(-1)
      if (!last) return
      after = last._id
    }
  }

  async #check(network: NetworkDocument): Promise<void> {
    for (const domain of network.ssoDomains) {
      if (!domain.provedAt) continue
      const verdict = await this.#look(domain)
      const isMissing = verdict === 'missing'
      if (verdict === 'unknown' || isMissing === (domain.missingSince !== null)) continue
      const now = this.clock.now()
      const event = isMissing
        ? { type: 'sso.domain_missing' as const, domain: domain.name, ...systemEventOf(network, now) }
        : null
      const found = { provedAt: domain.provedAt, missingSince: isMissing ? now : null }
      await this.store.note(network._id, domain, found, event)
      this.#dispatchSoon(network._id)
    }
  }

  #look(domain: SsoDomain) {
    const { name, value } = recordOf(domain)
    return findTxtRecord(this.resolve, name, value)
  }

  #dispatchSoon(networkId: string): void {
    this.relay.dispatchSoon('networks', networkId)
  }
}
