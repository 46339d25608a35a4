import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { join, memberIdOf, network, outcomeOf, acts as people } from '../../people/people.fixture.js'
import { type Person, somebody } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { acts } from '../life.fixture.js'

let testApp: TestApp
let ada: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  ada = await (await somebody(testApp, 'ada').signUp()).setUpApp()
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

test('somebody else’s link, a forged one and one after a day give nothing; nor does a session that lies open', async () => {
  const eve = await somebody(testApp, 'eve').signUp()
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
