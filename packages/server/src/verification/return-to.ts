import type { VerificationDocument } from './verification.model.js'

/** The app's address with what it needs to find its asking again, and nothing that proves anything. */
export function returnToOf({ _id, returnUrl, state }: VerificationDocument): string {
  const url = new URL(returnUrl)
  url.searchParams.set('verification', _id)
  if (state !== null) url.searchParams.set('state', state)
  return url.href
}
