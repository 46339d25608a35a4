import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { NameService } from './name.service.js'
import { ChangeNameInput, ChangeNameResult, NameChanged } from './name.types.js'

@Resolver()
export class NameResolver {
  constructor(private readonly names = inject(NameService)) {}

  @Mutation(() => ChangeNameResult, {
    description: "Changes the account's name. Needs fresh evidence. The account's other sessions end.",
  })
  async changeName(
    @Arg('input', () => ChangeNameInput) { name }: ChangeNameInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeNameResult> {
    const outcome = await this.names.change(await context.requireFreshSession(), name, context.origin)
    if (outcome.kind === 'invalid') return InvalidInput.because({ name: outcome.problem })
    context.continueInSession(outcome.caller)
    return NameChanged.of({ viewer: new Viewer(outcome.caller) })
  }
}
