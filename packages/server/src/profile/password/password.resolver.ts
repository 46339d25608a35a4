import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { accountOvertaken } from '../../platform/errors/interruption.js'
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import {
  ChangePasswordInput,
  ChangePasswordResult,
  PasswordChanged,
  PasswordResetPreview,
  PasswordResetPreviewResult,
  PasswordResetResult,
  PasswordResetSent,
  ResetLinkExpired,
  ResetPasswordInput,
  ResetPasswordResult,
} from './password.types.js'
import { PasswordChangeService } from './password-change.service.js'
import { PasswordResetService } from './password-reset.service.js'

@Resolver()
export class PasswordResolver {
  constructor(
    private readonly resets = inject(PasswordResetService),
    private readonly changes = inject(PasswordChangeService),
  ) {}

  @Mutation(() => PasswordResetResult, {
    description: 'Mails a link (30 minutes, one use). Same answer whether or not the address has an account.',
  })
  async requestPasswordReset(
    @Arg('email', () => String) email: string,
    @Ctx() { origin }: RequestContext,
  ): Promise<typeof PasswordResetResult> {
    const outcome = await this.resets.request(email, origin)
    switch (outcome.kind) {
      case 'sent':
        return PasswordResetSent.of({ email: outcome.email, expiresAt: outcome.expiresAt })
      case 'invalid':
        return InvalidInput.because({ email: 'Write the address like name@example.com.' })
      case 'too-many':
        return TooManyAttempts.until(outcome.retryAt)
    }
  }

  @Mutation(() => PasswordResetPreviewResult, {
    description:
      'Returns whose password a mailed link sets, without using the link up. It is a mutation so that the token is never in a URL.',
  })
  async passwordResetPreview(
    @Arg('token', () => String, { description: "The token from the link: the part after '#token='." }) token: string,
  ): Promise<typeof PasswordResetPreviewResult> {
    const found = await this.resets.preview(token)
    return found ? PasswordResetPreview.of(found) : linkExpired()
  }

  @Mutation(() => ResetPasswordResult, {
    description: 'Ends every session; the next sign-in still asks for the second step.',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput,
    @Ctx() { origin }: RequestContext,
  ): Promise<typeof ResetPasswordResult> {
    const outcome = await this.resets.reset(input.token, input.password, origin)
    switch (outcome.kind) {
      case 'changed':
        return PasswordChanged.of({ changedAt: outcome.at })
      case 'weak':
        return InvalidInput.because({ password: outcome.problem })
      case 'link-expired':
        return linkExpired()
    }
  }

  @Mutation(() => ChangePasswordResult, {
    description: "Changes the account's password. Needs fresh evidence. The account's other sessions end.",
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangePasswordResult> {
    const outcome = await this.changes.change(await context.requireFreshSession(), input.newPassword, context.origin)
    switch (outcome.kind) {
      case 'changed':
        context.continueInSession(outcome.caller)
        return PasswordChanged.of({ changedAt: outcome.at })
      case 'weak':
        return InvalidInput.because({ newPassword: outcome.problem })
      case 'overtaken':
        throw accountOvertaken()
    }
  }
}

function linkExpired(): ResetLinkExpired {
  return ResetLinkExpired.of({ message: 'This link has expired or was already used. Request a new one.' })
}
