import { Arg, Ctx, createUnionType, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { AccessService } from '../access/access.service.js'
import type { MembershipStore } from '../memberships/membership.store.js'
import type { Clock } from '../platform/clock/clock.js'
import { notFound } from '../platform/errors/interruption.js'
import { GraphqlObject } from '../platform/graphql/graphql-object.js'
import { InvalidInput } from '../platform/graphql/user-error.types.js'
import { nameProblem } from '../profile/name/name-rules.js'
import type { RequestContext } from '../sessions/request-context.js'

const LONGEST = 100

@InputType({ description: 'What another system calls a member.' })
export class SetExternalIdInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => String, { nullable: true, description: 'Up to 100 characters; null: nothing.' })
  externalId?: string | null
}

@ObjectType({ description: 'It is written down.' })
export class ExternalIdSet extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => String, { nullable: true, description: 'What the other system calls them.' })
  externalId!: string | null
}

const SetExternalIdResult = createUnionType({
  name: 'SetExternalIdResult',
  description: 'What became of it.',
  types: () => [ExternalIdSet, InvalidInput] as const,
})

@Resolver()
export class ExternalIdsResolver {
  constructor(
    private readonly access: AccessService,
    private readonly memberships: MembershipStore,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => SetExternalIdResult, {
    description:
      'Admins, and keys with external-ids:write. What another system calls a member; it decides nothing here.',
  })
  async setExternalId(
    @Arg('input', () => SetExternalIdInput) { networkId, memberId, externalId = null }: SetExternalIdInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetExternalIdResult> {
    await this.access.enterAsAdminOrKey(await context.requireSessionOrKey(), networkId, 'external-ids:write')
    const problem = externalId === null ? null : nameProblem(externalId, LONGEST)
    if (problem) return InvalidInput.because({ externalId: problem })
    const isOfNetwork = memberId.startsWith(`${networkId}:`)
    if (!isOfNetwork || !(await this.memberships.setExternalId(memberId, externalId, this.clock.now())))
      throw notFound('There is no such member.')
    return ExternalIdSet.of({ memberId, externalId })
  }
}
