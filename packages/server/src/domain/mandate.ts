import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import type { Plan } from '@twinlock/shared/vocabulary'
import type { Mandate } from './standing.js'

/** The plans on which 2FA can be made mandatory; it stays in force after a later downgrade. */
export const plansWithMandate: readonly Plan[] = ['PRO', 'ENTERPRISE']

/** @returns a message to the user; null when it is valid */
export function graceProblem(hours: number): string | null {
  const { min, max } = limits.graceHours
  return Number.isInteger(hours) && hours >= min && hours <= max ? null : 'Choose between 1 hour and 30 days.'
}

/** The chosen deadline: a time, or a number of hours from now. A time takes precedence. */
export interface ChosenTime {
  graceHours: number
  deadline: Date | null
}

/** @returns the invalid field and a message to the user; null when it is valid */
export function chosenTimeProblem(chosen: ChosenTime, now: Date): { field: keyof ChosenTime; problem: string } | null {
  if (chosen.deadline === null) {
    const problem = graceProblem(chosen.graceHours)
    return problem ? { field: 'graceHours', problem } : null
  }
  const { min, max } = limits.graceHours
  const earliest = new Date(deadlineAfter(now, min).getTime() - limits.deadlineTolerance)
  const isWithin = chosen.deadline >= earliest && chosen.deadline <= deadlineAfter(now, max)
  return isWithin ? null : { field: 'deadline', problem: 'Choose a time between 1 hour and 30 days from now.' }
}

export function chosenDeadline({ graceHours, deadline }: ChosenTime, now: Date): Date {
  return deadline ?? deadlineAfter(now, graceHours)
}

/** For a preview, which rejects nothing: an invalid choice counts as the default hours. */
export function previewedDeadline(chosen: ChosenTime, now: Date): Date {
  if (!chosenTimeProblem(chosen, now)) return chosenDeadline(chosen, now)
  return deadlineAfter(now, graceOrUsual(chosen.graceHours))
}

/** For a preview, which rejects nothing. */
export function graceOrUsual(hours: number): number {
  return graceProblem(hours) ? limits.graceHours.default : hours
}

export function deadlineAfter(start: Date, graceHours: number): Date {
  return new Date(start.getTime() + graceHours * HOUR)
}

/** A reminder: how long before the deadline (milliseconds), and when. */
export interface Reminder {
  before: number
  at: Date
}

/** The reminders of a deadline that was set at `since`, in order; only those after `since`. */
export function remindersOf(since: Date, deadline: Date): Reminder[] {
  return limits.reminders
    .map((before) => ({ before, at: new Date(deadline.getTime() - before) }))
    .filter(({ at }) => at > since)
}

/**
 * Whether a reminder is too late to be useful: the next one, or the deadline itself, has been reached.
 * @param before milliseconds before the deadline
 */
export function isMissed(before: number, deadline: Date, now: Date): boolean {
  const next = Math.max(0, ...limits.reminders.filter((other) => other < before))
  return now.getTime() >= deadline.getTime() - next
}

/** More time for all current members, including those who joined after the activation. */
export function withMoreTime(mandate: Mandate, until: Date, now: Date): Mandate {
  return { ...mandate, deadline: until, coversJoinsUntil: now }
}
