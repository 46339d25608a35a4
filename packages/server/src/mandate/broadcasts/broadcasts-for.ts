import { HOUR } from '@twinlock/shared/durations'
import { remindersOf } from '../../domain/mandate.js'
import type { EventsFor } from '../../events/consequences.js'
import type { NetworkEvent } from '../../events/event.types.js'
import { systemEventOf } from '../../events/event-frame.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { BroadcastDocument, BroadcastKind } from './broadcast.model.js'

type Terms = Pick<BroadcastDocument, 'audience' | 'deadline'> &
  Partial<Pick<BroadcastDocument, 'before' | 'dueAt' | 'joinedUntil' | 'reason'>>

/** Part of the broadcast's id, which determines the text of its emails. */
export const settingByEvent = {
  'policy.trusted_devices_changed': 'devices',
  'policy.session_limit_changed': 'sessions',
  'policy.passkey_sign_in_changed': 'passkeys',
} as const

/** The broadcasts that an event starts; a repeated event gives the same ids. */
export function broadcastsFor(event: EventsFor<'broadcasts'>): BroadcastDocument[] {
  switch (event.type) {
    case 'mandate.activated': {
      const timeZone = event.timeZone ?? 'UTC'
      const build = broadcastBuilder(event, event.activationId, timeZone)
      return [
        build('announce', event.activationId, { audience: 'everyone', deadline: null }),
        ...deadlineBroadcasts(event, event.activationId, timeZone, 'not-yet', event.deadline),
      ]
    }
    case 'mandate.deactivated': {
      const build = broadcastBuilder(event, event.activationId, 'UTC')
      return [build('withdraw', event.activationId, { audience: 'everyone', deadline: null })]
    }
    case 'member.extended': {
      const isForAll = event.accountId === null
      const build = broadcastBuilder(event, event.activationId, event.timeZone)
      const terms = { audience: 'not-yet' as const, deadline: event.until, reason: event.reason }
      return [
        ...(isForAll ? [build('extend', event.id, terms)] : []),
        ...deadlineBroadcasts(
          event,
          event.activationId,
          event.timeZone,
          isForAll ? 'not-yet' : 'extended',
          event.until,
        ),
      ]
    }
    case 'policy.allowed_methods_changed': {
      if (!event.activationId || event.effectiveAt <= event.at) return []
      const zone = event.timeZone ?? 'UTC'
      const build = broadcastBuilder(event, event.activationId, zone)
      return [
        build('methods', event.id, { audience: 'not-yet', deadline: event.effectiveAt }),
        ...deadlineBroadcasts(event, event.activationId, zone, 'not-yet', event.effectiveAt),
      ]
    }
    case 'policy.trusted_devices_changed':
    case 'policy.session_limit_changed':
    case 'policy.passkey_sign_in_changed': {
      if (!event.activationId || !event.effectiveAt) return []
      const build = broadcastBuilder(event, event.activationId, event.timeZone ?? 'UTC')
      return [build('settings', `${settingByEvent[event.type]}:${event.id}`, { audience: 'everyone', deadline: null })]
    }
  }
}

/** The event with which a broadcast ends, if it has one. */
export function endEventOf(broadcast: BroadcastDocument, network: NetworkDocument, at: Date): NetworkEvent | null {
  const { _id, kind, activationId, reached: recipients, before, audience } = broadcast
  const base = { activationId, ...systemEventOf(network, at), id: `${_id}:done` }
  if (kind === 'remind' && recipients > 0) return { type: 'mandate.reminded', recipients, before, ...base }
  if (kind === 'close' && audience !== 'extended') return { type: 'mandate.deadline_passed', ...base }
  return null
}

/** An Admin reminds all members without 2FA. */
export function nudgeBroadcast(
  event: NetworkEvent & { type: 'mandate.reminded' },
  timeZone: string,
): BroadcastDocument {
  return broadcastBuilder(event, event.activationId, timeZone)('nudge', event.id, {
    audience: 'not-yet',
    deadline: null,
  })
}

/** The key of one hour's reminders: each member gets one per key. */
export function reminderHour(activationId: string, at: Date): string {
  return `${reminderKeyPrefix(activationId)}${at.toISOString().slice(0, 13)}`
}

/** When the hour of a key ends; null when it belongs to no reminder of this activation. */
export function endOfReminderHour(key: string | null | undefined, activationId: string | undefined): Date | null {
  if (!key || !activationId || !key.startsWith(reminderKeyPrefix(activationId))) return null
  return new Date(Date.parse(`${key.slice(reminderKeyPrefix(activationId).length)}:00:00.000Z`) + HOUR)
}

const reminderKeyPrefix = (activationId: string) => `nudge:${activationId}:`

/** The reminders of a deadline and its sweep. Two events with the same deadline share them. */
function deadlineBroadcasts(
  event: NetworkEvent,
  activationId: string,
  timeZone: string,
  audience: BroadcastDocument['audience'],
  deadline: Date,
): BroadcastDocument[] {
  const build = broadcastBuilder(event, activationId, timeZone)
  const name = `${activationId}:${audience}:${deadline.getTime()}`
  return [
    ...remindersOf(event.at, deadline).map(({ before, at }) =>
      build('remind', `${name}:${before}`, { audience, deadline, before, dueAt: at, joinedUntil: deadline }),
    ),
    build('close', name, { audience, deadline, dueAt: deadline, joinedUntil: deadline }),
  ]
}

function broadcastBuilder(event: NetworkEvent, activationId: string, timeZone: string) {
  return (kind: BroadcastKind, name: string, terms: Terms): BroadcastDocument => ({
    _id: `${kind}:${name}`,
    networkId: event.networkId,
    activationId,
    kind,
    audience: terms.audience,
    deadline: terms.deadline,
    before: terms.before ?? null,
    joinedUntil: terms.joinedUntil ?? event.at,
    actorName: event.actor.kind === 'system' ? event.networkName : event.actor.name,
    timeZone,
    reason: terms.reason ?? null,
    dueAt: terms.dueAt ?? event.at,
    attempts: 0,
    cursor: '',
    reached: 0,
    doneAt: null,
  })
}
