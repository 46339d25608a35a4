import { InjectionToken } from '@needle-di/core'
import type { DomainEvent } from './event.types.js'

/** Does what follows from events. Idempotent by the event's id, since it may be called again after a crash. */
export interface EventHandler {
  /** Stored with an event that is to be retried: renaming a handler abandons its retries. */
  name: string
  isCalledFor(event: DomainEvent): boolean
  /** Several at once, oldest first: what they have in common is one command. */
  handle(events: readonly DomainEvent[]): Promise<void>
}

/** In the order in which they are called; what they call is on higher floors. */
export const EventHandlers = new InjectionToken<readonly EventHandler[]>('EventHandlers')
