import { inject } from '@needle-di/core'
import { AccountCollection, type AccountDocument } from '../../accounts/account.model.js'
import { factorsOf, methodsOf } from '../../accounts/account-factors.js'
import type { DomainEvent } from '../../events/event.types.js'
import { Database } from '../../platform/mongo/database.js'

interface AnyDocument {
  _id: string
  [key: string]: unknown
}

/** Reads what all rooms store about one person. Codes, keys and hashes are no data of a person, and stay. */
export class ExportStore {
  constructor(
    private readonly connection = inject(Database),
    private readonly accounts = inject(AccountCollection),
  ) {}

  async setLink(id: string, exportLink: NonNullable<AccountDocument['exportLink']>, event: DomainEvent): Promise<void> {
    await this.accounts.updateOne({ _id: id }, { $set: { exportLink }, $push: { events: event } })
  }

  /**
   * By `accountId`; by the address for invitations; by their networks, left ones too, for what they made there. All of it,
   * however much that is. @param phone the number that codes are sent to
   */
  async everythingOf(account: AccountDocument, phone: string | null): Promise<Record<string, unknown>> {
    const accountId = account._id
    const memberships = await this.#of('memberships', { accountId })
    const networkIds = memberships.map(({ networkId }) => networkId as string)
    const [networks, sessions, devices, identities, verifications, apps, invitations, sent, apiKeys, mails, activity] =
      await Promise.all([
        this.#of('networks', { _id: { $in: networkIds } }),
        this.#of('sessions', { accountId }),
        this.#of('trusted_devices', { accountId }),
        this.#of('identities', { accountId }),
        this.#of('verifications', { accountId }),
        this.#of('app_sessions', { accountId }),
        this.#of('invitations', { emailKey: account.emailKey }),
        this.#of('invitations', { networkId: { $in: networkIds }, 'invitedBy.accountId': accountId }),
        this.#of('api_keys', { networkId: { $in: networkIds }, makerAccountId: accountId }),
        this.#of('outbox', { memberId: { $in: memberships.map(({ _id }) => _id) } }),
        this.#of('audit_events', { accountId }),
      ])
    const names = new Map(networks.map(({ _id, name }) => [_id, name]))
    const networkIdOf = new Map(memberships.map(({ _id, networkId }) => [_id, networkId]))
    const ofItsNetwork = (mail: AnyDocument) => ({ ...mail, networkId: networkIdOf.get(mail.memberId as string) })
    const inNetwork = (documents: AnyDocument[], ...fields: string[]) =>
      documents.map((document) => ({
        networkId: document.networkId,
        networkName: names.get(document.networkId as string) ?? document.networkName ?? null,
        ...pick(...fields)(document),
      }))
    return {
      account: {
        id: accountId,
        email: account.email,
        formerEmail: account.emailUndo?.email ?? null,
        name: account.name,
        locale: account.locale ?? null,
        createdAt: account.createdAt,
        deletion: account.deletion ?? null,
        methods: methodsOf(account),
        factors: factorsOf(account).map(({ id: _, ...factor }) => factor),
        preferredMethod: account.preferredMethod,
        phone,
        backupCodesLeft: account.backupCodes.filter(({ usedAt }) => !usedAt).length,
      },
      memberships: inNetwork(
        memberships,
        'role',
        'joinedAt',
        'leftAt',
        'extendedUntil',
        'externalId',
        'lastSignInAt',
        'lastMailAt',
      ),
      sessions: sessions.map(pick('publicId', 'createdAt', 'lastSeenAt', 'origin', 'evidence')),
      trustedDevices: devices.map(pick('publicId', 'createdAt', 'origin')),
      companyIdentities: inNetwork(identities, 'issuer', 'subject', 'joinedAt'),
      verifications: inNetwork(verifications, 'shown', 'createdAt', 'outcome'),
      apps: inNetwork(apps, 'appId', 'createdAt', 'endedAt'),
      apiKeys: inNetwork(apiKeys, 'name', 'scopes', 'createdAt', 'expiresAt', 'revokedAt', 'lastUsedAt'),
      invitations: inNetwork(invitations, 'email', 'role', 'sentAt'),
      invitationsSent: inNetwork(sent, 'email', 'role', 'sentAt', 'state'),
      mails: inNetwork(mails.map(ofItsNetwork), 'template', 'createdAt', 'state', 'settledAt'),
      activity: activity.map(({ at, type, event }) => ({
        at,
        type,
        event: withoutOthers(event as DomainEvent, accountId),
      })),
    }
  }

  async #of(name: string, filter: object): Promise<AnyDocument[]> {
    return this.connection.collection<AnyDocument>(name).find(filter).toArray()
  }
}

/** What another person did in a network is included under their name alone: without their origin or account. */
function withoutOthers(event: DomainEvent, accountId: string): object {
  if (!('networkId' in event) || (event.actor.kind === 'person' && event.actor.accountId === accountId)) return event
  const { origin: _, actor, ...rest } = event
  return { ...rest, actor: actor.kind === 'person' ? { kind: actor.kind, name: actor.name } : actor }
}

function pick(...fields: string[]) {
  return (document: AnyDocument) => Object.fromEntries(fields.map((field) => [field, document[field] ?? null]))
}
