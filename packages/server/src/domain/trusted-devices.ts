import { DAY } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import type { NetworkPolicy } from './standing.js'

/**
 * For how many days a device of this account may skip the second step; 0: never. Off until a network allows it, and off
 * while another network requires 2FA without allowing it. The strictest value applies.
 */
export function trustedDeviceDays(policies: readonly Pick<NetworkPolicy, 'mandate' | 'trustedDeviceDays'>[]): number {
  const allowances = policies
    .filter((policy) => policy.mandate !== null || policy.trustedDeviceDays > 0)
    .map((policy) => policy.trustedDeviceDays)
  return allowances.length === 0 ? 0 : Math.min(...allowances, limits.trustedDeviceDays)
}

/** Evaluated at every sign-in, with the number of days that applies then. */
export function isDeviceTrusted(
  device: { createdAt: Date; epoch: number },
  accountEpoch: number,
  days: number,
  now: Date,
): boolean {
  return device.epoch === accountEpoch && now.getTime() < device.createdAt.getTime() + days * DAY
}

export function deviceExpiresAt(createdAt: Date, days: number): Date {
  return new Date(createdAt.getTime() + days * DAY)
}
