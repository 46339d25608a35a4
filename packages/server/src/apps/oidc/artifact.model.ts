import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/database.js'

/** What the OpenID provider remembers: codes, tokens, grants, interactions. Its id is a bearer secret, so only its hash is stored. */
export interface ArtifactDocument {
  /** `kind:SHA-256 of the id`. */
  _id: string
  kind: string
  /** JSON without the id: wherever it stood in it, a mark stands. */
  payload: string
  grantId?: string
  /** The stored id of its grant; of a session, those of its grants. */
  grantRefs?: string[]
  /** What a code or token rests on: an account, in one of its sessions, in the network of the app. */
  accountId?: string
  sessionId?: string
  networkId?: string
  /** The app that holds it. */
  clientId?: string
  createdAt: Date
  expiresAt: Date
  consumedAt: Date | null
}

const artifactSchema = new Schema<ArtifactDocument>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    payload: { type: String, required: true },
    grantId: { type: String },
    grantRefs: { type: [String], default: undefined },
    accountId: { type: String },
    sessionId: { type: String },
    networkId: { type: String },
    clientId: { type: String },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    consumedAt: { type: Date, default: null },
  },
  { collection: 'oidc_artifacts', versionKey: false, minimize: false, strict: 'throw' },
)
artifactSchema.index({ grantId: 1 }, { sparse: true })
artifactSchema.index({ expiresAt: 1 })

export const ArtifactModel = defineModel<ArtifactDocument>('OidcArtifact', artifactSchema)
