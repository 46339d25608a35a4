import type { AppAccess, AppRequirement, ClientAuthMethod, Role, SigningAlgorithm } from '@twinlock/shared/vocabulary'
import type { RuleOverrides } from '../domain/path-rules.js'
import type { DomainEvent } from '../events/event.types.js'
import { defineCollection } from '../platform/mongo/database.js'

/** A secret of a client; only its hash is stored. */
export interface AppSecret {
  hash: string
  createdAt: Date
}

/** What the gate asks on the paths that begin with `prefix`; the longest prefix that matches decides. */
export interface PathRule extends RuleOverrides {
  prefix: string
  /** No sign-in is required. */
  isPublic: boolean
}

/** An app of a network: a client of the OpenID provider, or hosts behind the gate, or both. */
export interface AppDocument {
  /** The client id, too. */
  _id: string
  networkId: string
  networkName: string
  name: string
  /** A `data:` address. */
  logo: string | null
  homeUrl: string | null
  redirectUris: string[]
  postLogoutRedirectUris: string[]
  backChannelLogoutUri: string | null
  /** Absent when there is none, so that the unique index takes no notice of it. */
  hosts?: string[]
  pathRules: PathRule[]
  access: AppAccess
  roles: Role[] | null
  requires: AppRequirement
  authMethod: ClientAuthMethod
  /** A JSON Web Key Set, for `private_key_jwt`. */
  jwks: string | null
  /** Absent: RS256, which every library knows. */
  idTokenAlg?: SigningAlgorithm
  /** Newest first, two at most. */
  secrets: AppSecret[]
  createdAt: Date
  lastUsedAt: Date | null
  deletedAt: Date | null
  /** Raised by every change: of two changes at once one wins. */
  version: number
  events: DomainEvent[]
}

export const AppCollection = defineCollection<AppDocument>('apps', [
  [{ networkId: 1, createdAt: 1 }],
  // A host belongs to one app of one network: the database decides who was first.
  [{ hosts: 1 }, { unique: true, sparse: true }],
  [{ deletedAt: 1 }, { sparse: true }],
  [{ 'events.id': 1 }, { sparse: true }],
])
