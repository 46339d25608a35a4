import { limits } from '@twinlock/shared/limits'
import type { Plan } from '@twinlock/shared/vocabulary'
import type { Mandate } from './standing.js'

const HOUR = 3_600_000

/** The plans on which it can be activated; a lower one later keeps what is in force. */
export const plansWithMandate: readonly Plan[] = ['PRO', 'ENTERPRISE']

/** @returns what is wrong with it, in words; null when it will do */
export function graceProblem(hours: number): string | null {
  const { min, max } = limits.graceHours
  return Number.isInteger(hours) && hours >= min && hours <= max ? null : 'Choose between 1 hour and 30 days.'
}

/** Until when people have time: a moment, or so many hours from now. A moment wins. */
export interface ChosenTime {
  graceHours: number
  deadline: Date | null
}

/** @returns what is wrong with it, in words, by the field that needs another value; null when it will do */
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

export function deadlineOf({ graceHours, deadline }: ChosenTime, now: Date): Date {
  return deadline ?? deadlineAfter(now, graceHours)
}

/** For a look ahead, which refuses nothing: what will not do counts as the usual hours. */
export function previewedDeadline(chosen: ChosenTime, now: Date): Date {
  if (!chosenTimeProblem(chosen, now)) return deadlineOf(chosen, now)
  return deadlineAfter(now, graceOrUsual(chosen.graceHours))
}

/** For a look ahead, which refuses nothing. */
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

/** The reminders of a deadline that was set at `since`, in order; those whose moment is not after it are skipped. */
export function remindersOf(since: Date, deadline: Date): Reminder[] {
  return limits.reminders
    .map((before) => ({ before, at: new Date(deadline.getTime() - before) }))
    .filter(({ at }) => at > since)
}

/**
 * Whether a reminder is too late to be of use: the next one, or the deadline itself, is here already.
 * @param before milliseconds before the deadline
 */
export function isMissed(before: number, deadline: Date, now: Date): boolean {
  const next = Math.max(0, ...limits.reminders.filter((other) => other < before))
  return now.getTime() >= deadline.getTime() - next
}

/** More time for everybody who has joined by now, also for those who joined after the activation. */
export function withMoreTime(mandate: Mandate, until: Date, now: Date): Mandate {
  return { ...mandate, deadline: until, coversJoinsUntil: now }
}
