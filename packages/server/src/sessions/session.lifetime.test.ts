import { DAY, HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { EventRelay } from '../events/event-relay.js'
import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import { Background } from '../platform/jobs/background.js'
import { accountOf } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { auditTypes } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { SessionStore } from './session.store.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const isOpen = async (person: Person) => (await person.viewer()) !== null
const sessionsOf = (person: Person) => person.browser.field('{ viewer { sessions { id isCurrent } sessionExpiresAt } }')

describe('how long a session lasts', () => {
  test('three days without a request, to the millisecond', async () => {
    const [ada, bob] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
    testApp.clock.advance(3 * DAY - 1)
    expect(await isOpen(ada)).toBe(true)
    testApp.clock.advance(1)
    expect(await isOpen(bob)).toBe(false)
    await testApp.settle()
    testApp.clock.advance(3 * DAY - 2)
    expect(await isOpen(ada), 'a request renews it').toBe(true)
  })

  test('fourteen days in all, whatever happens in it', async () => {
    const ada = await newPerson(testApp).signUp()
    const begin = testApp.clock.now().getTime()
    for (let day = 2; day < 14; day += 2) {
      testApp.clock.set(new Date(begin + day * DAY))
      expect(await isOpen(ada)).toBe(true)
      await testApp.settle()
    }
    testApp.clock.set(new Date(begin + 14 * DAY - 1))
    expect(await sessionsOf(ada)).toMatchObject({ sessionExpiresAt: new Date(begin + 14 * DAY).toISOString() })
    testApp.clock.set(new Date(begin + 14 * DAY))
    expect(await isOpen(ada)).toBe(false)
  })

  test('a sweep that never runs makes none longer, one that runs ends none early', async () => {
    const [ada, bob] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
    testApp.clock.advance(2 * DAY)
    await testApp.app.worker.runOnce()
    expect(await isOpen(ada)).toBe(true)
    testApp.clock.advance(DAY)
    expect(await isOpen(bob)).toBe(false)
  })

  test('a clock that steps back ends nothing and lengthens nothing', async () => {
    const ada = await newPerson(testApp).signUp()
    testApp.clock.advance(-HOUR)
    expect(await isOpen(ada)).toBe(true)
    testApp.clock.advance(HOUR + 3 * DAY)
    expect(await isOpen(ada)).toBe(false)
  })
})

describe('K15 the list of sessions', () => {
  test('shows the own ones, and ends one of them at once', async () => {
    const ada = await newPerson(testApp).signUp()
    const elsewhere = testApp.browser('198.51.100.77')
    await ada.signIn(elsewhere)
    const { sessions } = await sessionsOf(ada)
    expect(sessions).toHaveLength(2)
    const other = sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent)
    await ada.browser.field('mutation($id: ID!) { endSession(id: $id) { id } }', { id: other.id })
    expect(await ada.viewer(elsewhere)).toBeNull()
    expect((await sessionsOf(ada)).sessions).toHaveLength(1)
    expect(await auditTypes(testApp, (await accountOf(testApp, ada))._id)).toContain('session.ended')
  })

  test('an end is written down, also by the next process when this one dies right after', async () => {
    const ada = await newPerson(testApp).signUp()
    const elsewhere = testApp.browser('198.51.100.77')
    await ada.signIn(elsewhere)
    await testApp.settle()
    const died = vi.spyOn(testApp.app.get(EventRelay), 'dispatch').mockRejectedValue(new Error('The process is gone.'))
    await ada.browser.field('mutation { endOtherSessions { id } }')
    await testApp.app.get(Background).settled()
    died.mockRestore()
    testApp.clock.advance(-DAY)
    expect(await ada.viewer(elsewhere), 'it stays ended when the clock steps back').toBeNull()
    testApp.clock.advance(DAY)
    await testApp.app.get(SessionStore).sweep(testApp.clock.now())
    const { _id: accountId } = await accountOf(testApp, ada)
    const sessions = testApp.connection.collection('sessions')
    expect(await sessions.countDocuments({ accountId, 'events.type': 'session.ended' })).toBe(1)

    await testApp.settle()
    const types = await auditTypes(testApp, accountId)
    expect(types.filter((type) => type === 'session.ended')).toHaveLength(1)
    await testApp.app.get(SessionStore).sweep(testApp.clock.now())
    expect(await sessions.countDocuments({ accountId })).toBe(1)
  })

  test('ends nobody else’s', async () => {
    const [ada, eve] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
    const [{ id }] = (await sessionsOf(ada)).sessions
    const stored = await testApp.connection.collection<{ _id: string }>('sessions').findOne({ publicId: id })
    for (const guess of [id, stored?._id, '', '0', '{"$ne":null}', 'x'.repeat(10_000)]) {
      const { errors } = await eve.browser.ask('mutation($id: ID!) { endSession(id: $id) { id } }', { id: guess })
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
    expect(await isOpen(ada)).toBe(true)
  })

  test('ends all others with one word', async () => {
    const ada = await newPerson(testApp).signUp()
    const browsers = [testApp.browser(), testApp.browser()]
    for (const browser of browsers) await ada.signIn(browser)
    await ada.browser.field('mutation { endOtherSessions { id } }')
    for (const browser of browsers) expect(await ada.viewer(browser)).toBeNull()
    expect(await isOpen(ada)).toBe(true)
  })

  test('leaves out those that a change has ended', async () => {
    const ada = await newPerson(testApp).signUp()
    await ada.signIn(testApp.browser())
    await ada.setUpApp()
    expect((await sessionsOf(ada)).sessions).toMatchObject([{ isCurrent: true }])
  })
})

test('signing out ends the session, not only its cookie', async () => {
  const ada = await newPerson(testApp).signUp()
  const kept = ada.browser.copy()
  expect(await ada.browser.field('mutation { signOut }')).toBe(true)
  expect(await ada.viewer(kept)).toBeNull()
  expect(await ada.browser.field('mutation { signOut }'), 'also when there is none').toBe(true)
})

test('the owner is notified of a sign-in in an unknown browser, and of no other', async () => {
  const ada = await newPerson(testApp).signUp()
  await testApp.settle()
  const mails = async () => {
    await testApp.settle()
    return (await testApp.app.get(CapturedMessagesStore).list(['email'])).filter(({ to }) => to === ada.email).length
  }
  const before = await mails()
  await ada.signIn()
  expect(await mails()).toBe(before)
  await ada.signIn(testApp.browser())
  expect(await mails()).toBe(before + 1)
})

test('signing out at once does not hide a sign-in from the account’s owner', async () => {
  const ada = await newPerson(testApp).signUp()
  await testApp.settle()
  const thief = testApp.browser()
  // The work that follows an answer has not begun when the next request is there.
  const run = vi.spyOn(testApp.app.get(Background), 'run').mockImplementation(() => undefined)
  await ada.signIn(thief)
  await thief.field('mutation { signOut }')
  run.mockRestore()
  expect((await ada.lastMessage()).subject).toMatch(/new sign-in/i)
})

test('only the hash of a session’s token is stored', async () => {
  const ada = await newPerson(testApp).signUp()
  const token = ada.browser.cookies.get('twinlock_session') ?? ''
  expect(token).toMatch(/^[\w-]{43}$/)
  const stored = await testApp.connection.collection('sessions').find().toArray()
  expect(JSON.stringify(stored)).not.toContain(token)
  expect(limits.sessionLifetime).toBe(14 * DAY)
})
