import { isFirstStep } from '../domain/evidence.js'
import { reauthenticationRequired } from '../platform/errors/interruption.js'
import type { SessionCaller } from '../sessions/caller.js'

/**
 * Joining and leaving are acts of the account itself. A session that a network's identity provider alone vouches for
 * speaks for that network, not for the account: the person shows their password first, where they have one.
 * @throws Interruption REAUTHENTICATION_REQUIRED
 */
export function requireOwnAct(caller: SessionCaller): SessionCaller {
  const hasShown = caller.session.evidence.some(isFirstStep)
  if (caller.account.passwordHash !== null && !hasShown) throw reauthenticationRequired(['PASSWORD'])
  return caller
}
