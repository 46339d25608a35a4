import { defineCollection } from '../../platform/mongo/database.js'

/** A person on the way to an app behind the gate, from its host to the sign-in and back. */
export interface GateEntryDocument {
  /** SHA-256 of the id that travels in addresses. */
  _id: string
  appId: string
  /** `https://wiki.example.com`, where the way back leads. */
  origin: string
  /** The path that was requested. */
  to: string
  /** SHA-256 of the cookie that the host set: the way back is good in that browser alone. */
  nonceHash: string
  createdAt: Date
  expiresAt: Date
  /** Set when the sign-in is done: what the way back carries, once. */
  code: { hash: string; accountId: string; sessionId: string; expiresAt: Date } | null
  usedAt: Date | null
}

export const GateEntryCollection = defineCollection<GateEntryDocument>('gate_entries', [[{ expiresAt: 1 }]])
