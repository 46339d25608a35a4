import { InjectionToken } from '@needle-di/core'
import type { DomainEvent } from './event.types.js'

/** Does what follows from events. Idempotent by the event's id, since it may be called again after a crash. */
export interface EventHandler {
  /** Stored with an event that is to be retried: renaming a handler abandons its retries. */
  name: string
  /** Several at once, oldest first: what they have in common is one command. */
  handle(events: readonly DomainEvent[]): Promise<void>
}

/** In the order in which they are called; what they call is on higher floors. */
export const EventHandlers = new InjectionToken<readonly EventHandler[]>('EventHandlers')

/** For what has nothing to gain from seeing several events at once. */
export function oneByOne(name: string, handle: (event: DomainEvent) => Promise<unknown>): EventHandler {
  return {
    name,
    async handle(events) {
      for (const event of events) await handle(event)
    },
  }
}
