import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import type { Plan } from '@twinlock/shared/vocabulary'
import { ProfileStore } from '../accounts/profile.store.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import { NetworksService } from '../people/networks/networks.service.js'
import { OperatorStore } from './operator.store.js'
import { fromTheCommandLine } from './operator-accounts.service.js'
import { OperatorError } from './operator-error.js'

/** A network as the operator's commands show it; scripts read these names. */
export interface NetworkReport {
  id: string
  slug: string
  name: string
  plan: Plan
  createdAt: Date
  /** Addresses. */
  owners: string[]
  members: number
  /** The deadline of mandatory two-factor authentication; null: it is not mandatory. */
  mandatoryFrom: Date | null
}

/** Networks, as the person at the server's command line makes, sees and changes them. */
export class OperatorNetworksService {
  constructor(
    private readonly networks = inject(NetworksService),
    private readonly profiles = inject(ProfileStore),
    private readonly networkStore = inject(NetworkStore),
    private readonly store = inject(OperatorStore),
  ) {}

  /** @throws OperatorError that says what to change */
  async createForOperator(input: { name: string; slug: string; email: string }): Promise<NetworkDocument> {
    const emailKey = emailKeyOf(input.email)
    const owner = emailKey ? await this.profiles.byEmailKey(emailKey) : null
    if (!owner) throw new OperatorError(`No account has the address ${input.email}: let its owner sign up first.`)
    const outcome = await this.networks.create(owner, input, fromTheCommandLine)
    switch (outcome.kind) {
      case 'created':
        return outcome.network
      case 'taken':
        throw new OperatorError(`Another network has the address "${input.slug}".`)
      case 'invalid':
        throw new OperatorError(
          Object.entries(outcome.problems)
            .map(([field, problem]) => `${field}: ${problem}`)
            .join('\n'),
        )
    }
  }

  /** Null without such a network. */
  setPlan(slug: string, plan: Plan): Promise<NetworkDocument | null> {
    return this.networks.setPlan(slug, plan)
  }

  /** A host under no domain that the network has proved, for one of its apps. Null without such a network. */
  assignHost(slug: string, host: string): Promise<NetworkDocument | null> {
    return this.networkStore.addAppHost(slug, host)
  }

  /** In the order of their ids. @param after the id of the last one seen */
  async list(limit: number, after: string | null): Promise<NetworkReport[]> {
    return this.#report(await this.store.networksAfter(after, limit))
  }

  /** @param wanted a slug or an id @throws OperatorError when there is none */
  async find(wanted: string): Promise<NetworkReport> {
    const network = (await this.networkStore.bySlug(wanted)) ?? (await this.networkStore.byId(wanted))
    const [report] = network ? await this.#report([network]) : []
    if (!report) throw new OperatorError(`There is no network ${wanted}.`)
    return report
  }

  async #report(networks: readonly NetworkDocument[]): Promise<NetworkReport[]> {
    const owners = await this.profiles.byIds([...new Set(networks.flatMap(({ ownerIds }) => ownerIds))])
    const addresses = new Map(owners.map(({ _id, email }) => [_id, email]))
    return Promise.all(
      networks.map(async (network) => ({
        id: network._id,
        slug: network.slug,
        name: network.name,
        plan: network.plan,
        createdAt: network.createdAt,
        owners: network.ownerIds.flatMap((id) => addresses.get(id) ?? []),
        members: await this.store.countMembers(network._id),
        mandatoryFrom: network.mandate?.deadline ?? null,
      })),
    )
  }
}
