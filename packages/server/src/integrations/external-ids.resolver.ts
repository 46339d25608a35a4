import { inject } from '@needle-di/core'
import { Arg, Ctx, createUnionType, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { AccessService } from '../access/access.service.js'
import { GraphqlObject } from '../platform/graphql/common.types.js'
import { InvalidInput } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { ExternalIdsService } from './external-ids.service.js'

@InputType({ description: 'What another system calls a member.' })
export class SetExternalIdInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => String, { nullable: true, description: 'Up to 100 characters; null: nothing.' })
  externalId?: string | null
}

@ObjectType({ description: 'The external ID was stored.' })
export class ExternalIdSet extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => String, { nullable: true, description: 'What the other system calls them.' })
  externalId!: string | null
}

export const SetExternalIdResult = createUnionType({
  name: 'SetExternalIdResult',
  description: 'What became of it.',
  types: () => [ExternalIdSet, InvalidInput] as const,
})

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
