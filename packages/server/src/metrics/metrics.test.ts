import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { networkOf } from '../testing/integrator.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { env: { METRICS_TOKEN: 'a token for the scraper' } })
})
afterAll(() => testApp.close())

const scrape = (headers: Record<string, string> = {}) => fetch(`${testApp.url}/metrics`, { headers })

test('a stranger without the token finds no metrics', async () => {
  expect((await scrape()).status).toBe(404)
  expect((await scrape({ authorization: 'Bearer something else' })).status).toBe(404)
})

test('without a token configured, this machine reads them while trying out; a proxy on it hands them to nobody', async () => {
  const open = async (env: Record<string, string>, headers: Record<string, string> = {}) => {
    const app = await startTestApp(inject('mongodbUri'), { env })
    const { status } = await fetch(`${app.url}/metrics`, { headers })
    await app.close()
    return status
  }
  expect(await open({})).toBe(200)
  expect(await open({}, { forwarded: 'for=203.0.113.9' })).toBe(404)
  expect(await open({}, { 'x-real-ip': '203.0.113.9' })).toBe(404)
  expect(await open({ NODE_ENV: 'production' })).toBe(404)
})

test('a scraper reads how sign-ins ended and which second steps were used', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  await ada.signIn()
  await ada.verify('AUTHENTICATOR_APP', '000000')
  await ada.verify('AUTHENTICATOR_APP', await ada.appCode())
  await testApp.settle()
  const text = await (await scrape({ authorization: 'Bearer a token for the scraper' })).text()
  expect(text).toContain('twinlock_sign_ins_total{outcome="completed"} 2')
  expect(text).toContain('twinlock_second_steps_total{method="AUTHENTICATOR_APP",outcome="accepted"} 1')
  expect(text).toContain('twinlock_second_steps_total{method="AUTHENTICATOR_APP",outcome="refused"} 1')
  expect(text).toContain('twinlock_hash_queue 0')
})

test('a scraper reads how the members of all networks are protected', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  const bob = await newPerson(testApp, 'bob').signUp()
  for (const owner of [ada, bob, bob]) await networkOf(owner)
  await testApp.settle()
  await testApp.app.worker.runOnce()
  const text = await (await scrape({ authorization: 'Bearer a token for the scraper' })).text()
  expect(text).toContain('twinlock_members{coverage="two_factor"} 1')
  expect(text).toContain('twinlock_members{coverage="none"} 2')
  expect(text).toContain('twinlock_members{coverage="company_sign_in"} 0')
})
