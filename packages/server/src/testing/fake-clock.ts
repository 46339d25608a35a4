import type { Clock } from '../platform/clock/clock.js'

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now: Date

  constructor(start = new Date('2026-05-12T10:00:00.000Z')) {
    this.#now = start
  }

  now(): Date {
    return new Date(this.#now)
  }

  /** @param ms milliseconds, also negative */
  advance(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms)
  }

  set(now: Date): void {
    this.#now = now
  }
}
