import { inject } from '@needle-di/core'
import { Database } from '../../platform/mongo/database.js'

interface AnyDocument {
  _id: string
  networkId?: string
  accountId?: string
}

const MEMBERS_AT_ONCE = 500

/** Everything of a network but the network itself; as `TracesStore` for a person. Every step may be repeated. */
export class NetworkTracesStore {
  constructor(private readonly connection = inject(Database)) {}

  async forget(networkId: string): Promise<void> {
    const apps = await this.#collection('apps')
      .find({ networkId }, { projection: { _id: 1 } })
      .toArray()
    const appIds = apps.map(({ _id }) => _id)
    if (appIds.length > 0) {
      await this.#collection('oidc_artifacts').deleteMany({ payload: { $regex: appIds.join('|') } })
      await this.#collection('gate_entries').deleteMany({ appId: { $in: appIds } })
    }
    for (const name of ofOneNetwork) await this.#collection(name).deleteMany({ networkId })
    await this.#collection('event_retries').deleteMany({ 'event.networkId': networkId })
    await this.#forgetSignIns('event_retries', {}, networkId)
    await this.#collection('coverage').deleteMany({ _id: networkId })
    // Their ids are made of the network's; what has been delivered carries nothing else.
    await this.#collection('acts').deleteMany({ _id: { $regex: networkId } })
    await this.#collection('outbox').deleteMany({
      $or: [{ _id: { $regex: networkId } }, { memberId: { $regex: networkId } }],
    })
    await this.#letMembersGo(networkId)
  }

  /** Accounts forget the network before their membership goes: by that they are found. */
  async #letMembersGo(networkId: string): Promise<void> {
    const memberships = this.#collection('memberships')
    for (;;) {
      const members = await memberships.find({ networkId }).limit(MEMBERS_AT_ONCE).toArray()
      if (members.length === 0) return
      const accountIds = members.flatMap(({ accountId }) => accountId ?? [])
      await this.connection
        .collection<{ _id: string; networkIds: string[]; reEnrolmentGrants: { networkId: string }[] }>('accounts')
        .updateMany(
          { _id: { $in: accountIds } },
          { $pull: { networkIds: networkId, reEnrolmentGrants: { networkId } } },
        )
      for (const name of ['sessions', 'sign_ins'])
        await this.connection
          .collection<{ evidence: { networkId: string }[] }>(name)
          .updateMany(
            { accountId: { $in: accountIds }, 'evidence.networkId': networkId },
            { $pull: { evidence: { networkId } } },
          )
      await this.#forgetSignIns('audit_events', { accountId: { $in: accountIds }, networkId: null }, networkId)
      await memberships.deleteMany({ _id: { $in: members.map(({ _id }) => _id) } })
    }
  }

  /** A sign-in is its account's own: it stays, without the network that it opened or whose provider vouched for it. */
  async #forgetSignIns(name: string, among: object, networkId: string): Promise<void> {
    const events = this.connection.collection<{ event: { opens: string[] } }>(name)
    await events.updateMany({ ...among, 'event.opens': networkId }, { $pull: { 'event.opens': networkId } })
    await events.updateMany({ ...among, 'event.provider': networkId }, { $unset: { 'event.provider': true } })
  }

  #collection(name: string) {
    return this.connection.collection<AnyDocument>(name)
  }
}

const ofOneNetwork = [
  'api_keys',
  'app_sessions',
  'app_visits',
  'apps',
  'audit_events',
  'coverage_snapshots',
  'deliveries',
  'identities',
  'invitations',
  'rounds',
  'sso_requests',
  'verifications',
  'webhooks',
] as const
