import { newId } from '../platform/crypto/tokens.js'
import type { Origin } from './event.types.js'

interface ConcernedAccount {
  _id: string
  email: string
  name: string
  emailUndo?: { email: string; expiresAt: Date } | null
}

/** What every event of an account says: whom it concerns, at which address, when and from where. */
export function eventOf({ _id, email, name, emailUndo }: ConcernedAccount, origin: Origin, at: Date) {
  const alsoTo = emailUndo && at < emailUndo.expiresAt ? { alsoTo: emailUndo.email } : {}
  return { id: newId('evt'), at, accountId: _id, email, name, origin, ...alsoTo }
}
