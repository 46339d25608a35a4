import { Field, ObjectType, registerEnumType } from 'type-graphql'
import type { SsoProof } from '../../domain/sso-policy.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { enumOf, SsoProofEnum } from '../../platform/graphql/enums.js'
import { SsoFailureEnum } from '../connections/sso-connection.types.js'
import type { SsoFailure } from '../provider/sso-failure.js'
import type { Trial } from './connection-test.service.js'

const results = ['ENTER', 'JOIN', 'ADMIT', 'ASK_OWN_SIGN_IN', 'REFUSE'] as const
export const SsoTrialResultEnum = enumOf(results)
registerEnumType(SsoTrialResultEnum, {
  name: 'SsoTrialResult',
  description: 'What would have become of a sign-in.',
  valuesConfig: {
    ENTER: { description: 'The user is known and signs in.' },
    JOIN: { description: 'The address is proved: it is joined to the account of that address.' },
    ADMIT: { description: 'The address is proved: a newcomer is let in.' },
    ASK_OWN_SIGN_IN: { description: 'Once, the person shows by their own sign-in which account it is.' },
    REFUSE: { description: 'The user cannot sign in this way.' },
  },
})

@ObjectType({ description: 'One thing that the provider said.' })
export class SsoClaim extends GraphqlObject {
  @Field(() => String, { description: 'Its name.' })
  name!: string
  @Field(() => String, { description: 'Its value, as JSON.' })
  value!: string
}

@ObjectType({ description: 'What came back when an Admin tested the sign-in; nobody was signed in by it.' })
export class SsoTrial extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date
  @Field(() => [SsoClaim], { nullable: true, description: 'Null when nothing that can be trusted came back.' })
  claims!: SsoClaim[] | null
  @Field(() => SsoProofEnum, { nullable: true, description: 'What it said of a second step.' })
  proof!: SsoProof | null
  @Field(() => SsoTrialResultEnum, { nullable: true, description: 'What would have become of it.' })
  result!: (typeof results)[number] | null
  @Field(() => SsoFailureEnum, { nullable: true, description: 'Why not, where the answer would be no.' })
  trouble!: SsoFailure | null
  @Field(() => String, { nullable: true, description: "In the protocol's terms, for the provider's administrator." })
  detail!: string | null

  static from({ at, claims, proof, decision, refusal, trouble, detail }: Trial): SsoTrial {
    return SsoTrial.of({
      at: new Date(at),
      claims:
        claims && Object.entries(claims).map(([name, value]) => SsoClaim.of({ name, value: JSON.stringify(value) })),
      proof,
      result: decision && (decision.toUpperCase().replaceAll('-', '_') as (typeof results)[number]),
      trouble: trouble ?? refusal,
      detail,
    })
  }
}
