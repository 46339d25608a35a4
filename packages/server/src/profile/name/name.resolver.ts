import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { ProfileStore } from '../../accounts/profile.store.js'
import { eventOf } from '../../events/account-event.js'
import type { EventRelay } from '../../events/event-relay.js'
import type { Clock } from '../../platform/clock/clock.js'
import { overtaken } from '../../platform/errors/interruption.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { Background } from '../../platform/jobs/background.js'
import type { RequestContext } from '../../sessions/request-context.js'
import type { SessionService } from '../../sessions/session.service.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { ChangeNameInput, ChangeNameResult, NameChanged } from './name.types.js'
import { nameProblem } from './name-rules.js'

@Resolver()
export class NameResolver {
  constructor(
    private readonly profiles: ProfileStore,
    private readonly sessions: SessionService,
    private readonly relay: EventRelay,
    private readonly background: Background,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => ChangeNameResult, { description: 'Needs fresh evidence. The other sessions end.' })
  async changeName(
    @Arg('input', () => ChangeNameInput) { name }: ChangeNameInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeNameResult> {
    const caller = await context.requireFreshSession()
    const problem = nameProblem(name)
    if (problem) return InvalidInput.because({ name: problem })
    const event = {
      type: 'account.name_changed' as const,
      ...eventOf(caller.account, context.origin, this.clock.now()),
    }
    const account = await this.profiles.changeName(caller.account._id, caller.account.epoch, name.trim(), event)
    if (!account) throw overtaken()
    const next = await this.sessions.follow(caller, account)
    this.background.run('name changed', () => this.relay.relay('accounts', account._id))
    context.becomes(next)
    return NameChanged.of({ viewer: new Viewer(next) })
  }
}
