import { inject } from '@needle-di/core'
import { Arg, Ctx, createUnionType, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { EmailAddressScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { CodeExpired, InvalidCode, InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import { ResetLinkExpired } from '../../profile/password/password.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { ConfirmEmailChangeService } from './confirm-email-change.service.js'
import { EmailChangeService } from './email-change.service.js'
import { EmailUndoService } from './email-undo.service.js'

@InputType({ description: 'Another address for the signed-in account.' })
export class ChangeEmailInput {
  @Field(() => String, { description: 'The new address.' })
  email!: string
}

@ObjectType({
  description:
    'A code was sent to the new address. If that address has an account, its owner is notified instead; this answer is the same.',
})
export class EmailChangeCodeSent extends GraphqlObject {
  @Field(() => EmailAddressScalar, { description: 'Where to look for the code.' })
  email!: string
}

@ObjectType({
  description:
    'The account has the new address. The former one gets a link that undoes the change for 7 days, and every notice until then.',
})
export class EmailChanged extends GraphqlObject {
  @Field(() => Viewer, { description: 'The account with its new address.' })
  viewer!: Viewer
}

@ObjectType({
  description:
    'The former address is back, with the methods that the account had before the change. Everyone is signed out of it, and a link to choose a new password was mailed to the address.',
})
export class EmailChangeUndone extends GraphqlObject {
  @Field(() => EmailAddressScalar, { description: 'The address that the account has again.' })
  email!: string
}

export const ChangeEmailResult = createUnionType({
  name: 'ChangeEmailResult',
  description: 'What became of the request for another address.',
  types: () => [EmailChangeCodeSent, InvalidInput, TooManyAttempts] as const,
})
export const ConfirmEmailChangeResult = createUnionType({
  name: 'ConfirmEmailChangeResult',
  description: 'What became of the code that proves the new address.',
  types: () => [EmailChanged, InvalidCode, CodeExpired, TooManyAttempts] as const,
})
export const UndoEmailChangeResult = createUnionType({
  name: 'UndoEmailChangeResult',
  description: 'What became of the link that undoes a change of the address.',
  types: () => [EmailChangeUndone, ResetLinkExpired] as const,
})

@Resolver()
export class EmailChangeResolver {
  constructor(
    private readonly changes = inject(EmailChangeService),
    private readonly confirming = inject(ConfirmEmailChangeService),
    private readonly undos = inject(EmailUndoService),
  ) {}

  @Mutation(() => ChangeEmailResult, {
    description:
      'Sends a code to the new address. Needs fresh evidence. The answer does not tell whether that address has an account. ' +
      'InvalidInput for an address that a company looks after, and for 7 days after a change.',
  })
  async changeEmail(
    @Arg('input', () => ChangeEmailInput) { email }: ChangeEmailInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeEmailResult> {
    const outcome = await this.changes.begin(await context.requireFreshSession(), email, context.origin)
    switch (outcome.kind) {
      case 'sent':
        return EmailChangeCodeSent.of({ email: outcome.email })
      case 'invalid':
        return InvalidInput.because({ email: outcome.problem })
      case 'too-many':
        return TooManyAttempts.because(outcome)
    }
  }

  @Mutation(() => ConfirmEmailChangeResult, {
    description: 'Changes the address by the code that was mailed to the new one. The other sessions end.',
  })
  async confirmEmailChange(
    @Arg('code', () => String, { description: 'Six digits.' }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmEmailChangeResult> {
    const outcome = await this.confirming.confirm(await context.requireOwnSignIn(), code, context.origin)
    switch (outcome.kind) {
      case 'changed':
        context.continueInSession(outcome.caller)
        return EmailChanged.of({ viewer: new Viewer(outcome.caller) })
      case 'wrong':
        return InvalidCode.wrong(outcome)
      case 'expired':
        return CodeExpired.of({ message: 'That code has expired. Request a new one.' })
      case 'too-many':
        return TooManyAttempts.because(outcome)
    }
  }

  @Mutation(() => UndoEmailChangeResult, {
    description:
      'Gives an account back its former address, by the link that was mailed there; works once within 7 days, signed out too. ' +
      'Puts back the methods of before, ends every session, device, key and deletion, and signs nobody in.',
  })
  async undoEmailChange(
    @Arg('token', () => String, { description: "The token from the link: the part after '#token='." }) token: string,
    @Ctx() { origin }: RequestContext,
  ): Promise<typeof UndoEmailChangeResult> {
    const outcome = await this.undos.undo(token, origin)
    return outcome.kind === 'undone'
      ? EmailChangeUndone.of({ email: outcome.email })
      : ResetLinkExpired.of({ message: 'This link was already used, or its 7 days have passed.' })
  }
}
