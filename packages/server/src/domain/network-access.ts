import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { type Evidence, type ProviderEvidence, provesSecondStep } from './evidence.js'
import { acceptedMethodsAt, type MembershipFacts, type NetworkPolicy, type Standing } from './standing.js'

export type NetworkAccess =
  | { kind: 'open' }
  | { kind: 'needs-second-step'; accepted: FactorMethod[] }
  | { kind: 'needs-set-up'; since: Date }
  | { kind: 'needs-sso' }

/**
 * Whether this session may enter that network: the only place where evidence is weighed.
 * An identity provider vouches for its own network alone; a password for every network that does not insist on SSO.
 */
export function networkAccess(
  networkId: string,
  policy: NetworkPolicy,
  membership: MembershipFacts,
  standing: Standing,
  evidence: readonly Evidence[],
  now: Date,
): NetworkAccess {
  const provider = evidence.find(
    (piece): piece is ProviderEvidence => piece.method === 'IDENTITY_PROVIDER' && piece.networkId === networkId,
  )
  const hasPassword = evidence.some(({ method }) => method === 'PASSWORD')
  if (!provider && !hasPassword) return { kind: 'needs-sso' }
  if (policy.sso?.isRequired && membership.usesSso && membership.role !== 'GUEST' && !provider)
    return { kind: 'needs-sso' }
  if (standing.kind === 'overdue') return { kind: 'needs-set-up', since: standing.since }

  const accepted = acceptedMethodsAt(policy.methods, now)
  const hasSecondStep = provesSecondStep(evidence, accepted, policy.trustedDeviceDays > 0)
  switch (standing.kind) {
    case 'not-required':
    case 'grace':
      return { kind: 'open' }
    case 'satisfied':
      return hasSecondStep || (provider && provesMfa(policy, provider))
        ? { kind: 'open' }
        : { kind: 'needs-second-step', accepted }
    case 'exempt-sso':
      if (!provider) return hasSecondStep ? { kind: 'open' } : { kind: 'needs-sso' }
      return provesMfa(policy, provider) || hasSecondStep ? { kind: 'open' } : { kind: 'needs-second-step', accepted }
  }
}

/** Whether a provider's sign-in counts as a second step under this network's rule. */
export function provesMfa({ sso }: NetworkPolicy, { amr, acr }: ProviderEvidence): boolean {
  if (!sso) return false
  return !sso.requiresProof || [...amr, ...(acr ? [acr] : [])].some((value) => sso.proofValues.includes(value))
}
