import 'reflect-metadata'
import { factorMethods, roles, twoFactorStandings } from '@twinlock/shared/vocabulary'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protectionOf } from '../../domain/protection.js'
import { type NetworkPolicy, standingOf } from '../../domain/standing.js'
import { standingNameOf } from '../../memberships/membership.types.js'
import { type StandingFilter, standingFilter } from './member-where.js'

// Few moments, close together: equal ones and neighbours by a millisecond are what goes wrong.
const moment = fc.integer({ min: 0, max: 6 }).map((ms) => new Date(1_750_000_000_000 + ms))
const someMethods = fc.subarray([...factorMethods])
const policyOfAnyKind: fc.Arbitrary<NetworkPolicy> = fc.record({
  mandate: fc.option(
    fc.record({
      activationId: fc.constantFrom('a', 'b'),
      activatedBy: fc.constant({ accountId: 'x', name: 'X' }),
      activatedAt: moment,
      deadline: moment,
      coversJoinsUntil: moment,
    }),
  ),
  methods: fc.record({
    accepted: someMethods,
    earlier: fc.option(fc.record({ accepted: someMethods, until: moment })),
  }),
  trustedDeviceDays: fc.constant(0),
  allowsPasskeySignIn: fc.constant(true),
  sessionLimit: fc.constant(null),
  sso: fc.option(
    fc.record({
      issuer: fc.constant('i'),
      requiredFrom: fc.constant(null),
      proofRequiredFrom: fc.constant(null),
      proofValues: fc.constant([]),
      earlierProof: fc.constant(null),
      endsAt: fc.option(moment),
    }),
  ),
})
const anybody = fc.record({
  role: fc.constantFrom(...roles),
  joinedAt: moment,
  extendedUntil: fc.option(moment),
  extendedIn: fc.constantFrom('a', 'b', null),
  usesSso: fc.boolean(),
  methods: someMethods,
})

function finds(
  { protections, time }: StandingFilter,
  person: { protection: number; joinedAt: Date; extendedUntil: Date | null; extendedIn: string | null },
): boolean {
  if (!protections.includes(person.protection)) return false
  if (!time) return true
  const isLeft =
    (person.extendedUntil !== null && person.extendedUntil > time.now && person.extendedIn === time.activationId) ||
    (time.joinedUntil !== null && person.joinedAt <= time.joinedUntil) ||
    time.earlierProtections.includes(person.protection)
  return isLeft === time.isLeft
}

test('filtering by a standing finds exactly the members who have it, at any time and under any policy', () => {
  fc.assert(
    fc.property(policyOfAnyKind, anybody, moment, (policy, person, now) => {
      // No member joined in the future.
      fc.pre(person.joinedAt <= now)
      const { methods, role, usesSso, joinedAt, extendedUntil, extendedIn } = person
      const standing = standingNameOf(standingOf(policy, person, methods, now))
      const protection = protectionOf(methods, usesSso, role)
      for (const wanted of twoFactorStandings) {
        const found = finds(standingFilter(wanted, policy, now), { protection, joinedAt, extendedUntil, extendedIn })
        expect(found, `${standing} filtered by ${wanted}`).toBe(wanted === standing)
      }
    }),
    { numRuns: 3_000 },
  )
})
