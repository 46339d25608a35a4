import { inject } from '@needle-di/core'
import { isAdminRole } from '@twinlock/shared/vocabulary'
import { ProfileStore } from '../../accounts/profile.store.js'
import { proofOf } from '../../domain/sso-policy.js'
import type { EventsFor } from '../../events/consequences.js'
import type { NetworkEvent } from '../../events/event.types.js'
import { type MembershipDocument, memberOf, membershipIdOf } from '../../memberships/membership.model.js'
import { mailLanguageOf, type NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import type { MessageProps, TemplateName } from '../../notifications/message-props.types.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import type { OutgoingMessage } from '../../outbox/outbox.types.js'
import { Clock } from '../../platform/clock/clock.js'
import { SsoMemberStore } from '../members/sso-member.store.js'

const TOLD_AT_ONCE = 500

type SsoEvent = EventsFor<'sso notices'>
type Concerns = (member: MembershipDocument) => boolean

/** The mails that follow from what happened around a company sign-in; the same event twice mails nobody twice. */
export class SsoNoticesService {
  constructor(
    private readonly members = inject(SsoMemberStore),
    private readonly networks = inject(NetworkStore),
    private readonly profiles = inject(ProfileStore),
    private readonly outbox = inject(Outbox),
    private readonly clock = inject(Clock),
  ) {}

  async follow(event: SsoEvent): Promise<void> {
    const network = await this.networks.byId(event.networkId)
    if (network) await this.#notify(event, network)
  }

  async #notify(event: SsoEvent, network: NetworkDocument): Promise<void> {
    const actorName = event.actor.kind === 'system' ? network.name : event.actor.name
    const { name: networkName, slug, helpContact } = network
    const language = mailLanguageOf(network)
    const said = { networkName, slug, actorName, helpContact, ...language }
    switch (event.type) {
      case 'sso.required': {
        const props = { ...said, deadline: event.from, timeZone: event.timeZone }
        return this.#notifyMembers(event, network, ({ role }) => role !== 'GUEST', 'sso-required', props)
      }
      case 'sso.proof_required': {
        const props = { ...said, deadline: event.from, timeZone: event.timeZone }
        return this.#notifyMembers(
          event,
          network,
          (member) => isUnproved(member, network, this.clock.now()),
          'sso-proof-required',
          props,
        )
      }
      case 'sso.connection_ending': {
        const props = { ...said, deadline: event.endsAt, timeZone: event.timeZone }
        return this.#notifyMembers(event, network, ({ usesSso }) => usesSso, 'sso-ending', props)
      }
      case 'sso.owner_entered': {
        const isOther: Concerns = ({ role, accountId }) => isAdminRole(role) && accountId !== event.accountId
        return this.#notifyMembers(event, network, isOther, 'sso-owner-entered', {
          networkName,
          slug,
          ownerName: actorName,
          at: event.at,
          origin: event.origin ?? nowhere,
          ...language,
        })
      }
      case 'sso.identity_joined':
        return this.outbox.put([
          outgoing('notice-company-sign-in-joined', {
            id: `${event.id}:mail`,
            to: event.email,
            memberId: membershipIdOf(event.networkId, event.accountId),
            props: { networkName, at: event.at, origin: event.origin ?? nowhere, ...language },
          }),
        ])
    }
  }

  /** By the accounts themselves: the address that a membership shows is a copy. */
  async #notifyMembers<T extends TemplateName>(
    event: NetworkEvent,
    network: NetworkDocument,
    concerns: Concerns,
    template: T,
    props: MessageProps[T],
  ): Promise<void> {
    let after = ''
    for (;;) {
      const page = await this.members.page(network._id, after, TOLD_AT_ONCE)
      const last = page.at(-1)
      if (!last) return
      const recipients = page.flatMap((member) => memberOf(network, member) ?? []).filter(concerns)
      const accounts = await this.profiles.byIds(recipients.map(({ accountId }) => accountId))
      await this.outbox.put(
        accounts.map(({ _id, email }): OutgoingMessage => {
          const memberId = membershipIdOf(network._id, _id)
          return outgoing(template, { id: `${event.id}:${_id}`, to: email, memberId, props })
        }),
      )
      after = last._id
    }
  }
}

const nowhere = { address: 'unknown', device: 'unknown' }

function isUnproved({ usesSso, sso }: MembershipDocument, network: NetworkDocument, now: Date): boolean {
  return usesSso && sso !== null && network.sso !== null && proofOf(network.sso, sso, now) !== 'PROVED'
}
