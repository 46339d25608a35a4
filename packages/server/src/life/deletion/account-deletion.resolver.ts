import { inject } from '@needle-di/core'
import { Ctx, createUnionType, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { LastOwner } from '../../people/members/members.types.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { AccountDeletionService } from './account-deletion.service.js'

@ObjectType({
  description:
    'The account is scheduled to be erased. Every session, API key and grant has ended; until then a sign-in leads to nothing but keeping it.',
})
export class AccountDeletionScheduled extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'When it is erased.' })
  at!: Date
}

export const DeleteAccountResult = createUnionType({
  name: 'DeleteAccountResult',
  description: 'What became of the request to delete the account.',
  types: () => [AccountDeletionScheduled, LastOwner] as const,
})

@Resolver(() => Viewer)
export class AccountDeletionResolver {
  constructor(private readonly deletions = inject(AccountDeletionService)) {}

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the account is erased, if that is scheduled: then `cancelAccountDeletion` and `signOut` are all that it can do.',
  })
  deletionAt(@Root() { caller }: Viewer): Date | null {
    return caller.account.deletion?.at ?? null
  }

  @Mutation(() => DeleteAccountResult, {
    description:
      'Schedules the account to be erased in 7 days, and signs it out everywhere. Needs fresh evidence. ' +
      'LastOwner, with the networks, where nobody else could look after them.',
  })
  async deleteAccount(@Ctx() context: RequestContext): Promise<typeof DeleteAccountResult> {
    const outcome = await this.deletions.schedule(await context.requireFreshSession(), context.origin)
    if (outcome.kind === 'last-owner')
      return LastOwner.of({
        message: 'You are the only owner of a network. Make someone else its owner, or delete it, first.',
        networks: outcome.networks.map(NetworkSummary.from),
      })
    context.signOut()
    return AccountDeletionScheduled.of({ at: outcome.at })
  }

  @Mutation(() => Boolean, {
    description: 'Keeps an account that was scheduled to be erased. False when there is nothing to cancel any more.',
  })
  async cancelAccountDeletion(@Ctx() context: RequestContext): Promise<boolean> {
    const caller = await this.deletions.cancel(await context.requireOwnSignIn(), context.origin)
    if (caller) context.continueInSession(caller)
    return caller !== null
  }
}
