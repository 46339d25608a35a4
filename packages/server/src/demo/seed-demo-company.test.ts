import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { NetworkCollection } from '../networks/network.model.js'
import { PasswordHasher } from '../platform/crypto/password-hasher.js'
import { connectDemoProvider } from '../sso/connections/demo-connection.js'
import { RealProvider } from '../sso/testing/real-provider.js'
import { FakeClock } from '../testing/fake-clock.js'
import { Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { seedDemo } from './seed-demo.js'
import { GLOBEX, GLOBEX_DOMAIN, seedDemoCompany } from './seed-demo-company.js'

let testApp: TestApp
let provider: RealProvider
let password: string
const demo = () => {
  const { connection, keyRing, clock, app } = testApp
  return { connection, keyRing, hasher: app.get(PasswordHasher), now: clock.now() }
}
/** What every start does with it. */
const start = async () => {
  const printed = await seedDemoCompany(demo(), testApp.url)
  await connectDemoProvider(demo(), GLOBEX, provider.issuer, GLOBEX_DOMAIN)
  return printed
}
beforeAll(async () => {
  // The provider uses the machine's clock, and so does this test.
  testApp = await startTestApp(inject('mongodbUri'), { clock: new FakeClock(new Date()) })
  provider = await RealProvider.start(testApp.url)
  password = (await seedDemo(demo()))?.match(/shown only once: (\S+)/)?.[1] ?? ''
  expect(await start()).toContain('/sso/start/globex')
})
afterAll(async () => {
  await provider.stop()
  await testApp.close()
})

test.each(['ida', 'noah'])('%s comes in by the company sign-in alone, for the first time and again', async (person) => {
  for (let times = 0; times < 2; times++) {
    const browser = testApp.browser()
    expect(await provider.signInByProvider(browser, 'globex', person)).toBe('/networks/globex')
    expect(await browser.field('{ network(slug: "globex") { name membership { role standing } } }')).toEqual({
      name: 'Globex',
      membership: { role: 'MEMBER', standing: 'NOT_REQUIRED' },
    })
  }
})

test.each([
  ['maria.lopez@acme.example', '+447700900100'],
  ['gina.guest@acme.example', null],
])('%s comes in with a password', async (email, phone) => {
  const person = new Person(testApp, testApp.browser(), email, password)
  const step = await person.signIn()
  if (phone) {
    expect(step).toMatchObject({ __typename: 'SecondStepRequired' })
    person.phone = phone
    await person.verify('SMS', await person.textedCode())
  }
  expect(await person.browser.field('{ network(slug: "globex") { name } }')).toEqual({ name: 'Globex' })
})

test('a second start creates and prints nothing, and connects the provider at its new address', async () => {
  const before = await NetworkCollection.on(testApp.connection).findOne({ _id: GLOBEX })
  expect(await start()).toBeNull()
  expect(await NetworkCollection.on(testApp.connection).findOne({ _id: GLOBEX })).toEqual(before)
  await connectDemoProvider(demo(), GLOBEX, 'http://localhost:1', GLOBEX_DOMAIN)
  const moved = await NetworkCollection.on(testApp.connection).findOne({ _id: GLOBEX })
  expect(moved?.sso).toMatchObject({ issuer: 'http://localhost:1', justInTimeRole: 'MEMBER' })
  expect(moved?.ssoDomains).toEqual(before?.ssoDomains)
})
