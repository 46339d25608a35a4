import type { SessionLimit } from './session-limit.js'

/** The value of a setting before its last change, and until when it applies. */
export interface EarlierSetting<T> {
  value: T
  until: Date
}

/** The value that applies now; at the deadline's own millisecond it is the new one. */
export function settingAt<T>(present: T, earlier: EarlierSetting<T> | null | undefined, now: Date): T {
  return earlier && now < earlier.until ? earlier.value : present
}

export type SettingChange<T> =
  /** Not stricter than today, or 2FA is not mandatory: effective at once. */
  | { kind: 'at-once'; earlier: EarlierSetting<T> | null }
  /** Stricter: the present value applies until the deadline, and members are notified. */
  | { kind: 'with-notice'; earlier: EarlierSetting<T> }
  /** An earlier tightening is still pending; a stricter one would shorten its notice. */
  | { kind: 'under-way'; until: Date }
  | { kind: 'none' }

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

/** Fewer days mean that people need the second step more often. */
export const isFewerDays = (from: number, to: number): boolean => to < from

/** Where a passkey alone was enough, the password is required as well. */
export const isRefusal = (isAllowed: boolean, willBeAllowed: boolean): boolean => isAllowed && !willBeAllowed

/** Either time may be the shorter one; null: as long as the session. */
export function isShorterLimit(from: SessionLimit | null, to: SessionLimit | null): boolean {
  if (to === null) return false
  return from === null || to.hours < from.hours || to.idleHours < from.idleHours
}
