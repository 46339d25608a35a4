import { limits } from '@twinlock/shared/limits'
import type { Role } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { SsoConnection as StoredConnection } from '../../networks/network.model.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { enumOf, RoleEnum } from '../../platform/graphql/enums.js'
import { InvalidInput, UserError } from '../../platform/graphql/user-error.types.js'
import { NetworkSso } from '../network-sso.types.js'
import { type SsoFailure, ssoFailures } from '../provider/sso-failure.js'

export const SsoFailureEnum = enumOf(ssoFailures)
registerEnumType(SsoFailureEnum, {
  name: 'SsoTrouble',
  description: 'Why a sign-in by an identity provider came to nothing.',
  valuesConfig: {
    PROVIDER_DOWN: { description: 'It does not answer, or answers with an error.' },
    MISCONFIGURED: { description: "The provider's metadata does not match the configuration." },
    UNVERIFIABLE: { description: 'The provider signs only with algorithms that this server cannot verify.' },
    CLIENT_REFUSED: { description: 'The provider does not know this client, or the client secret has expired.' },
    UNTRUSTED: { description: "The provider's response could not be verified." },
    DENIED: { description: 'The provider, or the user at the provider, refused the sign-in.' },
    EXPIRED: { description: 'This sign-in was not started in this browser, or has expired.' },
    NO_SIGN_IN_TIME: {
      description: 'The provider does not report when the person signed in, although that is required.',
    },
    GUEST: { description: 'Guests sign in with their password.' },
    NOT_A_MEMBER: { description: 'The person is not in the network.' },
    OTHER_IDENTITY: { description: 'The account is linked to another identity at the provider.' },
    OTHER_ACCOUNT: { description: 'The provider returned a different account from the one that has to confirm.' },
    OFF: { description: 'The network has no identity provider.' },
    BUSY: { description: 'Too many sign-ins from one place.' },
    OURS: { description: 'Something went wrong here.' },
  },
})

@ObjectType({ description: 'Why sign-ins by the provider do not work at the moment.' })
export class SsoConnectionTrouble extends GraphqlObject {
  @Field(() => SsoFailureEnum, { description: 'What is wrong.' })
  reason!: SsoFailure
  @Field(() => DateTimeScalar, { description: 'When it was last noticed.' })
  at!: Date
}

@ObjectType({ description: "The network's identity provider, and the requirements for members who sign in with it." })
export class SsoConnection extends GraphqlObject {
  @Field(() => String, { description: 'Its issuer.' })
  issuer!: string
  @Field(() => String, { description: 'The client ID under which the provider knows this server.' })
  clientId!: string
  @Field(() => Boolean, { description: 'Whether a client secret is stored. The secret is never shown.' })
  hasSecret!: boolean
  @Field(() => DateTimeScalar, { description: 'When the settings were last saved.' })
  savedAt!: Date
  @Field(() => DateTimeScalar, { nullable: true, description: 'The last sign-in that went all the way, to the hour.' })
  workedAt!: Date | null
  @Field(() => SsoConnectionTrouble, { nullable: true, description: 'Null while it works.' })
  trouble!: SsoConnectionTrouble | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From then on members (except guests) must use it; null while it is optional.',
  })
  requiredFrom!: Date | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From then on it must prove a second step; null: it is trusted to do it.',
  })
  proofRequiredFrom!: Date | null
  @Field(() => [String], { description: 'The `amr` and `acr` values that count as proof.' })
  proofValues!: string[]
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until then a longer list of values counts too, after it was made shorter.',
  })
  earlierProofUntil!: Date | null
  @Field(() => RoleEnum, {
    nullable: true,
    description: 'The role with which new people at a proved domain join; null if they cannot join.',
  })
  justInTimeRole!: Role | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends; null: it stays.' })
  endsAt!: Date | null

  static from(sso: StoredConnection): SsoConnection {
    const { issuer, clientId, savedAt, workedAt, trouble, requiredFrom, proofRequiredFrom, proofValues } = sso
    return SsoConnection.of({
      issuer,
      clientId,
      hasSecret: sso.sealedSecret !== null,
      savedAt,
      workedAt,
      trouble: trouble && SsoConnectionTrouble.of({ reason: trouble.reason as SsoFailure, at: trouble.at }),
      requiredFrom,
      proofRequiredFrom,
      proofValues,
      earlierProofUntil: sso.earlierProof?.until ?? null,
      justInTimeRole: sso.justInTimeRole,
      endsAt: sso.endsAt,
    })
  }
}

@InputType({ description: 'An identity provider that speaks OpenID Connect, as its console shows it.' })
export class SaveSsoConnectionInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => String, { description: 'Its issuer: what comes before /.well-known/openid-configuration.' })
  issuer!: string
  @Field(() => String, { description: 'The client id that it gave out for this server.' })
  clientId!: string
  @Field(() => String, {
    nullable: true,
    description:
      'The client secret. If it is left out, the stored secret is kept, provided that the issuer and the client ID are unchanged.',
  })
  clientSecret?: string | null
}

@InputType({ description: 'How a network ends its company sign-in.' })
export class EndSsoConnectionInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => Int, {
    defaultValue: limits.graceHours.default,
    description: '1..720: what members have, where two-factor authentication is mandatory, to set up their own.',
  })
  graceHours!: number
  @Field(() => String, { nullable: true, description: 'The IANA time zone of the Admin, for dates in the emails.' })
  timeZone?: string | null
}

@ObjectType({ description: 'The change was made.' })
export class SsoChanged extends GraphqlObject {
  @Field(() => NetworkSso, { description: "The network's company sign-in as it is now." })
  sso!: NetworkSso
}

@ObjectType({
  implements: UserError,
  description: 'The provider could not be reached, or does not match its configuration.',
})
export class SsoProviderProblem extends UserError {
  @Field(() => SsoFailureEnum, { description: 'What is wrong.' })
  reason!: SsoFailure
  @Field(() => String, { description: "In the protocol's terms, for the provider's administrator." })
  detail!: string
}

@ObjectType({ implements: UserError, description: 'Another request has just changed it, or it does not exist.' })
export class SsoChangeRefused extends UserError {}

export const SaveSsoConnectionResult = createUnionType({
  name: 'SaveSsoConnectionResult',
  description: 'The result of saving an identity provider.',
  types: () => [SsoChanged, InvalidInput, SsoProviderProblem, SsoChangeRefused] as const,
})
export const SsoChangeResult = createUnionType({
  name: 'SsoChangeResult',
  description: 'What became of a change of the company sign-in.',
  types: () => [SsoChanged, InvalidInput, SsoChangeRefused] as const,
})
