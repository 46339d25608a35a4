import type { AttemptRemedy, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, Int, InterfaceType, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from './common.types.js'
import { AttemptRemedyEnum } from './enums.js'

@InterfaceType({ description: 'A problem that the user can fix in the same form.' })
export abstract class UserError extends GraphqlObject {
  @Field(() => String, { description: 'What to do, as a sentence that can be shown to the user.' })
  message!: string
}

@ObjectType({ description: 'One field of the input that needs another value.' })
export class FieldProblem extends GraphqlObject {
  @Field(() => String, { description: 'The name of the field.' })
  field!: string
  @Field(() => String, { description: 'What it needs, in words.' })
  message!: string
}

@ObjectType({ implements: UserError, description: 'Some fields need another value; nothing was done.' })
export class InvalidInput extends UserError {
  @Field(() => [FieldProblem], { description: 'Each field with its problem.' })
  fields!: FieldProblem[]

  static because(problems: Record<string, string>): InvalidInput {
    const fields = Object.entries(problems).map(([field, message]) => FieldProblem.of({ field, message }))
    return InvalidInput.of({ message: fields.map((problem) => problem.message).join(' '), fields })
  }

  /** Another Admin's change came first: what was decided here may not fit what is there now. */
  static overtaken(): InvalidInput {
    return InvalidInput.because({ overtaken: 'Another Admin changed this a moment ago. Check it, then decide again.' })
  }
}

const wordsOf: Record<AttemptRemedy, string> = {
  WAIT: 'Too many tries. Wait a while, then try again.',
  BEGIN_AGAIN: 'No tries are left here. Begin again.',
  RESET_PASSWORD: 'Too many wrong codes within 90 days. Choose a new password at /forgot-password to go on.',
}

@ObjectType({ implements: UserError, description: 'Too many tries; even the right answer is refused until then.' })
export class TooManyAttempts extends UserError {
  @Field(() => DateTimeScalar, { description: 'When to try again.' })
  retryAt!: Date
  @Field(() => AttemptRemedyEnum, { description: 'What helps sooner, if anything does.' })
  remedy!: AttemptRemedy

  static until(retryAt: Date, message = wordsOf.WAIT): TooManyAttempts {
    return TooManyAttempts.of({ message, retryAt, remedy: 'WAIT' })
  }

  static because(
    { retryAt, remedy }: { retryAt: Date; remedy: AttemptRemedy },
    message = wordsOf[remedy],
  ): TooManyAttempts {
    return TooManyAttempts.of({ message, retryAt, remedy })
  }
}

@ObjectType({ implements: UserError, description: 'The email address and the password do not go together.' })
export class InvalidCredentials extends UserError {}

@ObjectType({ implements: UserError, description: 'The code was not right.' })
export class InvalidCode extends UserError {
  @Field(() => Int, { description: '4 after the first wrong guess, 0 after the fifth; the sixth is TooManyAttempts.' })
  attemptsLeft!: number
  @Field(() => Boolean, { description: 'It was right, and is used up: wait for the next one.' })
  alreadyUsed!: boolean
  @Field(() => Int, {
    nullable: true,
    description: "How far the phone's clock is ahead (negative: behind), in seconds, when the code is of another time.",
  })
  clockOffsetSeconds!: number | null
  @Field(() => Boolean, { description: 'The code was right but has expired: request a new one.' })
  isOver!: boolean

  static over(attemptsLeft: number): InvalidCode {
    return InvalidCode.of({
      message: 'That code has expired. Request a new one.',
      attemptsLeft,
      alreadyUsed: false,
      clockOffsetSeconds: null,
      isOver: true,
    })
  }

  static wrong(guess: {
    attemptsLeft: number
    alreadyUsed?: boolean
    clockOffsetSeconds?: number | null
    method?: SecondStepMethod | null
  }): InvalidCode {
    const { attemptsLeft, alreadyUsed = false, clockOffsetSeconds = null, method = null } = guess
    return InvalidCode.of({
      message: messageFor({ attemptsLeft, alreadyUsed, clockOffsetSeconds, isPasskey: method === 'PASSKEY' }),
      attemptsLeft,
      alreadyUsed,
      clockOffsetSeconds,
      isOver: false,
    })
  }
}

function messageFor(guess: {
  attemptsLeft: number
  alreadyUsed: boolean
  clockOffsetSeconds: number | null
  isPasskey: boolean
}): string {
  const triesLeft = `${guess.attemptsLeft} ${guess.attemptsLeft === 1 ? 'try' : 'tries'} left.`
  if (guess.isPasskey) return `That passkey was not accepted. ${triesLeft}`
  if (guess.alreadyUsed) return 'Used already. Wait for the next one.'
  if (guess.clockOffsetSeconds) {
    const minutes = Math.max(1, Math.round(Math.abs(guess.clockOffsetSeconds) / 60))
    const unit = minutes === 1 ? 'minute' : 'minutes'
    return `Your phone's clock is about ${minutes} ${unit} ${guess.clockOffsetSeconds > 0 ? 'fast' : 'slow'}. Turn on automatic date and time.`
  }
  if (guess.attemptsLeft === 0) return "That code didn't match, and it was the last try."
  return `That code didn't match. ${triesLeft}`
}

@ObjectType({ implements: UserError, description: 'The code, or the set-up it belongs to, has expired.' })
export class CodeExpired extends UserError {}

@ObjectType({ implements: UserError, description: 'A code was sent moments ago.' })
export class SendCodeTooSoon extends UserError {
  @Field(() => DateTimeScalar, { description: 'When it may be sent again.' })
  retryAt!: Date
}

@ObjectType({ implements: UserError, description: 'The message could not be delivered; another method still works.' })
export class DeliveryFailed extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'The sign-in in progress has expired: start again with the password.',
})
export class SignInExpired extends UserError {
  @Field(() => Boolean, {
    description:
      'True when another sign-in in this browser took its place: the code was not checked, and nothing was counted.',
  })
  wasReplaced!: boolean
}

@ObjectType({ description: 'A code is on its way.' })
export class CodeSent extends GraphqlObject {
  @Field(() => String, { description: 'A masked phone number or address.' })
  sentTo!: string
  @Field(() => DateTimeScalar, { description: 'When the code expires.' })
  expiresAt!: Date
  @Field(() => DateTimeScalar, { description: 'When it may be sent again.' })
  resendAvailableAt!: Date
}

export const SendCodeResult = createUnionType({
  name: 'SendCodeResult',
  description: 'What became of a code that was to be sent.',
  types: () => [CodeSent, SendCodeTooSoon, TooManyAttempts, SignInExpired, DeliveryFailed] as const,
})
