import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import { isSlug } from '@twinlock/shared/slug'
import { activeSso } from '../../domain/sso-policy.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { domainNameOf, ownsDomain } from '../../networks/proved-domain.js'
import { Clock } from '../../platform/clock/clock.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'
import { SsoDomainStore } from '../domains/sso-domain.store.js'

const SHOWN = 10

export type FindOutcome = { kind: 'found'; networks: NetworkDocument[] } | { kind: 'too-many'; retryAt: Date }

/** Where a person signs in, by what they know of their network; whether they have an account is never looked up. */
export class CompanySignInService {
  constructor(
    private readonly networks = inject(NetworkStore),
    private readonly domains = inject(SsoDomainStore),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly clock = inject(Clock),
  ) {}

  /** @param text the network's address, or an email address at one of its proved domains */
  async find(text: string, clientAddress: string): Promise<FindOutcome> {
    const now = this.clock.now()
    const retryAt = await this.rateLimits.take(`sso:find:${clientAddress}`, limits.ssoLookUpsPerAddress, now)
    if (retryAt) return { kind: 'too-many', retryAt }
    const found = text.includes('@') || text.includes('＠') ? await this.#byEmail(text) : await this.#bySlug(text)
    return { kind: 'found', networks: found.filter(({ sso }) => activeSso(sso, now)).slice(0, SHOWN) }
  }

  async #byEmail(text: string): Promise<NetworkDocument[]> {
    const key = emailKeyOf(text)
    const domain = key && domainNameOf(key.slice(key.lastIndexOf('@') + 1))
    if (!domain) return []
    const claimants = await this.domains.claimantsOf(domain, 50)
    return claimants.filter((network) => ownsDomain(network, domain, this.clock.now()))
  }

  async #bySlug(text: string): Promise<NetworkDocument[]> {
    const slug = text.trim().toLowerCase()
    const network = isSlug(slug) ? await this.networks.bySlug(slug) : null
    return network ? [network] : []
  }
}
