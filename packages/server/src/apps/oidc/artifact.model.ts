import { defineCollection } from '../../platform/mongo/database.js'

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

export const ArtifactCollection = defineCollection<ArtifactDocument>('oidc_artifacts', [
  [{ grantId: 1 }, { sparse: true }],
  [{ expiresAt: 1 }],
])
