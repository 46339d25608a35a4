import { inject } from '@needle-di/core'
import { Schema } from 'mongoose'
import { defineModel, insertDocument } from '../platform/mongo/database.js'

/** A text that everyone knows, sealed under one key of the ring: any holder of the right key can open it. */
interface KeyCanaryDocument {
  /** The id of the key. */
  _id: string
  envelope: string
}

const schema = new Schema<KeyCanaryDocument>(
  { _id: { type: String, required: true }, envelope: { type: String, required: true } },
  { collection: 'key_canaries', versionKey: false, strict: 'throw' },
)
export const KeyCanaryModel = defineModel<KeyCanaryDocument>('KeyCanary', schema)

export class KeyCanaryStore {
  constructor(private readonly canaries = inject(KeyCanaryModel)) {}

  /** All of them, by key id: there are as many as there have been keys. */
  async all(): Promise<Map<string, string>> {
    const documents = await this.canaries.find().lean<KeyCanaryDocument[]>()
    return new Map(documents.map(({ _id, envelope }) => [_id, envelope]))
  }

  /** @returns false when another server wrote one for this key id first */
  async insert(keyId: string, envelope: string): Promise<boolean> {
    return insertDocument(this.canaries, { _id: keyId, envelope })
  }
}
