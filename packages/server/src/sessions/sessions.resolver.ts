import { inject } from '@needle-di/core'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { hasTwoFactor } from '../accounts/account-factors.js'
import { confirmedUntil, isOwnSignIn } from '../domain/evidence.js'
import { Clock } from '../platform/clock/clock.js'
import { notFound } from '../platform/errors/interruption.js'
import { DateTimeScalar } from '../platform/graphql/common.types.js'
import type { RequestContext } from './request-context.js'
import { SessionService, sessionEndsAt } from './session.service.js'
import { SessionStore } from './session.store.js'
import { SignInProgressService } from './sign-in-progress.service.js'
import { SessionInfo, Viewer } from './viewer.types.js'

@Resolver(() => Viewer)
export class SessionsResolver {
  constructor(
    private readonly store = inject(SessionStore),
    private readonly service = inject(SessionService),
    private readonly signIns = inject(SignInProgressService),
    private readonly clock = inject(Clock),
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'The signed-in account; null when signed out.' })
  async viewer(@Ctx() context: RequestContext): Promise<Viewer | null> {
    const caller = await context.session()
    return caller && new Viewer(caller)
  }

  @FieldResolver(() => [SessionInfo], { description: "The account's open sessions, newest first." })
  async sessions(@Root() { caller }: Viewer): Promise<SessionInfo[]> {
    const now = this.clock.now()
    const isOwn = isOwnSignIn(caller.session.evidence, hasTwoFactor(caller.account))
    const sessions = isOwn ? await this.store.ofAccount(caller.account._id) : [caller.session]
    return sessions
      .filter((session) => now < sessionEndsAt(session) && session.epoch === caller.account.epoch)
      .map(({ _id, publicId, createdAt, lastSeenAt, origin }) =>
        SessionInfo.of({ id: publicId, isCurrent: _id === caller.session._id, createdAt, lastSeenAt, ...origin }),
      )
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when a change needs no further confirmation in this session; null when it needs one now.',
  })
  confirmedUntil(@Root() { caller }: Viewer): Date | null {
    const until = confirmedUntil(caller.session.evidence, hasTwoFactor(caller.account))
    return until && this.clock.now() < until ? until : null
  }

  @FieldResolver(() => DateTimeScalar, { description: 'When this session ends without a further request.' })
  sessionExpiresAt(@Root() { caller }: Viewer): Date {
    return sessionEndsAt({ ...caller.session, lastSeenAt: this.clock.now() })
  }

  @Mutation(() => Boolean, {
    description: 'Ends this session, or drops the sign-in in progress. True also when there was none.',
  })
  async signOut(@Ctx() context: RequestContext): Promise<boolean> {
    const caller = await context.session()
    if (caller) await this.service.end(caller.session)
    const ticket = await context.signIn()
    if (ticket) await this.signIns.cancel(ticket)
    context.signOut()
    return true
  }

  @Mutation(() => Viewer, {
    description: "Ends one of the viewer's sessions. NOT_FOUND for a session of another account.",
  })
  async endSession(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<Viewer> {
    const caller = await context.requireSession()
    if (!(await this.service.endByPublicId(caller, id, context.origin)))
      throw notFound('There is no such session on your account.')
    return new Viewer(caller)
  }

  @Mutation(() => Viewer, { description: 'Ends every other session of the account.' })
  async endOtherSessions(@Ctx() context: RequestContext): Promise<Viewer> {
    const caller = await context.requireSession()
    await this.service.endOthers(caller, context.origin)
    return new Viewer(caller)
  }
}
