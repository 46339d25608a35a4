import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { join, memberIdOf, network, outcomeOf, acts as people } from '../../people/people.fixture.js'
import { accountOf } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { acts } from '../life.fixture.js'

let testApp: TestApp
let ada: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  ada = await (await newPerson(testApp, 'ada').signUp()).setUpApp()
})
afterAll(() => testApp.close())

const linkFor = async (person: Person) => {
  await acts.requestExport(person.browser)
  return person.mailedToken()
}

test('the mailed link gives everything about the person, and no secret', async () => {
  const net = await network(testApp)
  await join(net, ada)
  await people.changeRole(net.owner, net.id, await memberIdOf(net, ada), 'GUEST')
  const answer = await acts.exportData(ada.browser, await linkFor(ada))
  expect(outcomeOf(answer)).toBe('DataExport')
  const { json } = answer.data.exportData
  const data = JSON.parse(json)
  expect(data.account).toMatchObject({ email: ada.email, methods: ['AUTHENTICATOR_APP'] })
  expect(data.memberships).toMatchObject([{ networkId: net.id, role: 'GUEST' }])
  expect(data.activity.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['account.created', 'two_factor.enabled', 'member.joined']),
  )
  // An Admin's address, device and account are no data of this person; their own are.
  const ofOthers = data.activity.filter(({ type }: { type: string }) => type === 'member.role_changed')
  expect(ofOthers).toEqual([expect.objectContaining({ event: expect.objectContaining({ to: 'GUEST' }) })])
  expect(ofOthers[0].event.actor).toEqual({ kind: 'person', name: 'olivia' })
  expect(ofOthers[0].event).not.toHaveProperty('origin')
  const joined = data.activity.find(({ type }: { type: string }) => type === 'member.joined')
  expect(joined.event).toMatchObject({ actor: { accountId: expect.any(String) }, origin: expect.any(Object) })
  expect(json).not.toMatch(/passwordHash|sealed|tokenHash|\$argon2|"_id"/)
  expect(json).not.toContain(ada.backupCodes[0] ?? '-')
})

test('it is complete: number, language, what they made and sent, and the end that is coming', async () => {
  const net = await network(testApp)
  await join(net, ada)
  await people.changeRole(net.owner, net.id, await memberIdOf(net, ada), 'ADMIN')
  await ada.setUpSms('+41795550177')
  const { _id } = await accountOf(testApp, ada)
  const { connection, clock } = testApp
  const now = clock.now()
  await connection.collection<{ _id: string }>('accounts').updateOne({ _id }, { $set: { locale: 'pl' } })
  await connection.collection<{ _id: string }>('api_keys').insertOne({
    ...{ _id: 'twl_ada', hash: 'secret-hash', networkId: net.id, name: 'Reports', scopes: ['members:read'] },
    ...{ makerAccountId: _id, makerName: 'ada', createdAt: now, expiresAt: now, revokedAt: null, lastUsedAt: null },
  })
  await connection.collection<{ _id: string }>('invitations').insertOne({
    ...{ _id: `${net.id}:x`, networkId: net.id, email: 'x@example.com', emailKey: 'x@example.com', role: 'MEMBER' },
    ...{ tokenHash: 'secret-hash', state: 'pending', sentAt: now, expiresAt: now },
    ...{ invitedBy: { accountId: _id, name: 'ada' }, joining: null, events: [] },
  })
  const memberId = await memberIdOf(net, ada)
  const mail = { template: 'mandate-reminder', channel: 'email', state: 'sent', createdAt: now, settledAt: now }
  await connection.collection<{ _id: string }>('outbox').insertMany([
    { _id: 'to-ada', ...{ ...mail, memberId } },
    { _id: 'to-olivia', ...{ ...mail, memberId: await memberIdOf(net, net.owner) } },
  ])
  await connection
    .collection<{ _id: string }>('memberships')
    .updateOne({ _id: memberId }, { $set: { lastMailAt: now } })
  await connection
    .collection('audit_events')
    .insertMany(
      Array.from({ length: 10_001 }, (_, number) => ({ accountId: _id, at: now, type: 'x', event: { number } })),
    )
  const token = await linkFor(ada)
  const { json } = (await acts.exportData(ada.browser, token)).data.exportData
  const data = JSON.parse(json)
  expect(data.account).toMatchObject({
    phone: '+41795550177',
    locale: 'pl',
    preferredMethod: 'AUTHENTICATOR_APP',
    deletion: null,
  })
  const inNetwork = { networkId: net.id, networkName: expect.any(String) }
  expect(data.memberships).toMatchObject([{ ...inNetwork, lastMailAt: now.toISOString() }])
  const mailed = {
    template: 'mandate-reminder',
    state: 'sent',
    createdAt: now.toISOString(),
    settledAt: now.toISOString(),
  }
  expect(data.mails).toEqual([{ ...inNetwork, ...mailed }])
  expect(data.apiKeys).toMatchObject([{ ...inNetwork, name: 'Reports', scopes: ['members:read'] }])
  expect(data.invitationsSent).toMatchObject([{ ...inNetwork, email: 'x@example.com', role: 'MEMBER' }])
  expect(
    data.activity.filter(({ type }: { type: string }) => type === 'x'),
    'none is left out',
  ).toHaveLength(10_001)
  expect(json).not.toContain('secret-hash')
})

test('another account’s link, a forged one and one after a day give nothing; nor does a session left open', async () => {
  const eve = await newPerson(testApp, 'eve').signUp()
  const token = await linkFor(ada)
  for (const wrong of ['', 'x', await linkFor(eve)])
    expect(outcomeOf(await acts.exportData(ada.browser, wrong))).toBe('ResetLinkExpired')
  expect(outcomeOf(await acts.exportData(eve.browser, token))).toBe('ResetLinkExpired')
  testApp.clock.advance(limits.freshEvidence)
  expect(outcomeOf(await acts.exportData(ada.browser, token))).toBe('REAUTHENTICATION_REQUIRED')
  testApp.clock.advance(limits.exportLinkLifetime)
  await ada.signIn()
  await ada.verify('BACKUP_CODE', ada.backupCodes[0] ?? '')
  expect(outcomeOf(await acts.exportData(ada.browser, token))).toBe('ResetLinkExpired')
})
