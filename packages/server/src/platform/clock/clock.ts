/** The only source of the current time in a server. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
