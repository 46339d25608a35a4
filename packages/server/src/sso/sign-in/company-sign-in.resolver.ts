import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import { isOwnSignIn } from '../../domain/evidence.js'
import { SignInExpired, TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { SignedIn, Viewer } from '../../sessions/viewer.types.js'
import { CompanySignInService } from '../find/company-sign-in.service.js'
import { SsoFailureError } from '../provider/sso-failure.js'
import {
  CompanySignIn,
  CompanySignInRefused,
  CompanySignInResult,
  CompanySignIns,
  CompanySignInToJoin,
  JoinCompanySignInResult,
} from './company-sign-in.types.js'
import { JoinsService } from './joins.service.js'
import { refusalText } from './refusal-texts.js'
import { SsoSessionsService } from './sso-sessions.service.js'

@Resolver()
export class CompanySignInResolver {
  constructor(
    private readonly finder = inject(CompanySignInService),
    private readonly joins = inject(JoinsService),
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
