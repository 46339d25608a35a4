import { inject } from '@needle-di/core'
import { insertDocument } from '../../platform/mongo/database.js'
import type { AppDocument } from '../app.model.js'
import type { AppSessionDocument } from '../sessions/app-session.model.js'
import { byId, decidingFactsIn, decidingStages, type FoundFacts } from '../sessions/deciding-facts.js'
import { ArtifactCollection, type ArtifactDocument } from './artifact.model.js'
import type { TokenFacts } from './request-reads.js'

export interface WithGrants {
  artifact: ArtifactDocument
  grants: ArtifactDocument[]
}

/** A code or token with all that decides about it; `app` is null where the release before has stored it. */
export interface TokenAsRead extends WithGrants {
  facts: TokenFacts
  app: AppDocument | null
}

type FoundWithFacts = ArtifactDocument &
  FoundFacts & { grants: ArtifactDocument[]; appSessions: AppSessionDocument[]; apps: AppDocument[] }

const grantsOf = byId('oidc_artifacts', 'grantRefs', 'grants')

export class ArtifactStore {
  constructor(private readonly artifacts = inject(ArtifactCollection)) {}

  /** By `_id`; null once it has expired. */
  async live(id: string, now: Date): Promise<ArtifactDocument | null> {
    const found = await this.artifacts.findOne({ _id: id })
    return found && now < found.expiresAt ? found : null
  }

  /** The same with its grants, in one command. All by `_id`. */
  async withGrants(id: string, now: Date): Promise<WithGrants | null> {
    const [found] = await this.artifacts
      .aggregate<ArtifactDocument & { grants: ArtifactDocument[] }>([{ $match: { _id: id } }, grantsOf])
      .toArray()
    if (!found || now >= found.expiresAt) return null
    const { grants, ...artifact } = found
    return { artifact, grants: grants.filter(({ expiresAt }) => now < expiresAt) }
  }

  /** A code or token with its grant, its app and all that decides whether it still counts, in one command. All by `_id`. */
  async withFacts(id: string, now: Date): Promise<TokenAsRead | null> {
    const [found] = await this.artifacts
      .aggregate<FoundWithFacts>([
        { $match: { _id: id } },
        grantsOf,
        byId('app_sessions', 'grantId', 'appSessions'),
        byId('apps', 'clientId'),
        ...decidingStages,
      ])
      .toArray()
    if (!found || now >= found.expiresAt) return null
    const { facts, rest } = decidingFactsIn(found)
    const { grants, appSessions, apps, ...artifact } = rest
    return {
      artifact,
      grants: grants.filter(({ expiresAt }) => now < expiresAt),
      facts: { ...facts, appSession: appSessions[0] ?? null },
      app: apps.find(({ deletedAt }) => deletedAt === null) ?? null,
    }
  }

  /** Of an artifact that is stored again its creation and its consumption stay. */
  async save({ _id, createdAt, consumedAt, ...values }: ArtifactDocument): Promise<void> {
    await this.artifacts.updateOne({ _id }, { $set: values, $setOnInsert: { createdAt, consumedAt } }, { upsert: true })
  }

  /** @returns false when it was there already */
  async add(artifact: ArtifactDocument): Promise<boolean> {
    return insertDocument(this.artifacts, artifact)
  }

  /** New ones, in one command. */
  async addAll(artifacts: readonly ArtifactDocument[]): Promise<void> {
    await this.artifacts.insertMany(artifacts)
  }

  /** @returns false when another request consumed it first, or it is gone */
  async consume(id: string, now: Date): Promise<boolean> {
    const { modifiedCount } = await this.artifacts.updateOne(
      { _id: id, consumedAt: null },
      { $set: { consumedAt: now } },
    )
    return modifiedCount === 1
  }

  async delete(id: string): Promise<void> {
    await this.artifacts.deleteOne({ _id: id })
  }

  /** By the sparse `grantId`: everything that a grant has led to, of one kind or of all. */
  async deleteFamily(grantId: string, kind?: string): Promise<void> {
    await this.artifacts.deleteMany({ grantId, ...(kind ? { kind } : {}) })
  }

  /** By `expiresAt`. */
  async sweep(now: Date): Promise<void> {
    await this.artifacts.deleteMany({ expiresAt: { $lte: now } })
  }
}
