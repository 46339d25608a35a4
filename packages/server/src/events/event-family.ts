import type { DomainEvent } from './event.types.js'

type FamilyOf<T extends string> = T extends `${infer F}.${string}` ? F : never

/** The part of an event's type before the dot. */
export type EventFamily = FamilyOf<DomainEvent['type']>

type EventOf<E extends DomainEvent, F extends EventFamily> = E extends { type: `${F}.${string}` } ? E : never

/**
 * Whether an event belongs to one of these families. A follower names the families that never concern it with this, and
 * lists every event of the others, so that the compiler asks about each new one.
 */
export function isOfFamily<E extends DomainEvent, F extends EventFamily>(
  event: E,
  families: readonly F[],
): event is EventOf<E, F> {
  return (families as readonly string[]).includes(event.type.slice(0, event.type.indexOf('.')))
}
