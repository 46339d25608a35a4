import { inject } from '@needle-di/core'
import { defineCollection, insertDocument } from '../platform/mongo/database.js'

/** A text that everyone knows, sealed under one key of the ring: any holder of the right key can open it. */
interface KeyCanaryDocument {
  /** The id of the key. */
  _id: string
  envelope: string
}

export const KeyCanaryCollection = defineCollection<KeyCanaryDocument>('key_canaries')

export class KeyCanaryStore {
  constructor(private readonly canaries = inject(KeyCanaryCollection)) {}

  /** All of them, by key id: there are as many as there have been keys. */
  async all(): Promise<Map<string, string>> {
    const documents = await this.canaries.find().toArray()
    return new Map(documents.map(({ _id, envelope }) => [_id, envelope]))
  }

  /** @returns false when another server wrote one for this key id first */
  async insert(keyId: string, envelope: string): Promise<boolean> {
    return insertDocument(this.canaries, { _id: keyId, envelope })
  }
}
