import { inject } from '@needle-di/core'
import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { AuditStore } from '../../audit/audit.store.js'
import type { AccountEvent, DomainEvent } from '../../events/event.types.js'
import { pageSizeOf } from '../../platform/graphql/page.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { AccountActivity } from './activity.types.js'

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
