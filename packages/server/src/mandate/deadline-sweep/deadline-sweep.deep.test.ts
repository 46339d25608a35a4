import { HOUR } from '@twinlock/shared/durations'
import { expect, inject, test } from 'vitest'
import { MembershipCollection } from '../../memberships/membership.model.js'
import { member, outcomeOf } from '../../people/people.fixture.js'
import { startTestApp } from '../../testing/test-app.js'
import { BroadcastCollection } from '../broadcasts/broadcast.model.js'
import { BroadcastRunner } from '../broadcasts/broadcast-runner.js'
import { activated, acts, crowd, readyNetwork } from '../mandate.fixture.js'

test('G11: a database that fails every third write delays the sweep; each member is signed out once, and none has access', async () => {
  const quiet = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
  const big = await readyNetwork(quiet)
  await crowd(quiet, big.id, { count: 700 })
  const ben = await member(big)
  await activated(big)
  quiet.clock.advance(24 * HOUR)
  let calls = 0
  let chance = 1
  for (const token of [MembershipCollection, BroadcastCollection]) {
    const collection = quiet.app.get<object>(token) as Record<'updateMany' | 'findOneAndUpdate', object>
    for (const name of ['updateMany', 'findOneAndUpdate'] as const) {
      const real = (collection[name] as (...given: unknown[]) => unknown).bind(collection)
      Object.assign(collection, {
        [name]: (...given: unknown[]) => {
          calls += 1
          // One in three, in an irregular pattern that no batch can avoid.
          chance = (chance * 48_271) % 2_147_483_647
          if (chance % 3 === 0) throw new Error('The database is gone.')
          return real(...given)
        },
      })
    }
  }
  for (let turn = 0; turn < 40; turn += 1) {
    expect(outcomeOf(await acts.open(ben, big.slug))).not.toBe('data')
    await quiet.app
      .get(BroadcastRunner)
      .runDue()
      .catch(() => undefined)
    quiet.clock.advance(61_000)
  }
  expect(calls).toBeGreaterThan(6)
  expect(await quiet.connection.collection('rounds').countDocuments({ doneAt: null })).toBe(0)
  await quiet.settle()
  const events = await quiet.connection
    .collection('audit_events')
    .find({ networkId: big.id, type: 'member.overdue' })
    .toArray()
  expect(events).toHaveLength(701)
  expect(new Set(events.map(({ event }) => event.accountId)).size).toBe(701)
  expect(await quiet.connection.collection('outbox').countDocuments({ template: 'mandate-deadline-passed' })).toBe(701)
  await quiet.close()
})
