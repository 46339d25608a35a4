import { factorMethods, type Plan } from '@twinlock/shared/vocabulary'
import type { NetworkDocument } from './network.model.js'

/** A network as it begins: nothing required, every method accepted. */
export function newNetwork(from: {
  id: string
  slug: string
  name: string
  plan: Plan
  ownerId: string
  now: Date
}): NetworkDocument {
  return {
    _id: from.id,
    slug: from.slug,
    name: from.name,
    plan: from.plan,
    createdAt: from.now,
    ownerIds: [from.ownerId],
    departures: [],
    departed: 0,
    mandate: null,
    acceptedMethods: [...factorMethods],
    earlierMethods: null,
    trustedDeviceDays: 0,
    helpContact: null,
    sso: null,
    ssoDomains: [],
    events: [],
  }
}
