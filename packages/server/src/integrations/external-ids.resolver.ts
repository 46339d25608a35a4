import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { AccessService } from '../access/access.service.js'
import { InvalidInput } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { ExternalIdsService } from './external-ids.service.js'
import { ExternalIdSet, SetExternalIdInput, SetExternalIdResult } from './external-ids.types.js'

@Resolver()
export class ExternalIdsResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly externalIds = inject(ExternalIdsService),
  ) {}

  @Mutation(() => SetExternalIdResult, {
    description:
      'Stores the ID that another system uses for a member. It has no effect on access. Admins, and keys with external-ids:write.',
  })
  async setExternalId(
    @Arg('input', () => SetExternalIdInput) { networkId, memberId, externalId = null }: SetExternalIdInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetExternalIdResult> {
    await this.access.enterAsAdminOrKey(await context.requireSessionOrKey(), networkId, 'external-ids:write')
    const problem = await this.externalIds.set(networkId, memberId, externalId)
    return problem ? InvalidInput.because({ externalId: problem }) : ExternalIdSet.of({ memberId, externalId })
  }
}
