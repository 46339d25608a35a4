import { foldForSearch } from '@twinlock/shared/typed-text'
import type { Role } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../accounts/account.model.js'
import { methodsOf } from '../accounts/account-factors.js'
import { listingKeysOf } from './listing-keys.store.js'
import { searchWordsOf } from './member-search.js'
import { type MembershipDocument, membershipIdOf } from './membership.model.js'

export type MembershipCopies = Pick<
  MembershipDocument,
  'name' | 'email' | 'nameKey' | 'emailKey' | 'words' | 'methods' | 'deletionAt' | 'copiedEpoch'
>

/** What a membership shows of its account in listings. */
export function copiesOf(account: AccountDocument): MembershipCopies {
  return {
    name: account.name,
    email: account.email,
    nameKey: foldForSearch(account.name),
    emailKey: account.emailKey,
    words: searchWordsOf(account),
    methods: methodsOf(account),
    deletionAt: account.deletion?.at ?? null,
    copiedEpoch: account.epoch,
  }
}

/** A stay as it begins: nothing of an earlier one, least of all more time, is carried over. */
export function newMembership(account: AccountDocument, networkId: string, role: Role, now: Date): MembershipDocument {
  const copies = copiesOf(account)
  const facts = { role, joinedAt: now, extendedUntil: null, usesSso: false }
  return {
    _id: membershipIdOf(networkId, account._id),
    networkId,
    accountId: account._id,
    ...facts,
    sso: null,
    sessionsEndedAt: null,
    leftAt: null,
    extendedIn: null,
    extensionReason: null,
    ...copies,
    ...listingKeysOf({ ...facts, ...copies }),
    lastSignInAt: null,
    lastMailAt: null,
    updatedAt: now,
    events: [],
  }
}
