import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { isSlug } from '@twinlock/shared/slug'
import type { Plan } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { type InputProblems, problemsIn } from '../../domain/input-problems.js'
import { Environment } from '../../environment.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf, systemEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import { newMembership } from '../../memberships/new-membership.js'
import { type NetworkDocument, newNetwork } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { newId } from '../../platform/crypto/tokens.js'
import { rateLimited } from '../../platform/errors/interruption.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'
import { nameProblem } from '../../profile/name/name-rules.js'

export type CreateNetworkOutcome =
  | { kind: 'created'; network: NetworkDocument; account: AccountDocument }
  | { kind: 'taken' }
  | { kind: 'invalid'; problems: Record<string, string> }

/** Networks come to be, and change their plan. */
export class NetworksService {
  constructor(
    private readonly environment = inject(Environment),
    private readonly networks = inject(NetworkStore),
    private readonly memberships = inject(MembershipStore),
    private readonly profiles = inject(ProfileStore),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** By the person who will own it, where the operator lets people create networks. */
  async createOwn(
    owner: AccountDocument,
    input: { name: string; slug: string },
    origin: Origin,
  ): Promise<CreateNetworkOutcome> {
    if (this.environment.networkCreation === 'operator')
      return { kind: 'invalid', problems: { name: 'Networks here are created by the people who run this server.' } }
    return this.create(owner, input, origin)
  }

  /**
   * The network is written last: with it, all is there; a crash before it leaves a stay in nothing, which opens nothing
   * and holds no slug.
   */
  async create(
    owner: AccountDocument,
    input: { name: string; slug: string },
    origin: Origin,
  ): Promise<CreateNetworkOutcome> {
    const problems = problemsOf(input)
    if (Object.keys(problems).length > 0) return { kind: 'invalid', problems }
    if (await this.networks.bySlug(input.slug)) return { kind: 'taken' }

    const now = this.clock.now()
    if (await this.rateLimits.take(`network:account:${owner._id}`, limits.networksPerAccount, now)) throw rateLimited()
    const id = newId('net')
    const { slug } = input
    const draft = newNetwork({
      id,
      slug,
      name: input.name.trim(),
      plan: this.environment.defaultPlan,
      ownerId: owner._id,
      now,
    })
    const event = { type: 'network.created' as const, ...networkEventOf(draft, owner, origin, now) }
    const network = { ...draft, events: [event] }
    const membership = { ...newMembership(owner, id, 'ADMIN', now), lastSignInAt: now }
    await this.memberships.begin(membership)
    const account = await this.profiles.enterNetwork(owner._id, id)
    if (!(await this.networks.insert(network))) {
      await this.profiles.leaveNetwork(owner._id, id)
      await this.memberships.withdraw(membership)
      return { kind: 'taken' }
    }
    this.relay.dispatchSoon('networks', id)
    return { kind: 'created', network, account: account ?? owner }
  }

  async isTaken(slug: string): Promise<boolean> {
    return (await this.networks.bySlug(slug)) !== null
  }

  /** For the operator; there is no billing here. Each request reads the current plan. @returns null without such a network */
  async setPlan(slug: string, plan: Plan): Promise<NetworkDocument | null> {
    for (;;) {
      const network = await this.networks.bySlug(slug)
      if (!network || network.plan === plan) return network
      const base = systemEventOf(network, this.clock.now())
      const event = { type: 'network.plan_changed' as const, ...base, from: network.plan, to: plan }
      if (!(await this.networks.setPlan(network._id, network.plan, plan, event))) continue
      await this.relay.dispatch('networks', network._id)
      return { ...network, plan }
    }
  }
}

/** @returns what is wrong with a slug, in words; null when it will do */
export function slugProblem(slug: string): string | null {
  if (isSlug(slug)) return null
  const { minLength, maxLength } = limits.slug
  if (slug.length < minLength || slug.length > maxLength) return `Use ${minLength} to ${maxLength} characters.`
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return 'This address is kept for Twinlock itself. Choose another.'
  return 'Use lower-case letters, digits and single hyphens between them.'
}

function problemsOf({ name, slug }: { name: string; slug: string }): InputProblems {
  return problemsIn({ name: nameProblem(name, limits.networkName.maxLength), slug: slugProblem(slug) })
}
