import type { SessionLimit } from './session-limit.js'

/** What a setting was before its last change, and until when that still counts. */
export interface EarlierSetting<T> {
  value: T
  until: Date
}

/** What counts now; at the deadline's own millisecond it is the new value. */
export function settingAt<T>(present: T, earlier: EarlierSetting<T> | null | undefined, now: Date): T {
  return earlier && now < earlier.until ? earlier.value : present
}

export type SettingChange<T> =
  /** Nobody is asked for more than today, or nothing is required of them yet: it counts at once. */
  | { kind: 'at-once'; earlier: EarlierSetting<T> | null }
  /** People are asked for more: what counts today still counts until then, and they are told. */
  | { kind: 'with-notice'; earlier: EarlierSetting<T> }
  /** An earlier tightening is still to come; a stricter one would shorten its notice. */
  | { kind: 'under-way'; until: Date }
  | { kind: 'none' }

export interface SettingState<T> {
  present: T
  earlier: EarlierSetting<T> | null
  isMandatory: boolean
}

/** How a setting changes; a tightening goes the way of the mandate: preview, notice, deadline. */
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
  // Less than what was announced, yet more than today: it keeps the time that people were told.
  return isTighter(present, wanted) ? { kind: 'under-way', until: coming.until } : { kind: 'at-once', earlier: coming }
}

/** Fewer days mean that people are asked for the second step more often. */
export const isFewerDays = (from: number, to: number): boolean => to < from

/** Either time may be the shorter one; null: as long as the session. */
export function isShorterLimit(from: SessionLimit | null, to: SessionLimit | null): boolean {
  if (to === null) return false
  return from === null || to.hours < from.hours || to.idleHours < from.idleHours
}
