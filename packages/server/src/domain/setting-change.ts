import type { FactorMethod } from '@twinlock/shared/vocabulary'
import type { SessionLimit } from './session-limit.js'
import type { SsoPolicy } from './sso-policy.js'
import type { AcceptedMethods } from './standing.js'

/** The value of a setting before its last change, and until when it applies. */
export interface EarlierSetting<T> {
  value: T
  until: Date
}

/** The value that applies now; at the deadline's own millisecond it is the new one. */
export function settingAt<T>(present: T, earlier: EarlierSetting<T> | null | undefined, now: Date): T {
  return earlier && now < earlier.until ? earlier.value : present
}

/** What becomes of a change, with what is stored of it. */
export type Change<AtOnce, WithNotice = AtOnce> =
  /** Not stricter than today, or no one has to act: effective at once. */
  | ({ kind: 'at-once' } & AtOnce)
  /** Stricter: what applies today also counts until the deadline, and members are notified. */
  | ({ kind: 'with-notice' } & WithNotice)
  /** An earlier, stricter change is still pending; another would shorten or lengthen its notice. */
  | { kind: 'under-way'; until: Date }
  | { kind: 'none' }

export type SettingChange<T> = Change<{ earlier: EarlierSetting<T> | null }, { earlier: EarlierSetting<T> }>

export interface SettingState<T> {
  present: T
  earlier: EarlierSetting<T> | null
  isMandatory: boolean
}

/** The effect of a new value; a stricter one gets a preview, a notice and a deadline, as the mandate does. */
export function changeOfSetting<T>(
  { present, earlier, isMandatory }: SettingState<T>,
  wanted: T,
  isTighter: (from: T, to: T) => boolean,
  deadline: Date,
  now: Date,
): SettingChange<T> {
  if (!isTighter(present, wanted) && !isTighter(wanted, present)) return { kind: 'none' }
  const coming = earlier && now < earlier.until ? earlier : null
  const current = settingAt(present, coming, now)
  if (!isMandatory || !isTighter(current, wanted)) return { kind: 'at-once', earlier: null }
  if (!coming) return { kind: 'with-notice', earlier: { value: current, until: deadline } }
  // Less strict than announced, but stricter than today: the announced deadline stays.
  return isTighter(present, wanted) ? { kind: 'under-way', until: coming.until } : { kind: 'at-once', earlier: coming }
}

export type MethodChange = Change<{ methods: AcceptedMethods }>

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

type ProofTerms = Pick<SsoPolicy, 'proofRequiredFrom' | 'proofValues' | 'earlierProof'>

/** With notice, it is effective from the deadline on. */
export type ProofChange = Change<{ terms: ProofTerms }, { terms: ProofTerms; from: Date }>

/** The effect of requiring proof, no longer requiring it, or other values; a stricter setting gets notice and a deadline. */
export function changeOfProof(
  present: ProofTerms,
  wanted: { isRequired: boolean; values: readonly string[] },
  deadline: Date,
  now: Date,
): ProofChange {
  const values = [...new Set(wanted.values)]
  const removed = present.proofValues.filter((value) => !values.includes(value))
  const isSame = removed.length === 0 && values.every((value) => present.proofValues.includes(value))
  const wasRequired = present.proofRequiredFrom !== null
  if (isSame && wanted.isRequired === wasRequired) return { kind: 'none' }
  if (!wanted.isRequired)
    return { kind: 'at-once', terms: { proofRequiredFrom: null, proofValues: values, earlierProof: null } }
  if (!present.proofRequiredFrom) {
    const terms = { proofRequiredFrom: deadline, proofValues: values, earlierProof: null }
    return { kind: 'with-notice', terms, from: deadline }
  }
  const earlier = present.earlierProof && now < present.earlierProof.until ? present.earlierProof : null
  const kept = { proofRequiredFrom: present.proofRequiredFrom, proofValues: values }
  if (removed.length === 0) return { kind: 'at-once', terms: { ...kept, earlierProof: earlier } }
  if (earlier) return { kind: 'under-way', until: earlier.until }
  const from = new Date(Math.max(deadline.getTime(), present.proofRequiredFrom.getTime()))
  return {
    kind: 'with-notice',
    terms: { ...kept, earlierProof: { values: present.proofValues, until: from } },
    from,
  }
}

/** Fewer days mean that people need the second step more often. */
export const isFewerDays = (from: number, to: number): boolean => to < from

/** Where a passkey alone was enough, the password is required as well. */
export const isRefusal = (isAllowed: boolean, willBeAllowed: boolean): boolean => isAllowed && !willBeAllowed

/** Either time may be the shorter one; null: as long as the session. */
export function isShorterLimit(from: SessionLimit | null, to: SessionLimit | null): boolean {
  if (to === null) return false
  return from === null || to.hours < from.hours || to.idleHours < from.idleHours
}
