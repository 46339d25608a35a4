import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { HOUR } from '@twinlock/shared/durations'
import { expect, inject, test } from 'vitest'
import { Outbox } from '../../outbox/outbox.service.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { startSmtpServer } from '../../platform/mail/smtp-server.fixture.js'
import { FakeClock } from '../../testing/fake-clock.js'
import { rounds } from '../../testing/rounds.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { BroadcastRunner } from '../broadcasts/broadcast-runner.js'
import { activated, crowd, readyNetwork } from '../mandate.fixture.js'

const MEMBERS = rounds({ usual: 500, deep: 2_000 })
const database = `test_killed_${randomBytes(4).toString('hex')}`
const secret = randomBytes(32)

test('a worker is killed with -9 midway: two others continue, and every member gets exactly one email', async () => {
  const smtp = await startSmtpServer()
  // The worker is a separate process on the real clock; here the clock is moved past its leases.
  const clock = new FakeClock(new Date(Date.now() - 5 * 60_000))
  const keyRing = new KeyRing([{ id: 'k1', secret: new Uint8Array(secret) }])
  const start = (env: Record<string, string>) => startTestApp(inject('mongodbUri'), { env, clock, database, keyRing })
  const admin = await start({ TWINLOCK_WORKER: 'off' })
  const net = await readyNetwork(admin)
  const emails = await crowd(admin, net.id, { count: MEMBERS - 1 })
  await activated(net)
  const mailsQueued = () => admin.connection.collection('outbox').countDocuments({ template: /^mandate-activated/ })

  const worker = startWorker(smtp.url)
  const death = once(worker, 'exit')
  while ((await mailsQueued()) === 0 && worker.exitCode === null) await after(10)
  worker.kill('SIGKILL')
  await death
  expect(worker.signalCode).toBe('SIGKILL')
  const queuedByTheDead = await mailsQueued()
  expect(queuedByTheDead).toBeGreaterThan(0)
  expect(queuedByTheDead).toBeLessThan(MEMBERS)

  clock.set(new Date(Date.now() + HOUR / 2))
  const others = [await start({ SMTP_URL: smtp.url }), await start({ SMTP_URL: smtp.url })]
  const carryOn = ({ app: { get } }: TestApp) =>
    get(BroadcastRunner)
      .runDue()
      .then(() => get(Outbox).deliverDue({ concurrency: 10 }))
  await Promise.all(others.map(carryOn))
  // What a busy machine was too slow to accept is tried again later.
  for (let turn = 0; turn < 10 && (await admin.app.get(Outbox).depth()) > 0; turn += 1) {
    clock.advance(HOUR)
    await Promise.all(others.map(carryOn))
  }

  const idsOf = new Map<string, Set<string>>()
  for (const { envelope, messageId, headers } of smtp.received) {
    const [to = ''] = envelope.to
    if (/^Subject: .*two-factor/im.test(headers)) idsOf.set(to, (idsOf.get(to) ?? new Set()).add(messageId))
  }
  expect(new Set(idsOf.keys())).toEqual(new Set([...emails, net.owner.email]))
  expect([...idsOf.values()].every((ids) => ids.size === 1)).toBe(true)
  expect(await admin.connection.collection('rounds').countDocuments({ kind: 'announce', reached: MEMBERS })).toBe(1)

  for (const { app } of others) await app.close()
  await admin.close()
  await smtp.close()
}, 180_000)

function startWorker(smtpUrl: string): ChildProcess {
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const main = fileURLToPath(new URL('../../main.ts', import.meta.url))
  const uri = inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${database}$1`)
  return spawn(process.execPath, ['--conditions=@twinlock/source', '--import', tsx, main], {
    env: {
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)),
      MONGODB_URI: uri,
      TWINLOCK_HTTP: 'off',
      TWINLOCK_DEMO: 'off',
      TWINLOCK_KEYS: `k1:${secret.toString('base64')}`,
      SMTP_URL: smtpUrl,
      LOG_LEVEL: 'error',
    },
    stdio: 'inherit',
  })
}
