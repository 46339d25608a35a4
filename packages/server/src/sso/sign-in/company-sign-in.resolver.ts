import { inject } from '@needle-di/core'
import { ssoStartUrl } from '@twinlock/shared/slug'
import { Arg, Ctx, createUnionType, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import { isOwnSignIn } from '../../domain/evidence.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { SignInExpired, TooManyAttempts, UserError } from '../../platform/graphql/user-error.types.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { SignedIn, Viewer } from '../../sessions/viewer.types.js'
import { SsoFailureEnum } from '../connections/sso-connection.types.js'
import { CompanySignInService } from '../find/company-sign-in.service.js'
import { type SsoFailure, SsoFailureError } from '../provider/sso-failure.js'
import { IdentityLinkService } from './identity-link.service.js'
import { SsoSessionsService } from './sso-sessions.service.js'

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

@Resolver()
export class CompanySignInResolver {
  constructor(
    private readonly finder = inject(CompanySignInService),
    private readonly joins = inject(IdentityLinkService),
    private readonly sessions = inject(SsoSessionsService),
  ) {}

  @Query(() => CompanySignInResult, {
    description: "By the network's address, or an email address at a domain that is proved to be its own.",
  })
  async companySignIn(
    @Arg('of', () => String, { description: '"acme", or "ada@acme.com".' }) of: string,
    @Ctx() { origin }: RequestContext,
  ): Promise<typeof CompanySignInResult> {
    const outcome = await this.finder.find(of, origin.address)
    if (outcome.kind === 'too-many') return TooManyAttempts.until(outcome.retryAt)
    return CompanySignIns.of({ networks: outcome.networks.map((network) => CompanySignIn.from(network)) })
  }

  @Query(() => CompanySignInToJoin, {
    nullable: true,
    description:
      'The company sign-in that is pending in this browser until it is linked to an account, for ten minutes; null if there is none.',
  })
  async companySignInToJoin(@Ctx() context: RequestContext): Promise<CompanySignInToJoin | null> {
    const waiting = await this.joins.waiting(context.cookies.get('sso'))
    if (!waiting) return null
    const caller = (await ownSession(context)) ?? (await context.ownSignInBeforeSso())
    return CompanySignInToJoin.of({
      network: CompanySignIn.from(waiting.network),
      providerEmail: waiting.email,
      accountEmail: caller?.account.email ?? null,
    })
  }

  @Mutation(() => JoinCompanySignInResult, {
    description:
      'Links the company sign-in that is pending in this browser to the account that is signed in there: a session with fresh evidence, or a sign-in that ended at SsoRequired. From then on, that account can enter the network through the provider.',
  })
  async joinCompanySignIn(@Ctx() context: RequestContext): Promise<typeof JoinCompanySignInResult> {
    const session = await context.session()
    if (session) await context.requireFreshSession()
    const ownSignIn = session ? null : await context.ownSignInBeforeSso()
    const account = (session ?? ownSignIn)?.account
    if (!account) return over()
    try {
      const joined = await this.joins.join(context.cookies.get('sso'), account, context.origin)
      const browser = { id: context.browserId(), origin: context.origin, session, ownSignIn }
      const opened = await this.sessions.open(joined.network._id, joined.account, joined.answer, browser)
      context.continueInSession(opened.caller, opened.token ?? undefined)
      return SignedIn.of({ viewer: new Viewer(opened.caller) })
    } catch (error) {
      if (!(error instanceof SsoFailureError)) throw error
      if (error.reason === 'EXPIRED') return over()
      return CompanySignInRefused.of({ message: refusalText(error.reason), reason: error.reason })
    }
  }
}

async function ownSession(context: RequestContext): Promise<SessionCaller | null> {
  const session = await context.session()
  return session && isOwnSignIn(session.session.evidence, hasTwoFactor(session.account)) ? session : null
}

const over = () =>
  SignInExpired.of({ message: 'This sign-in has expired. Start again with your company sign-in.', wasReplaced: false })

/** For a person whose sign-in by a provider was refused. */
export function refusalText(reason: SsoFailure): string {
  switch (reason) {
    case 'GUEST':
      return 'You are a guest in this network. Guests sign in with their password.'
    case 'NOT_A_MEMBER':
      return 'You are not in this network. Ask one of its Admins to invite you.'
    case 'OTHER_IDENTITY':
      return 'Your account is joined to another company sign-in. Ask an Admin of the network to release it.'
    case 'PROVIDER_DOWN':
    case 'MISCONFIGURED':
    case 'UNVERIFIABLE':
    case 'CLIENT_REFUSED':
    case 'UNTRUSTED':
    case 'DENIED':
    case 'EXPIRED':
    case 'NO_SIGN_IN_TIME':
    case 'OTHER_ACCOUNT':
    case 'OFF':
    case 'BUSY':
    case 'OURS':
      return 'That did not work. Begin again with your company sign-in.'
  }
}
