import { InjectionToken } from '@needle-di/core'

/** The only source of the current time in a server. */
export interface Clock {
  now(): Date
}

export const Clock = new InjectionToken<Clock>('Clock')

export const systemClock: Clock = { now: () => new Date() }
