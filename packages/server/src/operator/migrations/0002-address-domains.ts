import { emailKeyOf } from '@twinlock/shared/email-address'
import type { Connection, mongo } from 'mongoose'
import type { Migration } from '../../platform/mongo/migrations/migration.js'

interface Keyed {
  _id: string
  emailKey: string
}

interface Invitation extends Keyed {
  networkId: string
  tokenHash: string
  state: string
  sentAt: Date
}

/** Domains in ASCII alone have the same key as before. */
const NOT_ASCII = { emailKey: /[^ -~]/ }
/** In place of a token's hash, which is unique, while an invitation moves to its new id. */
const MOVING = 'moving:'

/**
 * `x@müller.example` and `x@xn--mller-kva.example` were two accounts, and an invitation to one was no good for the other.
 * Accounts that would share a key are listed, and nothing is changed until one of them is deleted.
 */
export const addressDomains: Migration = {
  number: 2,
  name: 'Store the domains of email addresses as A-labels',
  breaksOlderServers: 'they would not find accounts whose address has a domain outside ASCII.',

  async findObstacles(connection) {
    const accounts = collection<Keyed>(connection, 'accounts')
    const idsByKey = new Map<string, string[]>()
    for await (const { _id, emailKey } of accounts.find(NOT_ASCII).project<Keyed>({ emailKey: 1 })) {
      const key = newKeyOf(emailKey)
      if (key !== emailKey) idsByKey.set(key, [...(idsByKey.get(key) ?? []), _id])
    }
    for await (const { _id, emailKey } of accounts.find({ emailKey: { $in: [...idsByKey.keys()] } }))
      idsByKey.get(emailKey)?.push(_id)
    return [...idsByKey.values()]
      .filter((ids) => ids.length > 1)
      .map((ids) => `accounts of one mailbox, of which one alone can stay: ${ids.sort().join(', ')}`)
  },

  async run(connection) {
    for (const name of ['accounts', 'memberships', 'sign_ups']) await renameKeys(collection(connection, name))
    await moveInvitations(collection(connection, 'invitations'))
  },
}

async function renameKeys(documents: mongo.Collection<Keyed>): Promise<void> {
  for await (const { _id, emailKey } of documents.find(NOT_ASCII).project<Keyed>({ emailKey: 1 })) {
    const key = newKeyOf(emailKey)
    if (key !== emailKey) await documents.updateOne({ _id, emailKey }, { $set: { emailKey: key } })
  }
}

/** The key is part of the id: each is written again under its new one. Interrupted, the next run goes on from there. */
async function moveInvitations(invitations: mongo.Collection<Invitation>): Promise<void> {
  for await (const old of invitations.find(NOT_ASCII)) {
    const emailKey = newKeyOf(old.emailKey)
    if (emailKey === old.emailKey) continue
    const _id = `${old.networkId}:${emailKey}`
    const there = await invitations.findOne({ _id })
    const moved = { ...old, _id, emailKey, tokenHash: `${MOVING}${old.tokenHash}` }
    if (!there) await invitations.insertOne(moved)
    else if (!there.tokenHash.startsWith(MOVING) && isBetter(old, there)) await invitations.replaceOne({ _id }, moved)
    await invitations.deleteOne({ _id: old._id })
  }
  for await (const { _id, tokenHash } of invitations.find({ tokenHash: new RegExp(`^${MOVING}`) }))
    await invitations.updateOne({ _id, tokenHash }, { $set: { tokenHash: tokenHash.slice(MOVING.length) } })
}

/** Of two invitations of one mailbox to one network, one that can still be accepted stays, else the later one. */
function isBetter(one: Invitation, other: Invitation): boolean {
  const [isPending, isOtherPending] = [one.state === 'pending', other.state === 'pending']
  return isPending === isOtherPending ? one.sentAt > other.sentAt : isPending
}

/** An address that is not valid by today's rules retains its present key. */
function newKeyOf(emailKey: string): string {
  return emailKeyOf(emailKey) ?? emailKey
}

function collection<T extends mongo.Document>(connection: Connection, name: string): mongo.Collection<T> {
  return connection.collection(name) as unknown as mongo.Collection<T>
}
