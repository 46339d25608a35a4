import { inject } from '@needle-di/core'
import { isAdminRole } from '@twinlock/shared/vocabulary'
import type { EventsFor } from '../events/consequences.js'
import { memberOf, membershipIdOf } from '../memberships/membership.model.js'
import { MembershipStore } from '../memberships/membership.store.js'
import { mailLanguageOf, type NetworkDocument } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import type { NetworkNoticeProps } from '../notifications/message-props.types.js'
import { outgoing } from '../notifications/outgoing.js'
import { Outbox } from '../outbox/outbox.service.js'
import type { OutgoingMessage } from '../outbox/outbox.types.js'

type Noticed = EventsFor<'admin notices'>
type Addressed = { id: string; to: string }

/** Emails every Admin of a network about urgent events. Idempotent: a repeated event sends no second email. */
export class AdminNoticesService {
  constructor(
    private readonly networks = inject(NetworkStore),
    private readonly memberships = inject(MembershipStore),
    private readonly outbox = inject(Outbox),
  ) {}

  async follow(event: Noticed): Promise<void> {
    const network = await this.networks.byId(event.networkId)
    if (!network) return
    const notice = noticeOf(event, network)
    const addresses = await this.#addressesOf(network)
    await this.outbox.put(addresses.map(({ _id, email }) => notice({ id: `${event.id}:admin:${_id}`, to: email })))
  }

  async #addressesOf(network: NetworkDocument): Promise<{ _id: string; email: string }[]> {
    const stored = await this.memberships.admins(network._id)
    const known = new Set(stored.map(({ _id }) => _id))
    const missing = network.ownerIds.filter((accountId) => !known.has(membershipIdOf(network._id, accountId)))
    const owners = await Promise.all(missing.map((accountId) => this.memberships.byId(network._id, accountId)))
    return [...stored, ...owners].flatMap((membership) => {
      const member = memberOf(network, membership)
      return member && isAdminRole(member.role) ? [member] : []
    })
  }
}

const webhookMails = {
  'webhook.created': 'network-webhook-created',
  'webhook.changed': 'network-webhook-changed',
  'webhook.secret_rotated': 'network-webhook-secret-rotated',
  'webhook.deleted': 'network-webhook-deleted',
} as const

function noticeOf(event: Noticed, network: NetworkDocument): (mail: Addressed) => OutgoingMessage {
  const actorName = 'name' in event.actor ? event.actor.name : null
  const props: NetworkNoticeProps = {
    networkName: event.networkName,
    slug: network.slug,
    actorName,
    at: event.at,
    origin: event.origin,
    ...mailLanguageOf(network),
  }
  switch (event.type) {
    case 'api_key.created': {
      const { keyName, scopes, expiresAt: worksUntil } = event
      return (mail) =>
        outgoing('network-api-key-created', { ...mail, props: { ...props, keyName, scopes, worksUntil } })
    }
    case 'api_key.revoked': {
      const { keyName } = event
      return (mail) => outgoing('network-api-key-revoked', { ...mail, props: { ...props, keyName } })
    }
    case 'api_key.return_addresses_changed': {
      const { keyName, returnAddresses } = event
      return (mail) =>
        outgoing('network-return-addresses-changed', { ...mail, props: { ...props, keyName, returnAddresses } })
    }
    case 'webhook.created':
    case 'webhook.changed':
    case 'webhook.secret_rotated':
    case 'webhook.deleted': {
      const { url } = event
      return (mail) => outgoing(webhookMails[event.type], { ...mail, props: { ...props, url } })
    }
    case 'webhook.paused': {
      const { url, reason: problem } = event
      return (mail) => outgoing('network-webhook-paused', { ...mail, props: { ...props, url, problem } })
    }
    case 'member.re_enrolment_cancelled': {
      const { email } = event
      return (mail) => outgoing('network-re-enrolment-cancelled', { ...mail, props: { ...props, email } })
    }
    case 'verification.declined': {
      const { app, name: memberName, reason } = event
      return (mail) =>
        outgoing('network-verification-declined', { ...mail, props: { ...props, app, memberName, reason } })
    }
    case 'network.deletion_scheduled': {
      const { until } = event
      return (mail) => outgoing('network-deletion-scheduled', { ...mail, props: { ...props, until } })
    }
    case 'network.deletion_cancelled':
      return (mail) => outgoing('network-deletion-cancelled', { ...mail, props })
    case 'network.ownership_transferred': {
      const { email } = event
      return (mail) => outgoing('network-ownership-transferred', { ...mail, props: { ...props, email } })
    }
  }
}
