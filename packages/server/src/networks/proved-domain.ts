import { limits } from '@twinlock/shared/limits'
import type { SsoDomain } from './network.model.js'

/** Whether its record was found, and has not been gone for too long: a domain may change hands. */
export function isProved({ provedAt, missingSince }: SsoDomain, now: Date): boolean {
  return provedAt !== null && (!missingSince || now.getTime() < missingSince.getTime() + limits.domainMissing)
}
