import { inject } from '@needle-di/core'
import { Arg, Ctx, createUnionType, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { AccessService } from '../../access/access.service.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { CHOSEN_AT_ONCE } from '../members/chosen-members.service.js'
import { MemberFilterInput } from '../members/members.types.js'
import { RemindersService } from './reminders.service.js'

@ObjectType({ description: 'The members were reminded by email.' })
export class MembersReminded extends GraphqlObject {
  @Field(() => Int, {
    description:
      'The number of members mailed. Members with nothing to do, and those reminded within the last hour, are left out.',
  })
  reminded!: number
}

export const RemindMembersResult = createUnionType({
  name: 'RemindMembersResult',
  description: 'What became of reminding members.',
  types: () => [MembersReminded, InvalidInput] as const,
})

@Resolver()
export class RemindersResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly reminders = inject(RemindersService),
  ) {}

  @Mutation(() => RemindMembersResult, {
    description:
      'Reminds members without two-factor authentication by email, at most once an hour for each member. Admins, and keys with members:remind.',
  })
  async remindMembers(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('memberIds', () => [ID], { nullable: true, description: 'Up to 200; null for every member without a method.' })
    memberIds: string[] | null,
    @Arg('filter', () => MemberFilterInput, {
      nullable: true,
      description: 'Instead of `memberIds`: everyone whom the listing of members finds by it.',
    })
    filter: MemberFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof RemindMembersResult> {
    const open = await this.access.enterAsAdminOrKey(await context.requireSessionOrKey(), networkId, 'members:remind')
    if (memberIds && memberIds.length > CHOSEN_AT_ONCE)
      return InvalidInput.because({ memberIds: `Choose up to ${CHOSEN_AT_ONCE} at once.` })
    if (memberIds && filter) return InvalidInput.because({ filter: 'Give `memberIds` or `filter`, not both.' })
    const reminded = await this.reminders.remind(open, memberIds ?? filter ?? null, context.origin)
    if (reminded === null)
      return InvalidInput.because({ networkId: 'Nothing is required here, so there is nothing to remind of.' })
    return MembersReminded.of({ reminded })
  }
}
