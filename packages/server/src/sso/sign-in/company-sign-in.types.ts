import { ssoStartUrl } from '@twinlock/shared/slug'
import { createUnionType, Field, ObjectType } from 'type-graphql'
import type { NetworkDocument } from '../../networks/network.model.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { SignInExpired, TooManyAttempts, UserError } from '../../platform/graphql/user-error.types.js'
import { SignedIn } from '../../sessions/viewer.types.js'
import { SsoFailureEnum } from '../connections/sso-connection.types.js'
import type { SsoFailure } from '../provider/sso-failure.js'

@ObjectType({ description: 'A network that one can sign in to by its identity provider.' })
export class CompanySignIn extends GraphqlObject {
  @Field(() => String, { description: 'Its address in links.' })
  slug!: string
  @Field(() => String, { description: 'Its name.' })
  name!: string
  @Field(() => String, { description: 'Where to send the browser; `next` in its query leads on from there.' })
  startUrl!: string
  @Field(() => String, { nullable: true, description: 'The help contact, as the Admins wrote it.' })
  helpContact!: string | null

  static from({ slug, name, helpContact }: NetworkDocument): CompanySignIn {
    return CompanySignIn.of({ slug, name, startUrl: ssoStartUrl(slug), helpContact })
  }
}

@ObjectType({ description: 'What is known of a company sign-in by that name; none when nothing is.' })
export class CompanySignIns extends GraphqlObject {
  @Field(() => [CompanySignIn], { description: 'The networks; a company may have several.' })
  networks!: CompanySignIn[]
}

export const CompanySignInResult = createUnionType({
  name: 'CompanySignInResult',
  description: 'Where to sign in. Never reveals whether an address has an account.',
  types: () => [CompanySignIns, TooManyAttempts] as const,
})

@ObjectType({
  description: 'An identity at a provider, signed in within this browser, that is not linked to an account yet.',
})
export class CompanySignInToJoin extends GraphqlObject {
  @Field(() => CompanySignIn, { description: 'The network.' })
  network!: CompanySignIn
  @Field(() => String, { nullable: true, description: 'The address that the provider gives, if any.' })
  providerEmail!: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The address of the account that is signed in here by itself and would be joined; null: none is.',
  })
  accountEmail!: string | null
}

@ObjectType({ implements: UserError, description: 'It is not joined.' })
export class CompanySignInRefused extends UserError {
  @Field(() => SsoFailureEnum, { description: 'Why.' })
  reason!: SsoFailure
}

export const JoinCompanySignInResult = createUnionType({
  name: 'JoinCompanySignInResult',
  description: 'What became of joining a company sign-in to an account.',
  types: () => [SignedIn, CompanySignInRefused, SignInExpired] as const,
})
