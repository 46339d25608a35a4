import { isAdminRole, type Role } from '@twinlock/shared/vocabulary'
import type { Standing } from './standing.js'

export interface ApiKeyFacts {
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

/** The member who created the key; null once they left the network. */
export interface MakerFacts {
  role: Role
  standing: Standing
  /** The account is scheduled to be erased. */
  isLeaving: boolean
  /** Keys created up to then were revoked with all other access of the account. */
  keysEndedAt: Date | null
}

export type ApiKeyState = 'ACTIVE' | 'REVOKED' | 'EXPIRED' | 'MAKER_LEFT' | 'MAKER_NOT_ADMIN' | 'MAKER_LOCKED_OUT'

/** A key is valid as long as its creator could still do what it does. It expires at `expiresAt` itself. */
export function apiKeyStateOf(key: ApiKeyFacts, maker: MakerFacts | null, now: Date): ApiKeyState {
  if (key.revokedAt) return 'REVOKED'
  if (now >= key.expiresAt) return 'EXPIRED'
  if (!maker || maker.isLeaving) return 'MAKER_LEFT'
  if (maker.keysEndedAt && key.createdAt <= maker.keysEndedAt) return 'REVOKED'
  if (!isAdminRole(maker.role)) return 'MAKER_NOT_ADMIN'
  return maker.standing.kind === 'overdue' ? 'MAKER_LOCKED_OUT' : 'ACTIVE'
}
