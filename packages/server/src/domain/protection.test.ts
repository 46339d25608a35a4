import { factorMethods, roles } from '@twinlock/shared/vocabulary'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf, methodsIn, partOf, protectionOf, protections } from './protection.js'
import { standingOf } from './standing.js'

const someMethods = fc.subarray([...factorMethods])
const now = new Date('2026-05-12T10:00:00.000Z')
const sso = { issuer: 'i', requiredFrom: null, proofRequiredFrom: null, proofValues: [], earlierProof: null }
const anySso = fc.constantFrom(
  null,
  { ...sso, endsAt: null },
  { ...sso, endsAt: now },
  { ...sso, endsAt: new Date(now.getTime() + 1) },
)

test('a protection names the methods of a member', () => {
  fc.assert(
    fc.property(someMethods, fc.boolean(), fc.constantFrom(...roles), (methods, usesSso, role) => {
      const protection = protectionOf(methods, usesSso, role)
      expect(protections).toContain(protection)
      expect(methodsIn(protection)).toEqual(factorMethods.filter((method) => methods.includes(method)))
    }),
  )
})

test('a member is counted in the same state in which access is decided', () => {
  fc.assert(
    fc.property(someMethods, someMethods, fc.boolean(), anySso, fc.constantFrom(...roles), (...facts) => {
      const [methods, accepted, usesSso, sso, role] = facts
      const policy = {
        mandate: { activationId: 'a', activatedAt: now, activatedBy: { accountId: 'x', name: 'X' }, deadline: now },
        methods: { accepted, earlier: null },
        trustedDeviceDays: 0,
        allowsPasskeySignIn: true,
        sessionLimit: null,
        sso,
      }
      const membership = { role, joinedAt: now, extendedUntil: null, extendedIn: null, usesSso }
      const { kind } = standingOf(policy, membership, methods, now)
      const part = partOf(protectionOf(methods, usesSso, role), policy, now)
      expect(part).toBe(
        { satisfied: 'protected', 'exempt-sso': 'company-sign-in', overdue: 'not-yet' }[kind as 'overdue'],
      )
    }),
  )
})

test('total = withTwoFactor + sso + without, under every policy', () => {
  const counts = fc.array(
    fc.record({ protection: fc.constantFrom(...protections), isGuest: fc.boolean(), count: fc.nat(1_000) }),
  )
  fc.assert(
    fc.property(counts, someMethods, anySso, (given, accepted, sso) => {
      const coverage = coverageOf(given, { sso, methods: { accepted, earlier: null } }, now)
      expect(coverage.total).toBe(given.reduce((sum, { count }) => sum + count, 0))
      expect(coverage.total).toBe(coverage.withTwoFactor + coverage.sso + coverage.without)
      expect(coverage.guestsWithout).toBeLessThanOrEqual(coverage.without)
    }),
  )
})
