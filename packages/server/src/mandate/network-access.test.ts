import { DAY, HOUR } from '@twinlock/shared/durations'
import { type FactorMethod, roles } from '@twinlock/shared/vocabulary'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { EventRelay } from '../events/event-relay.js'
import { NetworkCollection } from '../networks/network.model.js'
import { outcomeOf } from '../people/people.fixture.js'
import { putNetwork } from '../testing/network.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { BroadcastRunner } from './broadcasts/broadcast-runner.js'
import { type SignedInOptions, signedIn } from './signed-in.fixture.js'

const open = 'data'
const setUp = 'TWO_FACTOR_SETUP_REQUIRED'
const secondStep = 'TWO_FACTOR_REQUIRED'

/** A kind of member, and their access 1 ms before the deadline, at it, and 1 ms after. */
const table: [string, (times: Times) => SignedInOptions, [string, string, string]][] = [
  ['without a method, in since before', ({ activatedAt }) => ({ joinedAt: before(activatedAt) }), [open, setUp, setUp]],
  [
    'without a method, joined at the activation',
    ({ activatedAt }) => ({ joinedAt: activatedAt }),
    [open, setUp, setUp],
  ],
  [
    'without a method, joined 1 ms after it',
    ({ activatedAt }) => ({ joinedAt: after(activatedAt) }),
    [setUp, setUp, setUp],
  ],
  [
    'given 1 ms more',
    ({ activatedAt, deadline }) => ({ joinedAt: before(activatedAt), extendedUntil: after(deadline) }),
    [open, open, setUp],
  ],
  [
    'given 1 ms more in an activation before this one',
    ({ activatedAt, deadline }) => ({
      joinedAt: before(activatedAt),
      extendedUntil: after(deadline),
      extendedIn: 'act_0',
    }),
    [open, setUp, setUp],
  ],
  [
    'given less than there is',
    ({ activatedAt, deadline }) => ({ joinedAt: before(activatedAt), extendedUntil: before(deadline) }),
    [open, setUp, setUp],
  ],
  ['by an app', ({ activatedAt }) => ({ joinedAt: before(activatedAt), methods: app }), [open, open, open]],
  [
    'by an app, joined 1 ms after',
    ({ activatedAt }) => ({ joinedAt: after(activatedAt), methods: app }),
    [open, open, open],
  ],
  [
    'by SMS alone, which counts until 1 ms after the deadline',
    ({ activatedAt }) => ({ joinedAt: before(activatedAt), methods: ['SMS'] }),
    [open, open, setUp],
  ],
  [
    'with both, signed in by SMS: the method used counts',
    ({ activatedAt }) => ({ joinedAt: before(activatedAt), methods: both, used: 'SMS' }),
    [open, open, secondStep],
  ],
  [
    'with an app, signed in with the password alone before it was set up',
    ({ activatedAt }) => ({ joinedAt: before(activatedAt), methods: app, used: null }),
    [secondStep, secondStep, secondStep],
  ],
  [
    'with an app, signed in by a backup code',
    ({ activatedAt }) => ({ joinedAt: before(activatedAt), methods: app, used: 'BACKUP_CODE' }),
    [open, open, open],
  ],
]

interface Times {
  activatedAt: Date
  deadline: Date
}
const app: FactorMethod[] = ['AUTHENTICATOR_APP']
const both: FactorMethod[] = ['AUTHENTICATOR_APP', 'SMS']
const before = (moment: Date) => new Date(moment.getTime() - 1)
const after = (moment: Date) => new Date(moment.getTime() + 1)

describe.each(['never runs', 'runs twice at once'])('where the worker %s', (workers) => {
  const apps: TestApp[] = []
  let testApp: TestApp
  beforeAll(async () => {
    testApp = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
    const { clock, connection, keyRing } = testApp
    apps.push(testApp, await startTestApp(inject('mongodbUri'), { clock, keyRing, database: connection.name }))
  })
  afterAll(async () => {
    for (const each of apps.reverse()) await each.close()
  })

  async function everyWorker(): Promise<void> {
    if (workers === 'never runs') return
    await Promise.all(
      apps.flatMap(({ app: { get } }) => [get(BroadcastRunner).runDue(), get(EventRelay).dispatchLeftovers()]),
    )
  }

  test.each(roles)('%s: open until the last millisecond, closed from the first', async (role) => {
    const now = testApp.clock.now()
    const network = await putNetwork(testApp, [], { name: 'Acme' })
    const times = { activatedAt: new Date(now.getTime() - 23 * HOUR), deadline: new Date(now.getTime() + HOUR) }
    const activationId = `act_${network._id}`
    const people = []
    for (const [name, options, expected] of table) {
      const who = { role, extendedIn: activationId, ...options(times) }
      people.push({ name, expected, ...(await signedIn(testApp, network._id, who)) })
    }
    await NetworkCollection.on(testApp.connection).updateOne(
      { _id: network._id },
      {
        $set: {
          mandate: { activationId, activatedBy: { accountId: 'x', name: 'Olga' }, ...times },
          acceptedMethods: ['AUTHENTICATOR_APP', 'PASSKEY'],
          earlierMethods: { accepted: both, until: after(times.deadline) },
        },
      },
    )
    await testApp.app.get(EventRelay).emit({
      type: 'mandate.activated',
      id: `evt_${network._id}`,
      at: times.activatedAt,
      activationId,
      graceHours: 24,
      deadline: times.deadline,
      networkId: network._id,
      networkName: 'Acme',
      actor: { kind: 'system' },
      origin: null,
    })
    for (const [turn, moment] of [before(times.deadline), times.deadline, after(times.deadline)].entries()) {
      testApp.clock.set(moment)
      await everyWorker()
      for (const { name, browser, expected } of people) {
        const answer = await browser.ask('query($slug: String!) { network(slug: $slug) { id name } }', {
          slug: network.slug,
        })
        // The sweep may have ended an overdue member's session; it grants nothing, and affects no one else.
        const allowed = expected[turn] === setUp ? [setUp, 'UNAUTHENTICATED'] : [expected[turn]]
        expect(allowed, `${name}, ${turn - 1} ms`).toContain(outcomeOf(answer))
        if (expected[turn] !== open) expect(JSON.stringify(answer.data ?? null), name).not.toContain('Acme')
      }
    }
    testApp.clock.advance(DAY)
  })
})
