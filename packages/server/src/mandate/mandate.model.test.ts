import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { outcomeOf } from '../people/people.fixture.js'
import { FakeClock } from '../testing/fake-clock.js'
import { putNetwork } from '../testing/network.js'
import { rounds } from '../testing/rounds.js'
import { newTestKeyRing, startTestApp, type TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'
import { isClosed, type Model, PEOPLE, type Step, step, take } from './mandate-model.fixture.js'
import { openSession, type SignedIn, signedIn } from './signed-in.fixture.js'

const servers: TestApp[] = []
const clock = new FakeClock()
const keyRing = newTestKeyRing()
beforeAll(async () => {
  servers.push(await startTestApp(inject('mongodbUri'), { clock, keyRing, env: { TWINLOCK_WORKER: 'off' } }))
  servers.push(await another())
})
afterAll(async () => {
  await servers[1]?.app.close()
  await servers[0]?.close()
})

async function another(): Promise<TestApp> {
  const database = servers[0]?.connection.name ?? ''
  return startTestApp(inject('mongodbUri'), { clock, keyRing, database, env: { TWINLOCK_WORKER: 'off' } })
}

function serverAt(place: number): TestApp {
  const found = servers[place]
  if (!found) throw new Error('There is no such server.')
  return found
}

/**
 * A network, three members, a clock, two servers with workers that run, stop and restart, in any order. After every
 * step, whatever came before, and asked of both servers: the property.
 */
test('a member who is overdue never reads anything of the network, and a member in grace is never rejected', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const network = await putNetwork(serverAt(0), [], { name: 'Secret' })
      const people: SignedIn[] = []
      for (let n = 0; n < PEOPLE; n += 1) people.push(await signedIn(serverAt(0), network._id))
      const joined = clock.now().getTime()
      const model: Model = {
        required: null,
        people: people.map(() => ({ joined, extended: 0, has: false, wasClosed: false })),
      }
      for (const [place, each] of steps.entries()) {
        await goOn(each, place, network._id, people, model)
        await judge(network.slug, people, model, JSON.stringify(steps.slice(0, place + 1)))
      }
    }),
    { numRuns: rounds({ usual: 6, deep: 60 }), endOnFailure: true },
  )
}, 180_000)

async function goOn(each: Step, place: number, networkId: string, people: SignedIn[], model: Model): Promise<void> {
  if (each.kind === 'work') return serverAt(each.server).app.worker.runOnce()
  if (each.kind !== 'restart') return take(each, place, serverAt(place % 2), networkId, people, model)
  await serverAt(1).app.close()
  servers[1] = await another()
}

async function judge(slug: string, people: SignedIn[], model: Model, story: string): Promise<void> {
  for (const [place, person] of people.entries()) {
    const fact = model.people[place]
    if (!fact) continue
    const isOut = isClosed(model, fact, clock.now().getTime())
    fact.wasClosed ||= isOut
    for (const server of servers) {
      let answer = await ask(server, person.browser, slug)
      if (isOut) {
        expect(['TWO_FACTOR_SETUP_REQUIRED', 'UNAUTHENTICATED'], story).toContain(outcomeOf(answer))
        expect(JSON.stringify(answer.data ?? null), story).not.toContain('Secret')
        continue
      }
      // Only who was once closed out may have been signed out, and then a new sign-in is enough.
      if (outcomeOf(answer) === 'UNAUTHENTICATED' && fact.wasClosed) {
        person.browser = await openSession(server, person.accountId, fact.has ? 'AUTHENTICATOR_APP' : null)
        answer = await ask(server, person.browser, slug)
      }
      expect(outcomeOf(answer), story).toBe('data')
    }
  }
}

function ask(server: TestApp, from: TestBrowser, slug: string) {
  const there = server.browser()
  for (const [name, value] of from.cookies) there.cookies.set(name, value)
  return there.ask('query($slug: String!) { network(slug: $slug) { id name } }', { slug })
}
