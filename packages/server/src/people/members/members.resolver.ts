import { inject } from '@needle-di/core'
import type { Role } from '@twinlock/shared/vocabulary'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { AccessService, type OpenToPerson } from '../../access/access.service.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkSummary } from '../../networks/network-summary.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { Teammate } from '../directory/directory.types.js'
import { requireOwnAct } from '../own-act.js'
import { LeavingService, MembersService } from './members.service.js'
import {
  ChangeRoleInput,
  ChangeRoleResult,
  LastOwner,
  LeaveNetworkResult,
  MemberInput,
  MemberRemoved,
  NetworkLeft,
  RemoveMemberResult,
  RoleChanged,
} from './members.types.js'

@Resolver()
export class MembersResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly members = inject(MembersService),
    private readonly leaving = inject(LeavingService),
  ) {}

  @Mutation(() => ChangeRoleResult, {
    description:
      'Changes the role of a member. Admins only; FORBIDDEN otherwise, and for an ADMIN who adds or removes an OWNER. NOT_FOUND for anyone outside the network. Needs fresh evidence.',
  })
  async changeRole(
    @Arg('input', () => ChangeRoleInput) { networkId, memberId, role }: ChangeRoleInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeRoleResult> {
    const open = await this.#enter(context, networkId, memberId, role)
    const outcome = await this.members.changeRole(open, memberId, role, context.origin)
    if (outcome.kind === 'last-owner') return lastOwner('Make someone else an owner first.', open.network)
    return RoleChanged.of({ member: Teammate.from(outcome.member, open.caller.account._id) })
  }

  @Mutation(() => RemoveMemberResult, {
    description:
      'Removes a member, and turns the join link off. Admins only; FORBIDDEN otherwise, and for an ADMIN and an OWNER. NOT_FOUND for anyone outside the network. Needs fresh evidence.',
  })
  async removeMember(
    @Arg('input', () => MemberInput) { networkId, memberId }: MemberInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RemoveMemberResult> {
    const open = await this.#enter(context, networkId, memberId, null)
    const outcome = await this.members.remove(open, memberId, context.origin)
    return outcome === 'departed'
      ? MemberRemoved.of({ memberId })
      : lastOwner('Make someone else an owner first.', open.network)
  }

  @Mutation(() => LeaveNetworkResult, {
    description: 'Works while the network is locked for the viewer. NOT_FOUND for a network that the viewer is not in.',
  })
  async leaveNetwork(
    @Arg('networkId', () => ID) networkId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof LeaveNetworkResult> {
    const caller = requireOwnAct(await context.requireSession())
    const outcome = await this.leaving.leave(caller.account, networkId, context.origin)
    if (outcome.kind === 'last-owner')
      return lastOwner('You are the only owner. Make someone else an owner first.', outcome.network)
    const next = { ...caller, account: outcome.account }
    context.continueInSession(next)
    return NetworkLeft.of({ viewer: new Viewer(next) })
  }

  @Mutation(() => Boolean, {
    description:
      'Signs a member out of this network only: they have to sign in again here, and keep their other sessions. Admins only; FORBIDDEN otherwise, and for an ADMIN and an OWNER. NOT_FOUND for anyone outside the network. Needs fresh evidence.',
  })
  async endMemberSessions(
    @Arg('membershipId', () => ID, { description: "The membership's id." }) membershipId: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const [networkId = ''] = membershipId.split(':')
    const open = await this.#enter(context, networkId, membershipId, null)
    await this.members.endSessions(open, membershipId, context.origin)
    return true
  }

  /** Checks access, role and member, then reauthentication: a caller never confirms an act that is refused anyway. */
  async #enter(context: RequestContext, networkId: string, memberId: string, role: Role | null): Promise<OpenToPerson> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    await this.members.check(open, memberId, role)
    await context.requireFreshSession(open.network)
    return open
  }
}

function lastOwner(message: string, network: NetworkDocument): LastOwner {
  return LastOwner.of({ message, networks: [NetworkSummary.from(network)] })
}
