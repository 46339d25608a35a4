import { type FactorMethod, factorMethods, type Role } from '@twinlock/shared/vocabulary'
import { activeSso } from './sso-policy.js'
import type { NetworkPolicy } from './standing.js'

const bitOf = { SMS: 1, AUTHENTICATOR_APP: 2, PASSKEY: 4 } as const satisfies Record<FactorMethod, number>
const companySignIn = 8

/** Every value a protection can have, the least protected first: none, texts alone, an app, …, company sign-in. */
export const protections: readonly number[] = Array.from({ length: 16 }, (_, value) => value)

/**
 * How somebody is protected, as one number: what a listing is ordered, filtered and counted by, whatever the network
 * accepts at the moment. It says nothing about who gets in.
 */
export function protectionOf(methods: readonly FactorMethod[], usesSso: boolean, role: Role): number {
  const bits = methods.reduce((sum, method) => sum | bitOf[method], 0)
  return usesSso && role !== 'GUEST' ? bits | companySignIn : bits
}

export function hasMethod(protection: number, method: FactorMethod): boolean {
  return (protection & bitOf[method]) !== 0
}

export function methodsIn(protection: number): FactorMethod[] {
  return factorMethods.filter((method) => hasMethod(protection, method))
}

/** The three parts that exclude each other and make up a whole network. */
export const parts = ['protected', 'company-sign-in', 'not-yet'] as const
export type Part = (typeof parts)[number]

/** Where somebody counts under a policy; the same order of questions as `standingOf`. */
export function partOf(protection: number, { sso, methods }: Pick<NetworkPolicy, 'sso' | 'methods'>, now: Date): Part {
  if (activeSso(sso, now) && (protection & companySignIn) !== 0) return 'company-sign-in'
  return methods.accepted.some((method) => hasMethod(protection, method)) ? 'protected' : 'not-yet'
}
