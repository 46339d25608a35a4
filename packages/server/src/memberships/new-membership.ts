import type { Role } from '@twinlock/shared/vocabulary'
import { type AccountDocument, methodsOf } from '../accounts/account.model.js'
import { listingKeysOf } from './listing-keys.js'
import { type MembershipDocument, membershipIdOf } from './membership.model.js'

export type MembershipCopies = Pick<
  MembershipDocument,
  'name' | 'email' | 'nameKey' | 'emailKey' | 'words' | 'methods' | 'copiedEpoch'
>

/** What a membership shows of its account in listings. */
export function copiesOf(account: AccountDocument): MembershipCopies {
  return {
    name: account.name,
    email: account.email,
    nameKey: searchKeyOf(account.name),
    emailKey: account.emailKey,
    words: wordsOf(account),
    methods: methodsOf(account),
    copiedEpoch: account.epoch,
  }
}

/** How names are ordered and found: without case, accents or the width of letters. */
export function searchKeyOf(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** What somebody may be searched by the beginning of: each part of the name, the address, and where it is at home. */
function wordsOf({ name, emailKey }: AccountDocument): string[] {
  const domain = emailKey.slice(emailKey.lastIndexOf('@') + 1)
  return [...new Set([...searchKeyOf(name).split(/\s+/), emailKey, domain])]
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
