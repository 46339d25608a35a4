import { inject } from '@needle-di/core'
import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { type OpenNetwork, requireScope } from '../../access/access.service.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { PageInfo } from '../../platform/graphql/common.types.js'
import { cursorOf, momentIn, PAGE_SIZES, pageOf, pageSizeOf } from '../../platform/graphql/page.js'
import { App } from '../apps.types.js'
import { AppChecksService } from './app-checks.service.js'
import { AppSessionStore } from './app-session.store.js'
import { AppPerson, AppPersonConnection, AppUse } from './app-sessions.types.js'

const SHOWN = 100

/** Who used an app: for its Admins, and for a key that may read who the members are. */
@Resolver(() => App)
export class AppPeopleResolver {
  constructor(
    private readonly checks = inject(AppChecksService),
    private readonly store = inject(AppSessionStore),
  ) {}

  @FieldResolver(() => AppPersonConnection, {
    description:
      'Who used it, the most recent first; 1..200 at once. Kept as long as the activity log. An API key needs members:read. Empty where the app is listed for a member.',
  })
  async people(
    @Root() { app, open }: App,
    @Arg('first', () => Int, { defaultValue: PAGE_SIZES.usual, description: '1..200' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor at which the previous page ended.' }) after:
      | string
      | null,
  ): Promise<AppPersonConnection> {
    const size = pageSizeOf(first)
    const network = networkShownBy(open)
    const found = network ? await this.checks.visitorsOf(app, network, after ? momentIn(after) : null, size + 1) : []
    const { items, hasNextPage } = pageOf(found, size)
    const last = items.at(-1)?.visit
    return AppPersonConnection.of({
      nodes: items.flatMap((visitor) => (network ? AppPerson.from(visitor, network) : [])),
      pageInfo: PageInfo.of({
        hasNextPage,
        endCursor: last ? cursorOf(last.lastUsedAt.toISOString(), last._id) : null,
      }),
    })
  }

  @FieldResolver(() => [AppUse], {
    deprecationReason: 'Use people, which has each person once.',
    description:
      'The last hundred sign-ins to it; what was used last comes first. An API key needs members:read. Empty where the app is listed for a member.',
  })
  async uses(@Root() { app, open }: App): Promise<AppUse[]> {
    return networkShownBy(open)
      ? (await this.store.ofApp(app._id, SHOWN)).map((appSession) => AppUse.from(appSession))
      : []
  }
}

/** @throws Interruption FORBIDDEN to a key that may not read who the members are */
function networkShownBy(open: OpenNetwork | null): NetworkDocument | null {
  if (open?.by === 'key') requireScope(open.caller, 'members:read')
  return open?.network ?? null
}
