import { isAdminRole, type Role } from '@twinlock/shared/vocabulary'
import type { Standing } from './standing.js'

export interface ApiKeyFacts {
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

/** Who made the key, in the key's network; null once they left it. */
export interface MakerFacts {
  role: Role
  standing: Standing
  /** The account is scheduled to be erased. */
  isLeaving: boolean
  /** Keys made up to then were ended with everything else of the account. */
  keysEndedAt: Date | null
}

export type ApiKeyState = 'ACTIVE' | 'REVOKED' | 'EXPIRED' | 'MAKER_LEFT' | 'MAKER_NOT_ADMIN' | 'MAKER_LOCKED_OUT'

/** A key counts as long as its maker could still do what it does. At `expiresAt` itself it is over. */
export function apiKeyStateOf(key: ApiKeyFacts, maker: MakerFacts | null, now: Date): ApiKeyState {
  if (key.revokedAt) return 'REVOKED'
  if (now >= key.expiresAt) return 'EXPIRED'
  if (!maker || maker.isLeaving) return 'MAKER_LEFT'
  if (maker.keysEndedAt && key.createdAt <= maker.keysEndedAt) return 'REVOKED'
  if (!isAdminRole(maker.role)) return 'MAKER_NOT_ADMIN'
  return maker.standing.kind === 'overdue' ? 'MAKER_LOCKED_OUT' : 'ACTIVE'
}
