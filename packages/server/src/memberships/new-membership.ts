import type { Role } from '@twinlock/shared/vocabulary'
import { type AccountDocument, methodsOf } from '../accounts/account.model.js'
import { type MembershipDocument, membershipIdOf } from './membership.model.js'

export type MembershipCopies = Pick<
  MembershipDocument,
  'name' | 'email' | 'nameKey' | 'emailKey' | 'methods' | 'copiedEpoch'
>

/** What a membership shows of its account in listings. */
export function copiesOf(account: AccountDocument): MembershipCopies {
  return {
    name: account.name,
    email: account.email,
    nameKey: searchKeyOf(account.name),
    emailKey: account.emailKey,
    methods: methodsOf(account),
    copiedEpoch: account.epoch,
  }
}

/** How names are ordered and found: without case, accents or the width of letters. */
export function searchKeyOf(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A stay as it begins: nothing of an earlier one, least of all more time, is carried over. */
export function newMembership(account: AccountDocument, networkId: string, role: Role, now: Date): MembershipDocument {
  return {
    _id: membershipIdOf(networkId, account._id),
    networkId,
    accountId: account._id,
    role,
    joinedAt: now,
    leftAt: null,
    extendedUntil: null,
    extensionReason: null,
    usesSso: false,
    ...copiesOf(account),
    lastSignInAt: null,
    lastMailAt: null,
    updatedAt: now,
    events: [],
  }
}
