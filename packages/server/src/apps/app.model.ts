import type { AppAccess, AppRequirement, ClientAuthMethod, Role, SigningAlgorithm } from '@twinlock/shared/vocabulary'
import { Schema } from 'mongoose'
import type { RuleOverrides } from '../domain/path-rules.js'
import type { DomainEvent } from '../events/event.types.js'
import { defineModel } from '../platform/mongo/database.js'

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

const anything = Schema.Types.Mixed

const appSchema = new Schema<AppDocument>(
  {
    _id: { type: String, required: true },
    networkId: { type: String, required: true },
    networkName: { type: String, required: true },
    name: { type: String, required: true },
    logo: { type: String, default: null },
    homeUrl: { type: String, default: null },
    redirectUris: { type: [String], default: [] },
    postLogoutRedirectUris: { type: [String], default: [] },
    backChannelLogoutUri: { type: String, default: null },
    hosts: { type: anything },
    pathRules: { type: anything, default: () => [] },
    access: { type: String, required: true },
    roles: { type: anything, default: null },
    requires: { type: String, required: true },
    authMethod: { type: String, required: true },
    jwks: { type: String, default: null },
    idTokenAlg: { type: String },
    secrets: { type: anything, default: () => [] },
    createdAt: { type: Date, required: true },
    lastUsedAt: { type: Date, default: null },
    deletedAt: { type: Date, default: null },
    version: { type: Number, default: 0 },
    events: { type: anything, default: () => [] },
  },
  { collection: 'apps', versionKey: false, minimize: false, strict: 'throw' },
)
appSchema.index({ networkId: 1, createdAt: 1 })
// A host belongs to one app of one network: the database decides who was first.
appSchema.index({ hosts: 1 }, { unique: true, sparse: true })
appSchema.index({ deletedAt: 1 }, { sparse: true })
appSchema.index({ 'events.id': 1 }, { sparse: true })

export const AppModel = defineModel<AppDocument>('App', appSchema)
