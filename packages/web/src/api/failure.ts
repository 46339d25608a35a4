import type { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import type { InterruptionCode } from '@twinlock/shared/vocabulary'

/** A problem that a form cannot fix, shown where the person is looking. */
export type Failure =
  | { kind: 'offline' }
  | { kind: 'busy'; retryAt: string | null }
  | { kind: 'forbidden' }
  | { kind: 'missing' }
  | { kind: 'unconfirmed' }
  | { kind: 'unexpected' }

/** The operation gave way: the person was led elsewhere, or chose not to confirm. Nothing is to be shown. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  /** @param isLedAway another page is on its way: nothing is to be asked on this one */
  constructor(readonly isLedAway: boolean) {
    super()
  }
}

/** @returns null when there is nothing to show. */
export function failureOf(error: unknown): Failure | null {
  if (error === undefined || error === null || error instanceof Interrupted) return null
  if (isGraphQLErrors(error)) return failureOfCode(error)
  if (isServerError(error)) return error.statusCode === 503 ? { kind: 'busy', retryAt: null } : { kind: 'unexpected' }
  // fetch rejects with a TypeError alone when nothing answered.
  return error instanceof TypeError ? { kind: 'offline' } : { kind: 'unexpected' }
}

/** The code of the error channel, where the answer carries one. */
export function interruptionCodeOf(error: unknown): InterruptionCode | undefined {
  if (!isGraphQLErrors(error)) return undefined
  return error.errors[0]?.extensions?.code as InterruptionCode | undefined
}

function failureOfCode(error: CombinedGraphQLErrors): Failure {
  switch (interruptionCodeOf(error)) {
    case 'RATE_LIMITED': {
      const retryAt = error.errors[0]?.extensions?.retryAt
      return { kind: 'busy', retryAt: typeof retryAt === 'string' ? retryAt : null }
    }
    case 'UNAVAILABLE':
      return { kind: 'busy', retryAt: null }
    case 'FORBIDDEN':
      return { kind: 'forbidden' }
    case 'NOT_FOUND':
      return { kind: 'missing' }
    case 'SSO_REQUIRED':
      return { kind: 'unconfirmed' }
    default:
      return { kind: 'unexpected' }
  }
}

// By their names: importing the classes would load Apollo Client with the sign-in page.
function isGraphQLErrors(error: unknown): error is CombinedGraphQLErrors {
  return error instanceof Error && error.name === 'CombinedGraphQLErrors'
}

function isServerError(error: unknown): error is ServerError {
  return error instanceof Error && error.name === 'ServerError'
}
