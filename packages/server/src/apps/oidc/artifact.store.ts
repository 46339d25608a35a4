import { insertDocument } from '../../platform/mongo/insert-document.js'
import { plainCollection } from '../../platform/mongo/plain-collection.js'
import type { ArtifactDocument, ArtifactModel } from './artifact.model.js'

export class ArtifactStore {
  constructor(private readonly artifacts: ArtifactModel) {}

  /** By `_id`; null once it has expired. */
  async live(id: string, now: Date): Promise<ArtifactDocument | null> {
    const found = await plainCollection(this.artifacts).findOne({ _id: id })
    return found && now < found.expiresAt ? found : null
  }

  /** Of an artifact that is stored again its creation and its consumption stay. */
  async save({ _id, createdAt, consumedAt, ...values }: ArtifactDocument): Promise<void> {
    await this.artifacts.updateOne({ _id }, { $set: values, $setOnInsert: { createdAt, consumedAt } }, { upsert: true })
  }

  /** @returns false when it was there already */
  async add(artifact: ArtifactDocument): Promise<boolean> {
    return insertDocument(this.artifacts, artifact)
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
