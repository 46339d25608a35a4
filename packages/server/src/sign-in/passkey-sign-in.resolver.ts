import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { InvalidCredentials, SignInExpired } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { PasskeyChallenge, PasskeyChallengeResult } from '../two-factor/passkey/passkey-challenge.types.js'
import { PasskeySignInService } from './passkey-sign-in.service.js'
import { SignInStep } from './sign-in.types.js'
import { SignInAnswer } from './sign-in-answer.js'

@Resolver()
export class PasskeySignInResolver {
  constructor(
    private readonly passkeys = inject(PasskeySignInService),
    private readonly answer = inject(SignInAnswer),
  ) {}

  @Mutation(() => PasskeyChallengeResult, {
    description:
      'Asks for a passkey that signs in alone, before an account is named; NOT_FOUND where browsers make none. The ' +
      'options name no passkey, so the browser offers every one it has for this site, also in the email field ' +
      '(mediation: conditional). The answer counts in this browser alone, once.',
  })
  async beginPasskeySignIn(@Ctx() context: RequestContext): Promise<typeof PasskeyChallengeResult> {
    const { cookie, ...challenge } = await this.passkeys.begin()
    context.cookies.set('passkey', cookie)
    return PasskeyChallenge.of(challenge)
  }

  @Mutation(() => SignInStep, {
    description:
      'Signs in with a passkey alone: it has checked the person, which counts as password and second step. A network may ' +
      'ask for the password as well, and one that requires its company sign-in still does. InvalidCredentials when no ' +
      'passkey of an account made the answer; SignInExpired when it answers no challenge of this browser. Nothing is ' +
      'counted against an account.',
  })
  async signInWithPasskey(
    @Arg('response', () => String, {
      description: 'AuthenticationResponseJSON (WebAuthn 5.1): what navigator.credentials.get brought back.',
    })
    response: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInStep> {
    const { origin, cookies } = context
    const browser = { origin, id: context.browserId(), deviceCookie: undefined }
    const outcome = await this.passkeys.signIn(cookies.get('passkey'), response, browser)
    switch (outcome.kind) {
      case 'challenge-expired':
        return SignInExpired.of({ message: 'The request for a passkey has expired. Try again.', wasReplaced: false })
      case 'invalid-passkey':
        return InvalidCredentials.of({
          message: 'That passkey doesn’t belong to an account here. Sign in with your email and password.',
        })
      default:
        cookies.clear('passkey')
        return this.answer.to(outcome, context)
    }
  }
}
