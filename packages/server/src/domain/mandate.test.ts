import { DAY, HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { plans } from '@twinlock/shared/vocabulary'
import { expect, test } from 'vitest'
import {
  type ChosenTime,
  chosenDeadline,
  chosenTimeProblem,
  deadlineAfter,
  graceProblem,
  isMissed,
  plansWithMandate,
  previewedDeadline,
  remindersOf,
  withMoreTime,
} from './mandate.js'
import { standingOf } from './standing.js'

const start = new Date('2026-05-12T10:00:00.000Z')
const at = (ms: number) => new Date(start.getTime() + ms)

test.each([
  [0, false],
  [1, true],
  [24, true],
  [720, true],
  [721, false],
  [1.5, false],
  [Number.NaN, false],
])('a grace of %s hours: %s', (hours, expected) => {
  expect(graceProblem(hours) === null).toBe(expected)
})

test.each([
  ['an hour less a minute and a millisecond', HOUR - 60_001, 'deadline'],
  ['an hour less a minute', HOUR - 60_000, null],
  ['an hour', HOUR, null],
  ['30 days', 30 * DAY, null],
  ['30 days and a millisecond', 30 * DAY + 1, 'deadline'],
  ['a moment that is past', -1, 'deadline'],
])('a deadline in %s, whatever the hours say', (_, ms, field) => {
  for (const graceHours of [24, 0]) {
    const chosen = { graceHours, deadline: at(ms) }
    expect(chosenTimeProblem(chosen, start)?.field ?? null).toBe(field)
    expect(chosenDeadline(chosen, start)).toEqual(at(ms))
  }
})

test.each<[string, ChosenTime, Date]>([
  ['a deadline that will do', { graceHours: 24, deadline: at(2 * DAY) }, at(2 * DAY)],
  ['hours that will do', { graceHours: 48, deadline: null }, at(2 * DAY)],
  ['a deadline that is past, and hours that will do', { graceHours: 48, deadline: at(-1) }, at(2 * DAY)],
  ['hours that will not do', { graceHours: 0, deadline: null }, at(limits.graceHours.default * HOUR)],
])('a preview of %s', (_, chosen, expected) => {
  expect(previewedDeadline(chosen, start)).toEqual(expected)
})

test('what a person reads of a time that will not do names the range', () => {
  expect(chosenTimeProblem({ graceHours: 0, deadline: null }, start)?.problem).toMatch(/1 hour and 30 days/)
  expect(chosenTimeProblem({ graceHours: 24, deadline: start }, start)?.problem).toMatch(/1 hour and 30 days/)
})

test.each(plans)('whether 2FA can be made mandatory on the plan %s', (plan) => {
  expect(plansWithMandate.includes(plan)).toBe(plan !== 'FREE')
})

test('without a deadline the hours count', () => {
  expect(chosenTimeProblem({ graceHours: 0, deadline: null }, start)?.field).toBe('graceHours')
  expect(chosenTimeProblem({ graceHours: 24, deadline: null }, start)).toBeNull()
  expect(chosenDeadline({ graceHours: 24, deadline: null }, start)).toEqual(at(DAY))
})

test('a deadline counts hours, not days: a change to summer time does not shorten it', () => {
  const beforeChange = new Date('2026-03-28T23:00:00.000Z')
  expect(deadlineAfter(beforeChange, 24).getTime() - beforeChange.getTime()).toBe(24 * HOUR)
})

test.each([
  ['30 days', 30 * DAY, [7 * DAY, 3 * DAY, DAY, 6 * HOUR, HOUR]],
  ['exactly 7 days: that moment is not after the activation', 7 * DAY, [3 * DAY, DAY, 6 * HOUR, HOUR]],
  ['7 days and a millisecond', 7 * DAY + 1, [7 * DAY, 3 * DAY, DAY, 6 * HOUR, HOUR]],
  ['24 hours', DAY, [6 * HOUR, HOUR]],
  ['1 hour', HOUR, []],
])('reminders of %s', (_, grace, expected) => {
  const reminders = remindersOf(start, at(grace))
  expect(reminders.map(({ before }) => before)).toEqual(expected)
  for (const { before, at: moment } of reminders) expect(moment).toEqual(at(grace - before))
})

test.each([
  [DAY, DAY, false],
  [DAY, 6 * HOUR + 1, false],
  [DAY, 6 * HOUR, true],
  [HOUR, HOUR, false],
  [HOUR, 1, false],
  [HOUR, 0, true],
  [HOUR, -1, true],
])('a reminder of %s before the deadline, looked at %s before it: missed %s', (before, left, expected) => {
  expect(isMissed(before, start, at(-left))).toBe(expected)
})

test('more time for everyone applies to members who joined after the activation, and to none who join later', () => {
  const mandate = {
    activationId: 'a',
    activatedAt: start,
    activatedBy: { accountId: 'x', name: 'X' },
    deadline: at(DAY),
  }
  const policy = {
    mandate: withMoreTime(mandate, at(5 * DAY), at(2 * DAY)),
    methods: { accepted: ['SMS' as const], earlier: null },
    trustedDeviceDays: 0,
    allowsPasskeySignIn: true,
    sessionLimit: null,
    sso: null,
  }
  const standingAt = (joinedAt: Date, now: Date) =>
    standingOf(policy, { role: 'MEMBER', joinedAt, extendedUntil: null, extendedIn: null, usesSso: false }, [], now)
      .kind
  for (const joinedAt of [at(-DAY), at(HOUR), at(2 * DAY)]) {
    expect(standingAt(joinedAt, at(5 * DAY - 1))).toBe('grace')
    expect(standingAt(joinedAt, at(5 * DAY))).toBe('overdue')
  }
  expect(standingAt(at(2 * DAY + 1), at(2 * DAY + 1))).toBe('overdue')
})
