import { inject } from '@needle-di/core'
import { Arg, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { requireAdminOrScope } from '../../access/open-network.js'
import { AuditStore } from '../../audit/audit.store.js'
import { logSince } from '../../domain/log-retention.js'
import { memberOf } from '../../memberships/member-of.js'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import type { TemplateName } from '../../notifications/message-props.types.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { pageSizeOf } from '../../platform/graphql/page.js'
import { NetworkSecurity } from '../network-security.types.js'
import { MemberMail, MemberSignIn, mailKindOf, signInMethodOf } from './member-history.types.js'
import { MemberListingStore } from './member-listing.store.js'

const MOST_AT_ONCE = 50

/** What the network knows of a member's past: its own mails, and the sign-ins that opened it. */
@Resolver(() => NetworkSecurity)
export class MemberHistoryResolver {
  constructor(
    private readonly members = inject(MemberListingStore),
    private readonly outbox = inject(Outbox),
    private readonly audit = inject(AuditStore),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => [MemberMail], {
    description:
      'What the network mailed a member in the last 30 days, newest first. Admins, and keys with members:read. Empty when nobody of this id is in the network.',
  })
  async memberMails(
    @Root() root: NetworkSecurity,
    @Arg('memberId', () => ID, { description: "The membership's id." }) memberId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: '1..50' }) first: number,
  ): Promise<MemberMail[]> {
    requireAdminOrScope(root.open, 'members:read')
    const size = pageSizeOf(first, MOST_AT_ONCE)
    const member = await this.#member(root, memberId)
    if (!member) return []
    const found = await this.outbox.toMember(member._id, member.joinedAt, size)
    return found.flatMap(({ id, template, putAt, delivery }) => {
      const kind = mailKindOf[template as TemplateName]
      return kind ? [MemberMail.of({ id, kind, at: putAt, delivery })] : []
    })
  }

  @FieldResolver(() => [MemberSignIn], {
    description:
      "A member's sign-ins that opened this network, newest first; never those that opened others alone. Admins, and keys with audit:read. Empty when nobody of this id is in the network.",
  })
  async memberSignIns(
    @Root() root: NetworkSecurity,
    @Arg('memberId', () => ID, { description: "The membership's id." }) memberId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: '1..50' }) first: number,
  ): Promise<MemberSignIn[]> {
    requireAdminOrScope(root.open, 'audit:read')
    const size = pageSizeOf(first, MOST_AT_ONCE)
    const member = await this.#member(root, memberId)
    if (!member) return []
    const { network } = root.open
    const kept = logSince(network.logDays, this.clock.now())
    const since = kept && kept > member.joinedAt ? kept : member.joinedAt
    const found = await this.audit.signInsTo(network._id, member.accountId, since, size)
    return found.map(({ id, at, methods, provider }) =>
      MemberSignIn.of({
        id,
        at,
        methods: methods.flatMap((method) =>
          method === 'IDENTITY_PROVIDER' && provider !== network._id ? [] : (signInMethodOf[method] ?? []),
        ),
      }),
    )
  }

  async #member({ open }: NetworkSecurity, memberId: string): Promise<MembershipDocument | null> {
    const { network } = open
    const [found] = memberId.startsWith(`${network._id}:`) ? await this.members.byIds([memberId]) : []
    return memberOf(network, found ?? null)
  }
}
