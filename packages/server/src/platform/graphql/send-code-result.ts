import { createUnionType } from 'type-graphql'
import { CodeSent, DeliveryFailed, SendCodeTooSoon, SignInExpired, TooManyAttempts } from './user-error.types.js'

export const SendCodeResult = createUnionType({
  name: 'SendCodeResult',
  description: 'What became of a code that was to be sent.',
  types: () => [CodeSent, SendCodeTooSoon, TooManyAttempts, SignInExpired, DeliveryFailed] as const,
})
