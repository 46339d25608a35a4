import { HOUR } from '@twinlock/shared/durations'
import fc from 'fast-check'
import { AccountCollection } from '../accounts/account.model.js'
import { withMoreTime } from '../domain/mandate.js'
import { MembershipCollection } from '../memberships/membership.model.js'
import { NetworkCollection } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import { SessionCollection } from '../sessions/session.model.js'
import type { TestApp } from '../testing/test-app.js'
import { ExtensionsStore } from './extensions/extensions.store.js'
import { MandateStore } from './mandate.store.js'
import type { SignedIn } from './signed-in.fixture.js'

export const PEOPLE = 3

/** What may happen next. */
export type Step =
  | { kind: 'activate'; hours: number }
  | { kind: 'deactivate' }
  | { kind: 'wait'; ms: number }
  | { kind: 'extend'; who: number; hours: number }
  | { kind: 'extend-all'; hours: number }
  | { kind: 'set-up'; who: number }
  | { kind: 'rejoin'; who: number }
  | { kind: 'work'; server: number }
  | { kind: 'restart'; server: number }
  | { kind: 'forget-rounds' }

const who = fc.nat(PEOPLE - 1)
const hours = fc.integer({ min: 1, max: 20 })
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('activate' as const), hours }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deactivate' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.oneof(
        fc.constantFrom(1, HOUR - 1, HOUR, HOUR + 1),
        hours.map((each) => each * HOUR),
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('extend' as const), who, hours }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('extend-all' as const), hours }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set-up' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rejoin' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('work' as const), server: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), server: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget-rounds' as const) }) },
)

/** What has to follow: five lines of arithmetic that know nothing of the server's code. */
export interface Model {
  required: { deadline: number; covers: number } | null
  people: { joined: number; extended: number; has: boolean; wasClosed: boolean }[]
}

export function isClosed(
  { required }: Model,
  { joined, extended, has }: Omit<Model['people'][number], 'wasClosed'>,
  now: number,
): boolean {
  if (!required || has) return false
  const own = joined > required.covers ? joined : required.deadline
  return now >= Math.max(own, extended)
}

/** Takes a step on a server, and in the model. Working and restarting are the test's own. */
export async function take(
  each: Step,
  place: number,
  server: TestApp,
  networkId: string,
  people: readonly SignedIn[],
  model: Model,
): Promise<void> {
  const { connection, clock } = server
  const now = clock.now()
  const until = 'hours' in each ? new Date(now.getTime() + each.hours * HOUR) : now
  const person = 'who' in each ? people[each.who] : undefined
  const fact = 'who' in each ? model.people[each.who] : undefined
  const event = { ...eventBase, id: `evt_${networkId}_${place}`, at: now, networkId }
  const store = new MandateStore(NetworkCollection.on(connection))
  const mandate = (await server.app.get(NetworkStore).byId(networkId))?.mandate ?? null
  const activationId = mandate?.activationId ?? `act_${networkId}_${place}`
  const more = { type: 'member.extended' as const, until, reason: 'r', activationId, timeZone: 'UTC', ...event }

  switch (each.kind) {
    case 'wait':
      return clock.advance(each.ms)
    case 'activate': {
      const begun = { activationId, activatedAt: now, activatedBy: { accountId: 'x', name: 'X' }, deadline: until }
      const facts = { activationId, graceHours: each.hours, deadline: until }
      await store.activate(networkId, begun, { type: 'mandate.activated', ...facts, ...event })
      if (model.required) return
      // A new grace is the same for all members, regardless of an earlier one.
      for (const each of model.people) each.extended = 0
      model.required = { deadline: until.getTime(), covers: now.getTime() }
      return
    }
    case 'deactivate':
      if (mandate) await store.deactivate(networkId, mandate, { type: 'mandate.deactivated', activationId, ...event })
      model.required = null
      return
    case 'extend': {
      if (!person || !fact || !mandate) return
      const membership = await MembershipCollection.on(connection).findOne({ _id: person.memberId })
      if (!membership) return
      const details = { ...more, accountId: person.accountId, email: person.email }
      await new ExtensionsStore(MembershipCollection.on(connection)).extend(membership, until, 'r', details)
      fact.extended = Math.max(fact.extended, until.getTime())
      return
    }
    case 'extend-all':
      if (!mandate || until <= mandate.deadline) return
      await store.moveDeadline(networkId, mandate, withMoreTime(mandate, until, now), {
        ...more,
        accountId: null,
        email: null,
      })
      model.required = { deadline: until.getTime(), covers: now.getTime() }
      return
    case 'set-up':
      if (!person || !fact || isClosed(model, fact, now.getTime())) return
      await setUp(server, person)
      fact.has = true
      return
    case 'rejoin':
      if (!person || !fact) return
      await MembershipCollection.on(connection).updateOne(
        { _id: person.memberId },
        { $set: { joinedAt: now, extendedUntil: null } },
      )
      Object.assign(fact, { joined: now.getTime(), extended: 0 })
      return
    case 'forget-rounds':
      await connection.collection('rounds').deleteMany({ networkId })
      return
    case 'work':
    case 'restart':
      return
  }
}

const eventBase = { networkName: 'Secret', actor: { kind: 'system' as const }, origin: null }

/** As confirming an app leaves it: the factor, and the session that proved it. */
async function setUp({ connection, clock }: TestApp, { accountId }: SignedIn): Promise<void> {
  const factor = { id: 'f', sealedSecret: '', createdAt: clock.now(), lastUsedAt: null }
  await AccountCollection.on(connection).updateOne({ _id: accountId }, { $set: { 'factors.app': factor } })
  const piece = { method: 'AUTHENTICATOR_APP' as const, at: clock.now() }
  await SessionCollection.on(connection).updateMany({ accountId }, { $push: { evidence: piece } })
}
