import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { SecondStepMethodEnum } from '../../platform/graphql/enums.js'
import { InvalidCode, InvalidCredentials, TooManyAttempts } from '../../platform/graphql/user-error.types.js'

@InputType({ description: 'What confirms that it is still you: the password, a second step, or both.' })
export class ReauthenticateInput {
  @Field(() => String, { nullable: true, description: "The account's password." })
  password?: string | null
  @Field(() => SecondStepMethodEnum, { nullable: true, description: 'Which second step the code is of.' })
  method?: SecondStepMethod | null
  @Field(() => String, {
    nullable: true,
    description: 'The code as typed. For a passkey, the AuthenticationResponseJSON from the browser, as a JSON string.',
  })
  code?: string | null
}

@ObjectType({ description: 'Changes need no further confirmation for a while.' })
export class Reauthenticated extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  until!: Date
}

export const ReauthenticateResult = createUnionType({
  name: 'ReauthenticateResult',
  description: 'What became of confirming.',
  types: () => [Reauthenticated, InvalidCredentials, InvalidCode, TooManyAttempts] as const,
})
