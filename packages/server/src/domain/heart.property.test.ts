import { DAY, HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { type FactorMethod, factorMethods, roles, secondStepMethods } from '@twinlock/shared/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttemptState, checkAttempts, noAttempts } from './attempt-limit.js'
import { confirmedUntil, type Evidence, isOwnSignIn, missingFreshEvidence, secondStepsIn } from './evidence.js'
import { networkAccess } from './network-access.js'
import { passwordRetryAt } from './password-delay.js'
import { nextSignInStep } from './sign-in-step.js'
import { retryAtOf, type SlidingLimit } from './sliding-limit.js'
import type { SsoPolicy } from './sso-policy.js'
import { type MembershipFacts, type NetworkPolicy, standingOf } from './standing.js'
import { trustedDeviceDays } from './trusted-devices.js'

const EPOCH = Date.parse('2026-05-12T10:00:00.000Z')
const moment = fc.integer({ min: -100 * DAY, max: 100 * DAY }).map((ms) => new Date(EPOCH + ms))
const methods = fc.subarray([...factorMethods])
const own = fc.record({
  method: fc.constantFrom('PASSWORD' as const, ...secondStepMethods, 'MAILBOX' as const, 'TRUSTED_DEVICE' as const),
  at: moment,
})
const networkId = fc.constantFrom('net_1', 'net_2')
const issuer = fc.constantFrom('https://one.example', 'https://two.example')
const proofValues = fc.subarray(['mfa', 'hwk', 'urn:level:2'])
const word = fc.record({
  method: fc.constant('IDENTITY_PROVIDER' as const),
  at: moment,
  networkId,
  issuer,
  subject: fc.constant('ada'),
  amr: fc.subarray(['pwd', 'mfa', 'hwk']),
  acr: fc.option(fc.constantFrom('urn:level:1', 'urn:level:2')),
  authTime: fc.option(moment),
  sid: fc.constant(null),
})
const verifiedPasskey = fc.record({
  method: fc.constant('PASSKEY' as const),
  at: moment,
  userVerified: fc.constant(true as const),
})
const ownerEntry = fc.record({ method: fc.constant('OWNER_ENTRY' as const), at: moment, networkId })
const piece: fc.Arbitrary<Evidence> = fc.oneof({ weight: 3, arbitrary: own }, verifiedPasskey, word, ownerEntry)
const evidence = fc.array(piece, { maxLength: 5 })
const sso: fc.Arbitrary<SsoPolicy> = fc.record({
  issuer,
  requiredFrom: fc.option(moment),
  proofRequiredFrom: fc.option(moment),
  proofValues,
  earlierProof: fc.option(fc.record({ values: proofValues, until: moment })),
  endsAt: fc.option(moment),
})
const mandate = fc
  .record({ activatedAt: moment, grace: fc.integer({ min: 1, max: 720 }) })
  .map(({ activatedAt, grace }) => ({
    activationId: 'act_1',
    activatedAt,
    activatedBy: { accountId: 'acc_1', name: 'Ada' },
    deadline: new Date(activatedAt.getTime() + grace * HOUR),
  }))
const policy: fc.Arbitrary<NetworkPolicy> = fc.record({
  mandate: fc.option(mandate),
  methods: fc.record({ accepted: methods, earlier: fc.option(fc.record({ accepted: methods, until: moment })) }),
  trustedDeviceDays: fc.nat({ max: 40 }),
  allowsPasskeySignIn: fc.boolean(),
  sessionLimit: fc.option(
    fc.record({ hours: fc.integer({ min: 1, max: 336 }), idleHours: fc.integer({ min: 1, max: 72 }) }),
  ),
  sso: fc.option(sso),
})
const membership = fc.record({
  role: fc.constantFrom(...roles),
  joinedAt: moment,
  extendedUntil: fc.option(moment),
  extendedIn: fc.constantFrom('act_0', 'act_1'),
  usesSso: fc.boolean(),
})
/** Under scripts/mutate.mjs the same few cases for each mutant, without shrinking: it only asks whether a test fails. */
const settings = process.env.IS_MUTATED ? { numRuns: 40, seed: 1, endOnFailure: true } : { numRuns: 300 }
const check = <T>(property: fc.IProperty<T>) => fc.assert(property, settings)

describe('a member against the mandate', () => {
  it('once overdue stays overdue, until something about them changes', () => {
    check(
      fc.property(
        policy,
        membership,
        methods,
        moment,
        fc.nat({ max: 200 * DAY }),
        (rule, facts, factors, now, more) => {
          fc.pre(standingOf(rule, facts, factors, now).kind === 'overdue')
          expect(standingOf(rule, facts, factors, new Date(now.getTime() + more)).kind).toBe('overdue')
        },
      ),
    )
  })

  it('gains nothing by leaving and coming back', () => {
    check(
      fc.property(policy, membership, methods, moment, (rule, facts, factors, now) => {
        fc.pre(rule.mandate !== null && now > rule.mandate.activatedAt && rule.methods.earlier === null)
        const back = standingOf(rule, { ...facts, joinedAt: now, extendedUntil: null, usesSso: false }, factors, now)
        expect(['overdue', 'satisfied']).toContain(back.kind)
      }),
    )
  })

  it('is let in by no evidence while overdue; without a password or a verified passkey only by the provider of this very network', () => {
    check(
      fc.property(policy, membership, methods, evidence, moment, (rule, facts, factors, proved, now) => {
        const standing = standingOf(rule, facts, factors, now)
        const access = networkAccess(
          { networkId: 'net_1', policy: rule, membership: facts, standing, factors, use: { lastSeenAt: now } },
          proved,
          now,
        )
        if (standing.kind === 'overdue') expect(access.kind).not.toBe('open')
        const isVouchedFor =
          facts.usesSso &&
          facts.role !== 'GUEST' &&
          proved.some(
            (each) =>
              each.method === 'IDENTITY_PROVIDER' && each.networkId === 'net_1' && each.issuer === rule.sso?.issuer,
          )
        const isFirstStep = (each: Evidence) =>
          each.method === 'PASSWORD' || (each.method === 'PASSKEY' && each.userVerified === true)
        if (!proved.some(isFirstStep) && !isVouchedFor) expect(access.kind).not.toBe('open')
      }),
    )
  })

  it('with 2FA is let in by no password alone', () => {
    check(
      fc.property(policy, membership, methods, moment, (rule, facts, factors, now) => {
        fc.pre(factors.length > 0)
        const standing = standingOf(rule, facts, factors, now)
        const use = { lastSeenAt: now }
        const at = { networkId: 'net_1', policy: rule, membership: facts, standing, factors, use }
        expect(networkAccess(at, [{ method: 'PASSWORD', at: now }], now).kind).not.toBe('open')
      }),
    )
  })
})

const accessTo = (
  [rule, facts, factors, now]: [NetworkPolicy, MembershipFacts, FactorMethod[], Date],
  proved: readonly Evidence[],
) => {
  const standing = standingOf(rule, facts, factors, now)
  const use = { lastSeenAt: now }
  return networkAccess({ networkId: 'net_1', policy: rule, membership: facts, standing, factors, use }, proved, now)
}

describe('evidence that is about something else', () => {
  it('of another network, its provider’s word and its owner’s entry alike, changes nothing here', () => {
    check(
      fc.property(policy, membership, methods, evidence, moment, (rule, facts, factors, proved, now) => {
        const ours = proved.filter((each) => !('networkId' in each) || each.networkId === 'net_1')
        expect(accessTo([rule, facts, factors, now], proved)).toEqual(accessTo([rule, facts, factors, now], ours))
      }),
    )
  })

  it('that a mailbox was proved opens nothing', () => {
    check(
      fc.property(policy, membership, methods, evidence, moment, (rule, facts, factors, proved, now) => {
        const without = proved.filter(({ method }) => method !== 'MAILBOX')
        expect(accessTo([rule, facts, factors, now], proved).kind).toBe(
          accessTo([rule, facts, factors, now], without).kind,
        )
      }),
    )
  })

  it('from before an Admin ended it opens nothing', () => {
    check(
      fc.property(policy, membership, methods, evidence, moment, (rule, facts, factors, proved, now) => {
        const ended = { ...facts, sessionsEndedAt: new Date(Math.max(0, ...proved.map(({ at }) => Number(at)))) }
        fc.pre(proved.length > 0)
        expect(accessTo([rule, ended, factors, now], proved).kind).not.toBe('open')
      }),
    )
  })
})

it.each(secondStepMethods)('a password and %s are the account’s own sign-in, and one second step', (method) => {
  const at = new Date(EPOCH)
  const proved: Evidence[] = [
    { method: 'PASSWORD', at },
    { method, at },
  ]
  expect(isOwnSignIn(proved, true)).toBe(true)
  expect(secondStepsIn(proved)).toEqual([method])
  expect(missingFreshEvidence(proved, true, at)).toEqual([])
})

it('with 2FA a sign-in never ends without a second step, whatever its networks are like', () => {
  const facts = fc.record({
    networkId: fc.string(),
    standing: fc.constantFrom(
      { kind: 'not-required' } as const,
      { kind: 'satisfied' } as const,
      { kind: 'overdue', since: new Date(EPOCH) } as const,
    ),
    needsSso: fc.boolean(),
  })
  check(
    fc.property(
      methods,
      fc.array(facts, { maxLength: 4 }),
      evidence,
      fc.nat({ max: 10 }),
      (factors, joinedNetworks, proved, backupCodesLeft) => {
        const step = nextSignInStep(
          { factors, preferredMethod: factors[0] ?? null, backupCodesLeft },
          joinedNetworks,
          proved,
        )
        const hasSecond = secondStepsIn(proved).length > 0 || proved.some(({ method }) => method === 'TRUSTED_DEVICE')
        if (factors.length > 0) expect(step.kind === 'second-step').toBe(!hasSecond)
        else expect(step.kind).not.toBe('second-step')
        if (step.kind === 'second-step') expect(step.methods.slice(0, 1)).toEqual([step.preferred])
        if (step.kind === 'set-up') expect(step.closed.length).toBeGreaterThan(0)
      },
    ),
  )
})

it('no step is missing exactly while the confirmation is fresh', () => {
  check(
    fc.property(evidence, fc.boolean(), moment, (proved, hasTwoFactor, now) => {
      const until = confirmedUntil(proved, hasTwoFactor)
      expect(missingFreshEvidence(proved, hasTwoFactor, now).length === 0).toBe(until !== null && now < until)
    }),
  )
})

it('however guesses and rests come, no more than ten in a row and a hundred in ninety days are checked', () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 20 * 60_000 }),
    isRight: fc.integer({ min: 0, max: 12 }).map((n) => n === 0),
  })
  check(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      let state: AttemptState = noAttempts
      let now = EPOCH
      const wrong: number[] = []
      for (const { wait, isRight } of steps) {
        now += wait
        const at = new Date(now)
        if (checkAttempts(state, at).kind !== 'open') continue
        const isNewRow = state.inARow >= limits.guessesInARow
        const reserved = {
          inARow: isNewRow ? 1 : state.inARow + 1,
          lastGuessAt: at,
          recent: [...state.recent, { id: String(now), at }].slice(-limits.guessesInAll),
        }
        state = isRight ? { ...reserved, inARow: 0, recent: reserved.recent.slice(0, -1) } : reserved
        if (!isRight) wrong.push(now)
      }
      for (const [place, at] of wrong.entries())
        expect(wrong.slice(place).filter((other) => other < at + limits.guessMemory).length).toBeLessThanOrEqual(100)
    }),
  )
})

it('no window ever holds more acts than its limit', () => {
  const rules: SlidingLimit[] = [
    { count: 5, windowMs: HOUR },
    { count: 10, windowMs: DAY },
  ]
  check(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 * HOUR }), { maxLength: 120 }), (waits) => {
      let acts: Date[] = []
      const all: number[] = []
      let now = EPOCH
      for (const wait of waits) {
        now += wait
        const retryAt = retryAtOf(acts, rules, new Date(now))
        if (retryAt) expect(retryAt.getTime()).toBeGreaterThan(now)
        else {
          acts = [new Date(now), ...acts].slice(0, 10)
          all.push(now)
        }
      }
      for (const { count, windowMs } of rules)
        for (const at of all)
          expect(all.filter((other) => other >= at && other < at + windowMs).length).toBeLessThanOrEqual(count)
    }),
  )
})

it('a wait for the password is never in the past, never longer than a quarter of an hour', () => {
  check(
    fc.property(fc.array(fc.nat({ max: 40 * 60_000 }), { maxLength: 60 }), fc.nat({ max: 40 }), (ages, free) => {
      const failures = ages.sort((one, other) => one - other).map((age) => ({ at: new Date(EPOCH - age), who: 'x' }))
      const retryAt = passwordRetryAt(failures, [{ who: null, free }], new Date(EPOCH))
      if (!retryAt) return
      expect(failures.length).toBeGreaterThan(free)
      expect(retryAt.getTime() - EPOCH).toBeGreaterThan(0)
      expect(retryAt.getTime() - EPOCH).toBeLessThanOrEqual(limits.passwordWindow)
    }),
  )
})

it('one more network that requires 2FA never trusts a device for longer than it allows', () => {
  const rule = fc.record({ mandate: fc.option(mandate), trustedDeviceDays: fc.nat({ max: 400 }) })
  check(
    fc.property(fc.array(rule, { maxLength: 5 }), mandate, fc.nat({ max: 400 }), (rules, required, days) => {
      const found = trustedDeviceDays([...rules, { mandate: required, trustedDeviceDays: days }])
      expect(found).toBeLessThanOrEqual(Math.min(days, limits.trustedDeviceDays))
      expect(found).toBeGreaterThanOrEqual(0)
    }),
  )
})
