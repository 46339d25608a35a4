import { newId } from '../platform/crypto/tokens.js'
import type { Origin } from './event.types.js'

/** What every event of an account says: whom it concerns, at which address, when and from where. */
export function eventOf(account: { _id: string; email: string; name: string }, origin: Origin, at: Date) {
  return { id: newId('evt'), at, accountId: account._id, email: account.email, name: account.name, origin }
}
