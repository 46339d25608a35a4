import { type FactorMethod, factorMethods, type SecondStepMethod } from '@twinlock/shared/vocabulary'
import { type Evidence, secondStepsIn } from './evidence.js'
import type { Standing } from './standing.js'

export interface AccountFacts {
  factors: readonly FactorMethod[]
  preferredMethod: FactorMethod | null
  backupCodesLeft: number
}

export interface DoorFacts {
  networkId: string
  standing: Standing
  /** Only the identity provider opens it for this member. */
  needsSso: boolean
}

export type NextSignInStep =
  | { kind: 'signed-in' }
  | { kind: 'second-step'; methods: SecondStepMethod[]; preferred: SecondStepMethod }
  /** A first factor has to be set up: these networks are closed until then. */
  | { kind: 'set-up'; closed: string[]; open: string[] }
  /** Every network of the account is opened by an identity provider alone. */
  | { kind: 'sso'; networkId: string }

/** What comes after what was proved so far. Once an account has 2FA, the second step is asked before all else. */
export function nextSignInStep(
  account: AccountFacts,
  doors: readonly DoorFacts[],
  evidence: readonly Evidence[],
): NextSignInStep {
  const hasTwoFactor = account.factors.length > 0
  const trusted = evidence.some(({ method }) => method === 'TRUSTED_DEVICE')
  if (hasTwoFactor && !trusted && secondStepsIn(evidence).length === 0)
    return { kind: 'second-step', ...secondStepChoice(account) }

  const ssoDoor = onlySsoDoor(doors)
  if (ssoDoor) return { kind: 'sso', networkId: ssoDoor.networkId }
  if (hasTwoFactor) return { kind: 'signed-in' }

  const closed = doors.filter((door) => door.standing.kind === 'overdue')
  if (closed.length === 0) return { kind: 'signed-in' }
  // A password does not open what only the identity provider opens: that is no way around the set-up.
  const open = doors.filter((door) => door.standing.kind !== 'overdue' && !door.needsSso)
  return { kind: 'set-up', closed: closed.map((door) => door.networkId), open: open.map((door) => door.networkId) }
}

/** The door whose provider goes on from here, where nothing else opens any of the account's; null otherwise. */
export function onlySsoDoor<T extends Pick<DoorFacts, 'needsSso'>>(doors: readonly T[]): T | null {
  return doors.every((door) => door.needsSso) ? (doors[0] ?? null) : null
}

/** The ways to do the second step, the preferred one first. */
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
