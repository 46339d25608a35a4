import { inject } from '@needle-di/core'
import { addressPattern, type ErasedIdentity, forgetPerson } from '../../domain/forget-person.js'
import { Database } from '../../platform/mongo/database.js'

interface AnyDocument {
  _id: string
  [key: string]: unknown
}

export interface ErasedPerson extends ErasedIdentity {
  name: string
  emailKeys: readonly string[]
  /** Every network that the account was ever in. */
  networkIds: readonly string[]
}

/**
 * The one place that knows where in the database a person or a network is found. It goes through collections of other
 * rooms, since erasing is about all of them. Every step may be repeated.
 */
export class TracesStore {
  constructor(private readonly connection = inject(Database)) {}

  /** By `accountId`: also the ones that it left, whose tombstones are still there. */
  async networksOf(accountId: string): Promise<string[]> {
    const found = await this.#collection('memberships')
      .find({ accountId }, { projection: { networkId: 1 } })
      .toArray()
    return found.map(({ networkId }) => String(networkId))
  }

  async forget(person: ErasedPerson): Promise<void> {
    await this.#deleteOwn(person)
    await this.#deleteMentions(person)
    await this.#makeNameless(person)
  }

  /** What belongs to the person alone. */
  async #deleteOwn({ accountId, emailKeys }: ErasedPerson): Promise<void> {
    for (const name of ['sessions', 'sign_ins', 'trusted_devices', 'identities', 'verifications', 'app_sessions'])
      await this.#collection(name).deleteMany({ accountId })
    await this.#collection('audit_events').deleteMany({ accountId, networkId: null })
    await this.#collection('event_retries').deleteMany({
      'event.accountId': accountId,
      'event.networkId': { $exists: false },
    })
    await this.#collection('sign_ups').deleteMany({ emailKey: { $in: [...emailKeys] } })
    await this.#collection('invitations').deleteMany({ emailKey: { $in: [...emailKeys] } })
    await this.#collection('sso_requests').deleteMany({ 'purpose.accountId': accountId })
    await this.#collection('gate_entries').deleteMany({ 'code.accountId': accountId })
  }

  /** Counts and messages whose ids are made of the person, mails captured while trying out, and sent webhooks. */
  async #deleteMentions({ accountId, emails, emailKeys, networkIds }: ErasedPerson): Promise<void> {
    const mention = { $regex: [accountId, ...emailKeys.map(addressPattern)].join('|'), $options: 'i' }
    for (const name of ['acts', 'app_visits', 'password_guesses'])
      await this.#collection(name).deleteMany({ _id: mention })
    await this.#collection('outbox').deleteMany({ $or: [{ _id: mention }, { memberId: mention }] })
    await this.#collection('oidc_artifacts').deleteMany({ payload: { $regex: accountId } })
    await this.#collection('captured_messages').deleteMany({ to: { $in: [...emails] } })
    await this.#collection('deliveries').deleteMany({ networkId: { $in: [...networkIds] }, body: mention })
  }

  /** What happened in networks stays, without who it was. */
  async #makeNameless(person: ErasedPerson): Promise<void> {
    const { accountId, networkIds, name } = person
    const inNetworks = { networkId: { $in: [...networkIds] } }
    await this.#rewrite('audit_events', { accountId }, person)
    await this.#rewrite(
      'audit_events',
      { ...inNetworks, $or: [{ 'event.actor.accountId': accountId }, { 'event.email': { $in: [...person.emails] } }] },
      person,
    )
    await this.#rewrite(
      'event_retries',
      { $or: [{ 'event.accountId': accountId }, { 'event.actor.accountId': accountId }] },
      person,
    )
    await this.#rewrite('api_keys', { ...inNetworks, makerAccountId: accountId }, person)
    await this.#rewrite('invitations', { ...inNetworks, 'invitedBy.accountId': accountId }, person)
    await this.#rewrite('networks', { _id: { $in: [...networkIds] } }, person)
    await this.#rewrite('accounts', { 'reEnrolmentGrants.grantedBy.accountId': accountId }, person)
    await this.#collection('webhooks').updateMany({ ...inNetworks, createdBy: name }, { $set: { createdBy: '' } })
    await this.#collection('rounds').updateMany({ ...inNetworks, actorName: name }, { $set: { actorName: '' } })
    await this.#collection('memberships').updateMany({ accountId }, { $set: namelessMember })
  }

  /** Only the fields that change are written: whatever else happens to the document at this moment stays. */
  async #rewrite(name: string, filter: object, person: ErasedIdentity): Promise<void> {
    const collection = this.#collection(name)
    for await (const document of collection.find(filter)) {
      const changed = Object.entries(document).flatMap(([key, value]) => {
        const next = forgetPerson({ value }, person).value
        return key !== '_id' && JSON.stringify(next) !== JSON.stringify(value) ? [[key, next] as const] : []
      })
      if (changed.length > 0) await collection.updateOne({ _id: document._id }, { $set: Object.fromEntries(changed) })
    }
  }

  #collection(name: string) {
    return this.connection.collection<AnyDocument>(name)
  }
}

/** A tombstone reports to other systems that a member is gone, by the id that they know. */
const namelessMember = {
  name: '',
  email: '',
  nameKey: '',
  emailKey: '',
  words: [],
  methods: [],
  externalId: null,
  sso: null,
  usesSso: false,
  extensionReason: null,
  lastSignInAt: null,
  lastMailAt: null,
}
