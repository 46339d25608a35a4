import { randomBytes } from 'node:crypto'
import { HOUR } from '@twinlock/shared/durations'
import type { FactorMethod, Role } from '@twinlock/shared/vocabulary'
import { AccountCollection, type AccountDocument } from '../accounts/account.model.js'
import { listingKeysOf } from '../memberships/listing-keys.store.js'
import { MembershipCollection } from '../memberships/membership.model.js'
import { newMembership } from '../memberships/new-membership.js'
import { NetworkCollection, type NetworkDocument, newNetwork } from '../networks/network.model.js'
import { insertDocument } from '../platform/mongo/database.js'
import type { Person } from './person.js'
import type { TestApp } from './test-app.js'

export interface NetworkOptions {
  name?: string
  slug?: string
  /** Hours from now to the deadline of the requirement, also negative; null: it requires nothing. */
  deadlineIn?: number | null
  methods?: FactorMethod[]
  trustedDeviceDays?: number
  sso?: NetworkDocument['sso']
  role?: Role
  /** Adds people to this network instead of a new one. */
  into?: NetworkDocument
  usesSso?: boolean
}

/** A network in whatever state a test needs, with these people in it; written to the database as it is. */
export async function putNetwork(testApp: TestApp, people: readonly Person[], options: NetworkOptions = {}) {
  const { connection, clock } = testApp
  const now = clock.now()
  const { deadlineIn = null, methods, trustedDeviceDays = 0, sso = null, role = 'MEMBER', usesSso = false } = options
  const token = randomBytes(4).toString('hex')
  const begun = newNetwork({
    id: `net_${token}`,
    slug: options.slug ?? `network-${token}`,
    name: options.name ?? `Network ${token}`,
    plan: 'PRO',
    ownerId: 'acc_nobody',
    now,
  })
  // Everyone was a member before the activation, which was long enough ago for every grace.
  const joinedAt = new Date(now.getTime() - 2_000 * HOUR)
  const network: NetworkDocument = {
    ...begun,
    acceptedMethods: methods ?? begun.acceptedMethods,
    trustedDeviceDays,
    sso,
    mandate:
      deadlineIn === null
        ? null
        : {
            activationId: `act_${token}`,
            activatedAt: new Date(joinedAt.getTime() + HOUR),
            activatedBy: { accountId: 'acc_nobody', name: 'Olga' },
            deadline: new Date(now.getTime() + deadlineIn * HOUR),
          },
  }
  const entered = options.into ?? network
  if (!options.into) await insertDocument(NetworkCollection.on(connection), network)
  for (const person of people) {
    const account = await accountOf(testApp, person)
    const membership = { ...newMembership(account, entered._id, role, joinedAt), usesSso }
    await insertDocument(MembershipCollection.on(connection), { ...membership, ...listingKeysOf(membership) })
    await AccountCollection.on(connection).updateOne({ _id: account._id }, { $push: { networkIds: entered._id } })
  }
  return entered
}

/** The stored account of a person. */
export async function accountOf({ connection }: TestApp, { email }: { email: string }): Promise<AccountDocument> {
  const account = await AccountCollection.on(connection).findOne({ emailKey: email.toLowerCase() })
  if (!account) throw new Error(`${email} has no account.`)
  return account
}
