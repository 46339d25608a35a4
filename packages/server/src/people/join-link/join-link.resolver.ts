import { inject } from '@needle-di/core'
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { AccessService, requireAdmin } from '../../access/access.service.js'
import { Network } from '../../access/network.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { JoinLinkService } from './join-link.service.js'
import { CreateJoinLinkResult, JoinLink, JoinLinkCreated } from './join-link.types.js'

@Resolver(() => Network)
export class JoinLinkResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly service = inject(JoinLinkService),
  ) {}

  @FieldResolver(() => JoinLink, {
    description: 'The link by which addresses of the proved domains join. Admins only; FORBIDDEN otherwise.',
  })
  joinLink(@Root() { open }: Network): JoinLink {
    const { network } = requireAdmin(open)
    return JoinLink.from(network, this.service.domainsOf(network))
  }

  @Mutation(() => CreateJoinLinkResult, {
    description:
      'Creates the link by which anyone with a confirmed address of a proved domain joins as MEMBER, in place of an earlier ' +
      'one. Accounts that left or were removed cannot rejoin by it, and removing a member turns it off. Admins only. Needs fresh evidence. `InvalidInput` ' +
      'while no domain is proved.',
  })
  async createJoinLink(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateJoinLinkResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    if (this.service.domainsOf(open.network).length === 0)
      return InvalidInput.because({ networkId: 'Prove a domain first: the link admits its addresses alone.' })
    await context.requireFreshSession(open.network)
    const { network, url } = await this.service.create(open, context.origin)
    return JoinLinkCreated.of({ url, joinLink: JoinLink.from(network, this.service.domainsOf(network)) })
  }

  @Mutation(() => Boolean, { description: 'Turns the join link off. Admins only. Needs fresh evidence.' })
  async deleteJoinLink(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    await context.requireFreshSession(open.network)
    await this.service.delete(open, context.origin)
    return true
  }
}
