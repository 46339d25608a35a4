import { expect, inject, onTestFinished, test } from 'vitest'
import { outgoing } from '../notifications/outgoing.js'
import { startSmtpServer } from '../platform/mail/smtp-server.fixture.js'
import { startTestApp } from '../testing/test-app.js'
import { Outbox } from './outbox.service.js'

test('a server that is stopped during a mailing finishes the messages it has started and leaves the rest', async () => {
  const begun = deferred()
  const go = deferred()
  const mails = await startSmtpServer({
    answer: async () => {
      begun.resolve()
      await go.promise
      return undefined
    },
  })
  onTestFinished(mails.close)
  const leaving = await startTestApp(inject('mongodbUri'), { env: { SMTP_URL: mails.url } })
  const { clock, keyRing, connection } = leaving
  onTestFinished(() => connection.close())
  const env = { SMTP_URL: mails.url, TWINLOCK_WORKER: 'off' }
  const staying = await startTestApp(inject('mongodbUri'), { clock, keyRing, database: connection.name, env })
  onTestFinished(staying.close)

  const props = { networkName: 'Acme', actorName: 'Maria Lopez', helpContact: null }
  const letters = Array.from({ length: 100 }, (_, place) =>
    outgoing('mandate-activated-ready', { id: `letter-${place}`, to: `member${place}@acme.example`, props }),
  )
  await leaving.app.get(Outbox).put(letters)
  await begun.promise
  const left = leaving.app.close()
  go.resolve()
  await left

  const waiting = await staying.app.get(Outbox).depth()
  expect(waiting).toBeGreaterThan(0)
  expect(mails.received).toHaveLength(100 - waiting)
  await staying.app.get(Outbox).deliverDue()
  expect(mails.received, 'each of them once').toHaveLength(100)
})

function deferred() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve: () => resolve() }
}
