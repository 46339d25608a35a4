import { inject } from '@needle-di/core'
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { AppChecksService } from './app-checks.service.js'
import { AppSessionsService } from './app-sessions.service.js'
import { AppSession } from './app-sessions.types.js'

@Resolver(() => Viewer)
export class AppSessionsResolver {
  constructor(
    private readonly checks = inject(AppChecksService),
    private readonly service = inject(AppSessionsService),
  ) {}

  @FieldResolver(() => [AppSession], {
    description:
      'Sessions that apps hold for the viewer, over all sessions of the account, newest first; in a session that a network’s provider alone vouches for, those of that network’s apps.',
  })
  async appSessions(@Root() { caller }: Viewer): Promise<AppSession[]> {
    return (await this.checks.liveOf(caller)).map((appSession) => AppSession.from(appSession))
  }

  @Mutation(() => Boolean, {
    description:
      "Ends the viewer's sign-ins to this app, or to every app if `appId` is null. The viewer's own session continues, and the app can be opened again. Returns true even if there was nothing to end.",
  })
  async endAppSessions(
    @Arg('appId', () => ID, { nullable: true }) appId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    await this.service.endOf(await context.requireSession(), appId ?? null)
    return true
  }
}
