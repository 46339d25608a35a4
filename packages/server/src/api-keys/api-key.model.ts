import { randomInt } from 'node:crypto'
import type { ApiKeyScope } from '@twinlock/shared/vocabulary'
import type { DomainEvent } from '../events/event.types.js'
import { newToken } from '../platform/crypto/tokens.js'
import { defineCollection } from '../platform/mongo/database.js'

/** A key of a network. Of its token only the prefix and a hash are stored. */
export interface ApiKeyDocument {
  /** The readable prefix. */
  _id: string
  /** SHA-256 of the whole token. */
  hash: string
  networkId: string
  name: string
  scopes: ApiKeyScope[]
  /** Addresses and CIDRs it may come from; empty: from anywhere. */
  allowedAddresses: string[]
  /** Where a verification may send people back to. */
  returnAddresses: string[]
  makerAccountId: string
  /** As it was when the key was made. */
  makerName: string
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
  events: DomainEvent[]
}

export const ApiKeyCollection = defineCollection<ApiKeyDocument>('api_keys', [
  [{ networkId: 1, createdAt: -1 }],
  [{ 'events.id': 1 }, { sparse: true }],
])

/** Without the letters and digits that look alike. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const PREFIX_LENGTH = 12
const TOKEN = /^twl_([2-9a-z]{12})_[A-Za-z0-9_-]{43}$/
const BEARER = /^bearer +(\S+) *$/i

/** `twl_<prefix>_<256 random bits>`: the prefix is readable and names the key, the whole is its secret. */
export function newApiKeyToken(): { prefix: string; token: string } {
  const prefix = Array.from({ length: PREFIX_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return { prefix, token: `twl_${prefix}_${newToken()}` }
}

/** @returns the prefix by which a key is looked up; null for what can be none */
export function prefixOf(token: string): string | null {
  return TOKEN.exec(token)?.[1] ?? null
}

/** RFC 6750 2.1. @returns null when the header is missing or of another scheme, which other code handles */
export function bearerTokenOf(authorization: string | undefined): string | null {
  return BEARER.exec(authorization ?? '')?.[1] ?? null
}

/** URLs are logged, cached and shared: a key in a URL is considered leaked (RFC 6750 5.3). */
export function isKeyInAddress(address: string): boolean {
  return /twl_[2-9a-z]{12}_/.test(address) || /[?&](access_token|api_?key)=/i.test(address)
}
