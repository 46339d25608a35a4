/** The one source of time in a server. Everything that asks for "now" asks this. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
