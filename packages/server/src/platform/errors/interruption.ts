import type { InterruptionCode, ReauthenticationNeed } from '@twinlock/shared/vocabulary'

/**
 * An error that interrupts the current task, returned as a GraphQL error with a code. A problem that can be fixed in
 * the same form is a member of the result union instead.
 */
export class Interruption extends Error {
  override name = 'Interruption'
  constructor(
    readonly code: InterruptionCode,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

export const unauthenticated = (message = 'Sign in first.') => new Interruption('UNAUTHENTICATED', message)
/** The request was meant for another account than the one this browser is signed in to. */
export const accountChanged = () =>
  new Interruption('ACCOUNT_CHANGED', 'This browser is signed in to another account now. Reload the page to go on.')
export const forbidden = (message = 'Your role does not allow this.') => new Interruption('FORBIDDEN', message)
/** For an API key: the scope it lacks. */
export const missingScope = (scope: string) =>
  new Interruption('FORBIDDEN', `This API key lacks the scope ${scope}.`, { missingScope: scope })
export const forPeopleOnly = () => new Interruption('FORBIDDEN', 'API keys can’t do this: it needs a person.')
export const notFound = (message = 'Nothing here has that name.') => new Interruption('NOT_FOUND', message)
/** The same, whether there is no such network or the caller is not in it. */
export const networkNotFound = () => notFound('This network doesn’t exist, or you’re not a member.')
export const reauthenticationRequired = (needs: ReauthenticationNeed[], details: Record<string, unknown> = {}) =>
  new Interruption('REAUTHENTICATION_REQUIRED', "Confirm it's you to go on.", { needs, ...details })
export const rateLimited = () => new Interruption('RATE_LIMITED', 'The server is busy. Try again in a few seconds.')
/** The database has no primary: an election is running, or it is unreachable. */
export const unavailable = () =>
  new Interruption('UNAVAILABLE', 'The service cannot answer right now. Try again in a few seconds.', {
    retryAfter: retryAfterSeconds,
  })
/** An election after a crash takes about 12 seconds, a planned one about one. */
export const retryAfterSeconds = 3
/** A concurrent change of the account ended this session, along with all others. */
export const accountOvertaken = () =>
  new Interruption('UNAUTHENTICATED', 'Your account was just changed elsewhere. Sign in again.')
