import { inject } from '@needle-di/core'
import {
  type AccountDocument,
  type AccountModel,
  accountModel,
  methodsOf,
  passkeysOf,
} from '../../accounts/account.model.js'
import type { DomainEvent } from '../../events/event.types.js'
import { Database } from '../../platform/mongo/database.js'

interface AnyDocument {
  _id: string
  [key: string]: unknown
}

/** Reads what all rooms store about one person. Codes, keys and hashes are no data of a person, and stay. */
export class ExportStore {
  readonly #accounts: AccountModel

  constructor(private readonly connection = inject(Database)) {
    this.#accounts = accountModel(connection)
  }

  async setLink(id: string, exportLink: AccountDocument['exportLink'], event: DomainEvent): Promise<void> {
    await this.#accounts.updateOne({ _id: id }, { $set: { exportLink }, $push: { events: event } })
  }

  /** By `accountId`, and by the address for invitations. */
  async everythingOf(account: AccountDocument): Promise<Record<string, unknown>> {
    const accountId = account._id
    const [memberships, sessions, devices, identities, verifications, apps, invitations, activity] = await Promise.all([
      this.#of('memberships', { accountId }),
      this.#of('sessions', { accountId }),
      this.#of('trusted_devices', { accountId }),
      this.#of('identities', { accountId }),
      this.#of('verifications', { accountId }),
      this.#of('app_sessions', { accountId }),
      this.#of('invitations', { emailKey: account.emailKey }),
      this.#of('audit_events', { accountId }),
    ])
    return {
      account: {
        id: accountId,
        email: account.email,
        formerEmail: account.emailUndo?.email ?? null,
        name: account.name,
        createdAt: account.createdAt,
        methods: methodsOf(account),
        phone: account.factors.sms?.maskedNumber ?? null,
        passkeys: passkeysOf(account).map(({ label, createdAt, lastUsedAt }) => ({ label, createdAt, lastUsedAt })),
        backupCodesLeft: account.backupCodes.filter(({ usedAt }) => !usedAt).length,
      },
      memberships: memberships.map(
        pick('networkId', 'role', 'joinedAt', 'leftAt', 'extendedUntil', 'externalId', 'lastSignInAt'),
      ),
      sessions: sessions.map(pick('publicId', 'createdAt', 'lastSeenAt', 'origin', 'evidence')),
      trustedDevices: devices.map(pick('publicId', 'createdAt', 'origin')),
      companyIdentities: identities.map(pick('networkId', 'issuer', 'subject', 'joinedAt')),
      verifications: verifications.map(pick('networkId', 'networkName', 'shown', 'createdAt', 'outcome')),
      apps: apps.map(pick('networkId', 'appId', 'createdAt', 'endedAt')),
      invitations: invitations.map(pick('networkId', 'email', 'role', 'sentAt')),
      activity: activity.map(({ at, type, event }) => ({
        at,
        type,
        event: withoutOthers(event as DomainEvent, accountId),
      })),
    }
  }

  async #of(name: string, filter: object): Promise<AnyDocument[]> {
    return this.connection.collection<AnyDocument>(name).find(filter).limit(10_000).toArray()
  }
}

/** What another person did in a network is told, by their name alone: neither from where nor by which account. */
function withoutOthers(event: DomainEvent, accountId: string): object {
  if (!('networkId' in event) || (event.actor.kind === 'person' && event.actor.accountId === accountId)) return event
  const { origin: _, actor, ...rest } = event
  return { ...rest, actor: actor.kind === 'person' ? { kind: actor.kind, name: actor.name } : actor }
}

function pick(...fields: string[]) {
  return (document: AnyDocument) => Object.fromEntries(fields.map((field) => [field, document[field] ?? null]))
}
