import { inject } from '@needle-di/core'
import { Arg, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { AuditStore } from '../../audit/audit.store.js'
import type { AccountEvent, DomainEvent } from '../../events/event.types.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { pageSizeOf } from '../../platform/graphql/page.js'
import { Viewer } from '../../sessions/viewer.types.js'

@ObjectType({ description: 'Something that happened to the account.' })
export class AccountActivity extends GraphqlObject {
  @Field(() => ID, { description: "The event's id." })
  id!: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date
  @Field(() => String, { description: "What, as a name that stays: 'sign_in.completed', 'two_factor.enabled', …" })
  type!: string
  @Field(() => String, { nullable: true, description: 'The method it was about, where it was about one.' })
  method!: string | null
  @Field(() => String, { description: 'Browser and operating system.' })
  device!: string
  @Field(() => String, { description: 'The IP address that the event came from.' })
  address!: string

  static from(event: AccountEvent): AccountActivity {
    const { id, at, type, origin } = event
    return AccountActivity.of({
      id,
      at,
      type,
      method: 'method' in event ? event.method : null,
      device: origin.device,
      address: origin.address,
    })
  }
}

const MOST_AT_ONCE = 100

@Resolver(() => Viewer)
export class ActivityResolver {
  constructor(private readonly audit = inject(AuditStore)) {}

  @FieldResolver(() => [AccountActivity], { description: 'What happened to the account, newest first; at most 100.' })
  async activity(
    @Root() { caller }: Viewer,
    @Arg('first', () => Int, { defaultValue: 20, description: '1..100' }) first: number,
  ): Promise<AccountActivity[]> {
    const kept = await this.audit.ofAccount(caller.account._id, pageSizeOf(first, MOST_AT_ONCE))
    return kept.flatMap(({ event }) => (isOfAccount(event) ? [AccountActivity.from(event)] : []))
  }
}

/** Events of a network name the account they concern too; those are the network's to tell. */
function isOfAccount(event: DomainEvent): event is AccountEvent {
  return !('networkId' in event)
}
