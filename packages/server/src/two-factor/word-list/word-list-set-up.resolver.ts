import { inject } from '@needle-di/core'
import { Arg, Ctx, createUnionType, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { confirmAnswer } from '../set-up/confirm-answer.js'
import { ConfirmSetupInput, ConfirmSetupResult } from '../set-up/set-up.types.js'
import { WordListSetUpService } from './word-list-set-up.service.js'

@ObjectType({ description: 'A begun set-up of a printed word list.' })
export class WordListSetup extends GraphqlObject {
  @Field(() => ID, { description: 'The ID of the set-up, for confirming it.' })
  setupId!: string
  @Field(() => [String], { description: 'The words, in the order in which they are asked for.' })
  words!: string[]
  @Field(() => DateTimeScalar, { description: 'When the set-up expires.' })
  expiresAt!: Date
}

const BeginWordListSetupResult = createUnionType({
  name: 'BeginWordListSetupResult',
  description: 'What became of beginning with a word list.',
  types: () => [WordListSetup, TooManyAttempts] as const,
})

@Resolver()
export class WordListSetUpResolver {
  constructor(private readonly setUps = inject(WordListSetUpService)) {}

  @Mutation(() => BeginWordListSetupResult, {
    description: 'Begins setting up a word list; an older begun one stops working. Needs fresh evidence in a session.',
  })
  async beginWordListSetup(@Ctx() context: RequestContext): Promise<typeof BeginWordListSetupResult> {
    const outcome = await this.setUps.begin(await context.requireSetUpCaller())
    return outcome.kind === 'begun' ? WordListSetup.of(outcome.setUp) : TooManyAttempts.because(outcome)
  }

  @Mutation(() => ConfirmSetupResult, { description: 'Confirms the word list by its first word.' })
  async confirmWordListSetup(
    @Arg('input', () => ConfirmSetupInput) { setupId, code }: ConfirmSetupInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmSetupResult> {
    const caller = await context.requireSetUpCaller()
    return confirmAnswer(await this.setUps.confirm(caller, setupId, code, context.origin), context)
  }
}
