import { inject } from '@needle-di/core'
import { Arg, Ctx, createUnionType, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql'
import { OwnTwoFactorRequired } from '../../mandate/activation/activation.types.js'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import { forbidden, notFound } from '../../platform/errors/interruption.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { type SsoChanged, SsoChangeResult } from '../connections/sso-connection.types.js'
import { SsoEntry } from '../sso-entry.js'
import { OwnerEntryService } from './owner-entry.service.js'
import { SsoMembersService } from './sso-members.service.js'

@ObjectType({ description: 'The network is open for this owner, in this session, for a day.' })
export class OwnerEntered extends GraphqlObject {
  @Field(() => NetworkSummary, { description: 'The network.' })
  network!: NetworkSummary
}

export const EnterWithoutSsoResult = createUnionType({
  name: 'EnterWithoutSsoResult',
  description: 'What became of entering without the company sign-in.',
  types: () => [OwnerEntered, OwnTwoFactorRequired] as const,
})

@Resolver()
export class SsoMembersResolver {
  constructor(
    private readonly entry = inject(SsoEntry),
    private readonly members = inject(SsoMembersService),
    private readonly ownerEntry = inject(OwnerEntryService),
  ) {}

  @Mutation(() => SsoChangeResult, {
    description:
      'Admins only. Needs fresh evidence. Logged. Unlinks a member from an identity of the provider; the next sign-in through the provider links them again.',
  })
  async releaseSsoIdentity(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('memberId', () => ID, { description: 'The member.' }) memberId: string,
    @Ctx() context: RequestContext,
  ): Promise<SsoChanged> {
    const open = await this.entry.enterFresh(context, networkId)
    if (!(await this.members.release(open, memberId, context.origin)))
      throw notFound('There is no such member, or none that is joined to the provider.')
    return this.entry.changed(open)
  }

  @Mutation(() => EnterWithoutSsoResult, {
    description:
      'OWNERs only. Opens a network that requires company sign-in without it, for a day in this session. It works whatever the provider does, even if the provider fails or gives a wrong answer. Needs fresh evidence, with a second step. Logged, and mailed to the other Admins.',
  })
  async enterWithoutSso(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof EnterWithoutSsoResult> {
    const outcome = await this.ownerEntry.enter(await context.requireFreshSession(), networkId, context.origin)
    switch (outcome.kind) {
      case 'entered':
        context.continueInSession(outcome.caller)
        return OwnerEntered.of({ network: NetworkSummary.from(outcome.network) })
      case 'no-two-factor':
        return OwnTwoFactorRequired.of({ message: 'Set up two-factor authentication for yourself first.' })
      case 'not-owner':
        throw forbidden('Only an owner of the network may do this.')
    }
  }
}
