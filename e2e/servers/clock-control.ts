/** What a test asks of its server with a clock, over the channel between the two processes. */
export type ClockRequest =
  /** Moves the clock forward, and lets the worker do what is due then. */
  | { kind: 'pass'; milliseconds: number }
  /** Finishes the work that follows answers, and runs every job once. */
  | { kind: 'settle' }

export type ClockAnswer = { kind: 'ready' } | { kind: 'done' } | { kind: 'failed'; reason: string }
