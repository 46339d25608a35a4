import { createHash } from 'node:crypto'
import type { SessionCaller } from '../../sessions/caller.js'

/**
 * Whom the provider knows: an account in one of its sessions. So everything it issues carries the session whose evidence
 * is asked again at each use, and ends with it.
 */
export interface Subject {
  accountId: string
  sessionId: string
}

export function subjectIdOf({ account, session }: SessionCaller): string {
  return `${account._id}~${session.publicId}`
}

export function parseSubject(id: string): Subject | null {
  const [accountId, sessionId, ...rest] = id.split('~')
  return accountId && sessionId && rest.length === 0 ? { accountId, sessionId } : null
}

/**
 * The `sub` that the apps of one network know an account by (OpenID Connect Core 8.1): the same in all of them, another
 * one in each network. Account ids are random, so that nobody comes back from a `sub` to one. They are no secret: who
 * sees them in one network, by its webhooks or keys, and knows the id of another can tell who is who there.
 */
export function pairwiseSubject(networkId: string, subjectId: string): string {
  const accountId = parseSubject(subjectId)?.accountId ?? subjectId
  return createHash('sha256').update(`pairwise\n${networkId}\n${accountId}`).digest('base64url')
}

/** As the standards count time. */
export const secondsOf = (moment: Date) => Math.floor(moment.getTime() / 1000)
