import { inject } from '@needle-di/core'
import { Arg, Ctx, createUnionType, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { NameService } from './name.service.js'

@InputType({ description: 'A new name for the signed-in account.' })
export class ChangeNameInput {
  @Field(() => String, { description: 'Up to 100 characters.' })
  name!: string
}

@ObjectType({ description: 'The account has its new name.' })
export class NameChanged extends GraphqlObject {
  @Field(() => Viewer, { description: 'The account with its new name.' })
  viewer!: Viewer
}

export const ChangeNameResult = createUnionType({
  name: 'ChangeNameResult',
  description: 'What became of the new name.',
  types: () => [NameChanged, InvalidInput] as const,
})

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
