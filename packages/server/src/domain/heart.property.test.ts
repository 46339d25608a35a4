import { limits } from '@twinlock/shared/limits'
import { factorMethods, roles } from '@twinlock/shared/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttemptState, judgeAttempts, noAttempts } from './attempt-limit.js'
import { confirmedUntil, type Evidence, missingFreshEvidence, secondStepsIn } from './evidence.js'
import { networkAccess } from './network-access.js'
import { passwordRetryAt } from './password-delay.js'
import { nextSignInStep } from './sign-in-step.js'
import { retryAtOf, type SlidingLimit } from './sliding-limit.js'
import { type NetworkPolicy, standingOf } from './standing.js'
import { trustedDeviceDays } from './trusted-devices.js'

const EPOCH = Date.parse('2026-05-12T10:00:00.000Z')
const DAY = 86_400_000
const moment = fc.integer({ min: -100 * DAY, max: 100 * DAY }).map((ms) => new Date(EPOCH + ms))
const methods = fc.subarray([...factorMethods])
const piece = fc.record({
  method: fc.constantFrom('PASSWORD', 'AUTHENTICATOR_APP', 'SMS', 'BACKUP_CODE', 'MAILBOX', 'TRUSTED_DEVICE'),
  at: moment,
}) as fc.Arbitrary<Evidence>
const evidence = fc.array(piece, { maxLength: 5 })
const mandate = fc
  .record({ activatedAt: moment, grace: fc.integer({ min: 1, max: 720 }) })
  .map(({ activatedAt, grace }) => ({
    activationId: 'act_1',
    activatedAt,
    activatedBy: { accountId: 'acc_1', name: 'Ada' },
    deadline: new Date(activatedAt.getTime() + grace * 3_600_000),
  }))
const policy: fc.Arbitrary<NetworkPolicy> = fc.record({
  mandate: fc.option(mandate),
  methods: fc.record({ accepted: methods, earlier: fc.option(fc.record({ accepted: methods, until: moment })) }),
  trustedDeviceDays: fc.nat({ max: 40 }),
  allowsPasskeySignIn: fc.boolean(),
  sessionLimit: fc.option(
    fc.record({ hours: fc.integer({ min: 1, max: 336 }), idleHours: fc.integer({ min: 1, max: 72 }) }),
  ),
  sso: fc.constant(null),
})
const membership = fc.record({
  role: fc.constantFrom(...roles),
  joinedAt: moment,
  extendedUntil: fc.option(moment),
  extendedIn: fc.constantFrom('act_0', 'act_1'),
  usesSso: fc.boolean(),
})
const check = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 300 })

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
        const back = standingOf(rule, { ...facts, joinedAt: now, extendedUntil: null }, factors, now)
        expect(['overdue', 'satisfied']).toContain(back.kind)
      }),
    )
  })

  it('is let in by no evidence while overdue, and by none at all without a password', () => {
    check(
      fc.property(policy, membership, methods, evidence, moment, (rule, facts, factors, proved, now) => {
        const standing = standingOf(rule, facts, factors, now)
        const access = networkAccess(
          { networkId: 'net_1', policy: rule, membership: facts, standing, factors, use: { lastSeenAt: now } },
          proved,
          now,
        )
        if (standing.kind === 'overdue') expect(access.kind).not.toBe('open')
        if (!proved.some(({ method }) => method === 'PASSWORD')) expect(access.kind).not.toBe('open')
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

it('with 2FA a sign-in never ends without a second step, whatever its networks are like', () => {
  const door = fc.record({
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
      fc.array(door, { maxLength: 4 }),
      evidence,
      fc.nat({ max: 10 }),
      (factors, doors, proved, backupCodesLeft) => {
        const step = nextSignInStep({ factors, preferredMethod: factors[0] ?? null, backupCodesLeft }, doors, proved)
        const hasSecond = secondStepsIn(proved).length > 0 || proved.some(({ method }) => method === 'TRUSTED_DEVICE')
        if (factors.length > 0) expect(step.kind === 'second-step').toBe(!hasSecond)
        else expect(step.kind).not.toBe('second-step')
        if (step.kind === 'second-step') expect(step.methods.slice(0, 1)).toEqual([step.preferred])
        if (step.kind === 'set-up') expect(step.closed.length).toBeGreaterThan(0)
      },
    ),
  )
})

it('nothing is missing exactly as long as it is confirmed', () => {
  check(
    fc.property(evidence, fc.boolean(), moment, (proved, hasTwoFactor, now) => {
      const until = confirmedUntil(proved, hasTwoFactor)
      expect(missingFreshEvidence(proved, hasTwoFactor, now).length === 0).toBe(until !== null && now < until)
    }),
  )
})

it('however guesses and rests come, no more than ten in a row and a hundred in ninety days are judged', () => {
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
        if (judgeAttempts(state, at).kind !== 'open') continue
        const isAnew = state.inARow >= limits.guessesInARow
        const reserved = {
          inARow: isAnew ? 1 : state.inARow + 1,
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
    { count: 5, windowMs: 3_600_000 },
    { count: 10, windowMs: DAY },
  ]
  check(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 * 3_600_000 }), { maxLength: 120 }), (waits) => {
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
