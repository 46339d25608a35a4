import { DAY } from '@twinlock/shared/durations'
import type { FactorMethod, Role } from '@twinlock/shared/vocabulary'
import { AccountCollection, newAccount } from '../accounts/account.model.js'
import { listingKeysOf } from '../memberships/listing-keys.store.js'
import { MembershipCollection } from '../memberships/membership.model.js'
import { newMembership } from '../memberships/new-membership.js'
import { NetworkCollection } from '../networks/network.model.js'
import { hashToken, newId, newToken } from '../platform/crypto/tokens.js'
import { insertDocument } from '../platform/mongo/database.js'
import { SessionCollection } from '../sessions/session.model.js'
import type { TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'

export interface SignedInOptions {
  role?: Role
  methods?: FactorMethod[]
  /** The session's evidence in addition to the password. */
  used?: FactorMethod | 'BACKUP_CODE' | null
  joinedAt?: Date
  extendedUntil?: Date | null
  extendedIn?: string
}

export interface SignedIn {
  accountId: string
  memberId: string
  email: string
  browser: TestBrowser
}

let people = 0

/** Inserts a member with an open session, for tables of many people. */
export async function signedIn(testApp: TestApp, networkId: string, options: SignedInOptions = {}): Promise<SignedIn> {
  const { connection, clock } = testApp
  const { role = 'MEMBER', methods = [], used = methods[0] ?? null, extendedUntil = null, extendedIn = null } = options
  const now = clock.now()
  const joinedAt = options.joinedAt ?? now
  const email = `signed-in-${++people}@example.org`
  const factor = { id: 'f', createdAt: joinedAt, lastUsedAt: null }
  const account = newAccount({ emailKey: email, email, name: `Person ${people}`, passwordHash: 'x', now: joinedAt })
  account.networkIds = [networkId]
  if (methods.includes('AUTHENTICATOR_APP')) account.factors.app = { ...factor, sealedSecret: '' }
  if (methods.includes('SMS')) account.factors.sms = { ...factor, sealedNumber: '', maskedNumber: '•••• 42' }
  await insertDocument(AccountCollection.on(connection), account)

  const membership = { ...newMembership(account, networkId, role, joinedAt), extendedUntil, extendedIn }
  await insertDocument(MembershipCollection.on(connection), { ...membership, ...listingKeysOf(membership) })
  if (role === 'OWNER')
    await NetworkCollection.on(connection).updateOne({ _id: networkId }, { $push: { ownerIds: account._id } })

  return {
    accountId: account._id,
    memberId: membership._id,
    email,
    browser: await openSession(testApp, account._id, used),
  }
}

/** A signed-in browser, with evidence in addition to the password. */
export async function openSession(
  { connection, clock, browser: newBrowser }: TestApp,
  accountId: string,
  used: SignedInOptions['used'],
): Promise<TestBrowser> {
  const now = clock.now()
  const token = newToken()
  await insertDocument(SessionCollection.on(connection), {
    _id: hashToken(token),
    publicId: newId('ses'),
    accountId,
    epoch: 0,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + 14 * DAY),
    evidence: [{ method: 'PASSWORD' as const, at: now }, ...(used ? [{ method: used, at: now }] : [])],
    origin: { address: '203.0.113.9', device: 'Firefox' },
    sms: null,
    mailbox: null,
    guesses: 0,
    idToken: null,
    events: [],
  })
  const browser = newBrowser()
  browser.cookies.set('twinlock_session', token)
  return browser
}
