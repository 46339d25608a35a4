import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import type { AppSessionsService } from './app-sessions.service.js'
import { AppSession } from './held.types.js'

@Resolver(() => Viewer)
export class HeldResolver {
  constructor(private readonly held: AppSessionsService) {}

  @FieldResolver(() => [AppSession], {
    description: 'Sessions that apps hold for the viewer, over all sessions of the account, newest first.',
  })
  async appSessions(@Root() { caller }: Viewer): Promise<AppSession[]> {
    return (await this.held.liveOf(caller.account._id)).map((held) => AppSession.from(held))
  }

  @Mutation(() => Boolean, {
    description:
      "Ends what this app, or every app, holds in the viewer's name. Their own session goes on, and the app may be opened again. True also when there was nothing.",
  })
  async endAppSessions(
    @Arg('appId', () => ID, { nullable: true }) appId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const { account } = await context.requireSession()
    await this.held.endOf(account._id, appId ?? null)
    return true
  }
}
