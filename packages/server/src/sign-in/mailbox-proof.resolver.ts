import { inject } from '@needle-di/core'
import { maskEmail } from '@twinlock/shared/email-address'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { resendAvailableAt } from '../domain/one-time-code.js'
import { forbidden } from '../platform/errors/interruption.js'
import {
  CodeExpired,
  CodeSent,
  InvalidCode,
  SendCodeResult,
  SendCodeTooSoon,
  TooManyAttempts,
} from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { SignedIn, Viewer } from '../sessions/viewer.types.js'
import { MailboxProofService } from '../two-factor/mailbox-proof/mailbox-proof.service.js'
import { SignInService } from './sign-in.service.js'
import { namedSignIn, SignInStep } from './sign-in.types.js'
import { SignInAnswer, signInGone } from './sign-in-answer.js'

/** A sign-in that is named comes first: the browser may have a session beside it. */
async function callerOf(context: RequestContext, signInId: string | null | undefined) {
  return (signInId ? null : await context.session()) ?? (await context.signIn(signInId))
}

@Resolver()
export class MailboxProofResolver {
  constructor(
    private readonly proofs = inject(MailboxProofService),
    private readonly signIns = inject(SignInService),
    private readonly answer = inject(SignInAnswer),
  ) {}

  @Mutation(() => SendCodeResult, {
    description:
      'Mails the 6-digit code that proves the mailbox (at SetUpRequired one has been mailed already). A first factor, while ' +
      "any of the account's networks is closed to it, needs that proof: the set-up mutations answer " +
      'REAUTHENTICATION_REQUIRED with extensions.needs ["MAILBOX"] until then.',
  })
  async sendMailboxCode(
    @Arg('signInId', () => ID, namedSignIn) signInId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<typeof SendCodeResult> {
    const caller = await callerOf(context, signInId)
    if (!caller) return signInGone(context, signInId)
    const outcome = await this.proofs.send(caller)
    switch (outcome.kind) {
      case 'sent':
        return CodeSent.of({
          sentTo: maskEmail(caller.account.email),
          expiresAt: outcome.code.expiresAt,
          resendAvailableAt: resendAvailableAt(outcome.code),
        })
      case 'too-soon':
        return SendCodeTooSoon.of({ message: 'A code was just emailed.', retryAt: outcome.retryAt })
      case 'held':
        return TooManyAttempts.until(outcome.retryAt)
      case 'not-asked':
        throw forbidden('Your account has a second step already: a mailed code is not asked for.')
    }
  }

  @Mutation(() => SignInStep, {
    description:
      'In a sign-in in progress: SetUpRequired again, with mailboxProofRequired false. In a session: SignedIn.',
  })
  async proveMailbox(
    @Arg('code', () => String) code: string,
    @Arg('signInId', () => ID, namedSignIn) signInId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInStep> {
    const caller = await callerOf(context, signInId)
    if (!caller) return signInGone(context, signInId)
    const outcome = await this.proofs.prove(caller, code)
    switch (outcome.kind) {
      case 'proved-in-sign-in':
        return this.answer.to(await this.signIns.progressOf(outcome.caller), context)
      case 'proved-in-session':
        context.continueInSession(outcome.caller)
        return SignedIn.of({ viewer: new Viewer(outcome.caller) })
      case 'wrong':
        return InvalidCode.wrong(outcome)
      case 'code-expired':
        return CodeExpired.of({ message: 'That code has expired. Request a new one.' })
      case 'too-many':
        return TooManyAttempts.because(outcome)
      case 'not-asked':
        return caller.kind === 'sign-in'
          ? this.answer.to(await this.signIns.progressOf(caller), context)
          : SignedIn.of({ viewer: new Viewer(caller) })
    }
  }
}
