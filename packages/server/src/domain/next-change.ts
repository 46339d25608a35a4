import { limits } from '@twinlock/shared/limits'
import type { Evidence } from './evidence.js'
import type { AccessFacts } from './network-access.js'

const HOUR = 3_600_000

/**
 * The next time at which access that is open now may end by itself. Changes may end it sooner; they are evaluated when
 * they happen.
 */
export function nextChangeAt(
  { policy, standing, use }: Pick<AccessFacts, 'policy' | 'standing' | 'use'>,
  evidence: readonly Evidence[],
  now: Date,
): Date | null {
  const { methods, sessionLimit, sso } = policy
  const moments = [
    standing.kind === 'grace' ? standing.deadline : null,
    methods.earlier?.until ?? null,
    sso?.requiredFrom ?? null,
    sso?.proofRequiredFrom ?? null,
    sso?.earlierProof?.until ?? null,
    sso?.endsAt ?? null,
    ...evidence.flatMap(({ method, at }) => [
      ...(method === 'IDENTITY_PROVIDER' || method === 'OWNER_ENTRY' ? [after(at, limits.providerWordLifetime)] : []),
      ...(sessionLimit ? [after(at, sessionLimit.hours * HOUR)] : []),
    ]),
    sessionLimit ? after(use.lastSeenAt, sessionLimit.idleHours * HOUR) : null,
  ]
  const coming = moments.filter((moment): moment is Date => moment !== null && moment > now)
  return coming.length > 0 ? new Date(Math.min(...coming.map(Number))) : null
}

const after = (at: Date, ms: number) => new Date(at.getTime() + ms)
