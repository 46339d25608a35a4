import { emailKeyOf } from '@twinlock/shared/email-address'
import type { Plan } from '@twinlock/shared/vocabulary'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { NetworkDocument } from '../networks/network.model.js'
import type { NetworksService } from '../people/networks/networks.service.js'
import { OperatorError } from './operator-error.js'

/** What the person at the server's command line does to networks. */
export class OperatorNetworksService {
  constructor(
    private readonly networks: NetworksService,
    private readonly profiles: ProfileStore,
  ) {}

  /** @throws OperatorError that says what to change */
  async createForOperator(input: { name: string; slug: string; email: string }): Promise<NetworkDocument> {
    const emailKey = emailKeyOf(input.email)
    const owner = emailKey ? await this.profiles.byEmailKey(emailKey) : null
    if (!owner) throw new OperatorError(`No account has the address ${input.email}: let its owner sign up first.`)
    const outcome = await this.networks.create(owner, input, { address: 'the command line', device: 'the operator' })
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
}
