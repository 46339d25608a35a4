import { expect, inject, test } from 'vitest'
import { Outbox } from '../../outbox/outbox.service.js'
import { startTestApp } from '../../testing/test-app.js'
import { BroadcastRunner } from '../broadcasts/broadcast-runner.js'
import { activated, crowd, readyNetwork } from '../mandate.fixture.js'

test('G13: two workers at once email each of 2,000 members once, and the broadcast ends', async () => {
  const quiet = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
  const big = await readyNetwork(quiet)
  await crowd(quiet, big.id, { count: 1_999 })
  await activated(big)
  const [runner, outbox] = [quiet.app.get(BroadcastRunner), quiet.app.get(Outbox)]
  await Promise.all([runner.runDue(), runner.runDue(), runner.runDue()])
  await runner.runDue()
  expect(await quiet.connection.collection('outbox').countDocuments({ template: /^mandate-/ })).toBe(2_000)
  await Promise.all([outbox.deliverDue(), outbox.deliverDue()])
  const emails = await quiet.connection
    .collection('outbox')
    .find({ template: /^mandate-/ })
    .toArray()
  expect(emails.filter(({ state }) => state === 'sent')).toHaveLength(2_000)
  expect(emails.filter(({ template }) => template === 'mandate-activated-to-do')).toHaveLength(1_999)
  const broadcast = await quiet.connection.collection<{ _id: string }>('rounds').findOne({ kind: 'announce' })
  expect(broadcast).toMatchObject({ reached: 2_000, doneAt: quiet.clock.now() })
  await quiet.close()
})
