import { type FactorMethod, factorMethods, type SecondStepMethod } from '@twinlock/shared/vocabulary'
import { type Evidence, secondStepsIn } from './evidence.js'
import type { Standing } from './standing.js'

export interface AccountFacts {
  factors: readonly FactorMethod[]
  preferredMethod: FactorMethod | null
  backupCodesLeft: number
}

export interface NetworkFacts {
  networkId: string
  standing: Standing
  /** This member needs the identity provider to access it. */
  needsSso: boolean
}

export type NextSignInStep =
  | { kind: 'signed-in' }
  | { kind: 'second-step'; methods: SecondStepMethod[]; preferred: SecondStepMethod }
  /** A method has to be set up: these networks are closed until then. */
  | { kind: 'set-up'; closed: string[]; open: string[] }
  /** Every network of the account requires an identity provider. */
  | { kind: 'sso'; networkId: string }

/** The next step of a sign-in. If the account has 2FA, the second step comes first. */
export function nextSignInStep(
  account: AccountFacts,
  joinedNetworks: readonly NetworkFacts[],
  evidence: readonly Evidence[],
): NextSignInStep {
  const hasTwoFactor = account.factors.length > 0
  const trusted = evidence.some(({ method }) => method === 'TRUSTED_DEVICE')
  if (hasTwoFactor && !trusted && secondStepsIn(evidence).length === 0)
    return { kind: 'second-step', ...secondStepChoice(account) }

  const ssoNetwork = onlySsoNetwork(joinedNetworks)
  if (ssoNetwork) return { kind: 'sso', networkId: ssoNetwork.networkId }
  if (hasTwoFactor) return { kind: 'signed-in' }

  const closed = joinedNetworks.filter((joined) => joined.standing.kind === 'overdue')
  if (closed.length === 0) return { kind: 'signed-in' }
  // A network that requires its identity provider is not accessible by password, and so no alternative to the set-up.
  const open = joinedNetworks.filter((joined) => joined.standing.kind !== 'overdue' && !joined.needsSso)
  return {
    kind: 'set-up',
    closed: closed.map((joined) => joined.networkId),
    open: open.map((joined) => joined.networkId),
  }
}

/** The network to continue with, if all of the account's networks require a provider; null otherwise. */
export function onlySsoNetwork<T extends Pick<NetworkFacts, 'needsSso'>>(joinedNetworks: readonly T[]): T | null {
  return joinedNetworks.every((joined) => joined.needsSso) ? (joinedNetworks[0] ?? null) : null
}

/** The methods for the second step, the preferred one first. */
export function secondStepChoice(account: AccountFacts): { methods: SecondStepMethod[]; preferred: SecondStepMethod } {
  const owned = factorMethods.filter((method) => account.factors.includes(method))
  const preferred = owned.find((method) => method === account.preferredMethod) ?? owned[0] ?? 'BACKUP_CODE'
  return {
    methods: [
      ...new Set<SecondStepMethod>([
        preferred,
        ...owned,
        ...(account.backupCodesLeft > 0 ? ['BACKUP_CODE' as const] : []),
      ]),
    ],
    preferred,
  }
}
