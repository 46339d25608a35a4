import type { FactorMethod } from '@twinlock/shared/vocabulary'
import type { AcceptedMethods } from './standing.js'

export type MethodChange =
  /** More is accepted, or nothing is required: no one has to act, so it is effective at once. */
  | { kind: 'at-once'; methods: AcceptedMethods }
  /** A method is removed: the earlier list is accepted too until the deadline. */
  | { kind: 'with-notice'; methods: AcceptedMethods }
  /** An earlier change is still pending; another would shorten or lengthen its notice. */
  | { kind: 'under-way'; until: Date }
  | { kind: 'none' }

/** The effect of a new list of methods; a stricter one gets a notice and a deadline, as the mandate does. */
export function changeOfMethods(
  present: AcceptedMethods,
  wanted: readonly FactorMethod[],
  isMandatory: boolean,
  deadline: Date,
  now: Date,
): MethodChange {
  const accepted = [...wanted]
  const isIn = (list: readonly FactorMethod[]) => (method: FactorMethod) => list.includes(method)
  const earlier = present.earlier && now < present.earlier.until ? present.earlier : null
  const barred = present.accepted.filter((method) => !wanted.includes(method))
  if (barred.length === 0 && wanted.every(isIn(present.accepted))) return { kind: 'none' }
  if (!isMandatory) return { kind: 'at-once', methods: { accepted, earlier: null } }
  if (barred.length > 0 && earlier) return { kind: 'under-way', until: earlier.until }
  if (barred.length > 0)
    return { kind: 'with-notice', methods: { accepted, earlier: { accepted: present.accepted, until: deadline } } }
  const isStillBarring = earlier !== null && !earlier.accepted.every(isIn(wanted))
  return { kind: 'at-once', methods: { accepted, earlier: isStillBarring ? earlier : null } }
}
